import type { FlowId } from '../protocol/ids.ts';
import { LOCALES, type Locale } from '../protocol/locale.ts';
import type { ActionCatalogue } from './action-catalogue.ts';
import type { ProblemReport } from './flow-problem.ts';
import type { KeptValues } from './kept-values.ts';
import { didYouMean } from './nearest-name.ts';
import { flowIdOf, type ParsedFlow, parseFlow } from './parse-flow.ts';
import { type ParsedLocale, parseLocale } from './parse-locale.ts';
import { parseSlots } from './parse-slots.ts';
import { readYaml } from './read-yaml.ts';
import type { SlotDefinition } from './slot-definition.ts';
import type { SourceFile, TextFile } from './source-file.ts';

/** All files of a flows folder, read and parsed: what the book is made of and what the checks look at. */
export interface ParsedDialogs {
  readonly flows: ReadonlyMap<FlowId, ParsedFlow>;
  /** Shared slots. */
  readonly slots: Readonly<Record<string, SlotDefinition>>;
  readonly slotsSource?: SourceFile;
  readonly locales: ReadonlyMap<Locale, ReadonlyMap<FlowId, ParsedLocale>>;
  /** Flow folders whose `flow.yaml` could not be read: naming them is no mistake. */
  readonly unreadable: ReadonlySet<FlowId>;
}

const isYaml = (path: string) => /\.ya?ml$/.test(path);

/** Reads every file. Never throws; what is wrong stands in the report, and the rest is read all the same. */
export function parseDialogs(
  files: readonly TextFile[],
  actions: ActionCatalogue,
  report: ProblemReport,
  kept?: KeptValues,
): ParsedDialogs {
  const flows = new Map<FlowId, ParsedFlow>();
  const locales = new Map<Locale, Map<FlowId, ParsedLocale>>(LOCALES.map((locale) => [locale, new Map()]));
  const unreadable = new Set<FlowId>();
  let slots: Readonly<Record<string, SlotDefinition>> = {};
  let slotsSource: SourceFile | undefined;
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!isYaml(file.path)) continue;
    const source = readYaml(file, report, kept);
    const flow = flowIdOf(file.path);
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const locale = LOCALES.find((known) => name === `${known}.yaml`);
    if (file.path === 'slots.yaml') {
      slotsSource = source;
      slots = parseSlots(source, report);
    } else if (flow && name === 'flow.yaml') {
      const parsed = parseFlow(source, actions, report);
      // The folder names a flow as long as `flow:` says something else: texts and jumps still find it.
      if (parsed) flows.set(flow, parsed.flow.flow === flow ? parsed : { ...parsed, flow: { ...parsed.flow, flow } });
      else unreadable.add(flow);
    } else if (flow && locale) locales.get(locale)?.set(flow, parseLocale(source, flow, locale, report));
    else reportStrangeFile(source, name, report);
  }
  return { flows, slots, locales, unreadable, ...(slotsSource ? { slotsSource } : {}) };
}

function reportStrangeFile(source: SourceFile, name: string, report: ProblemReport): void {
  const known = ['flow.yaml', ...LOCALES.map((locale) => `${locale}.yaml`), 'slots.yaml'];
  report.add(
    'name-shape',
    source,
    [],
    `A file called ${name} is not part of the dialog format here.`,
    didYouMean(name, known),
  );
}
