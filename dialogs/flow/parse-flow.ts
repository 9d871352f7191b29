import type { z } from 'zod';
import type { ActionCatalogue } from './action-catalogue.ts';
import type { Flow, Migration } from './flow.ts';
import type { ProblemReport } from './flow-problem.ts';
import { authoredFlow, FORMAT_VERSION } from './flow-schema.ts';
import { type ParsedSteps, parseSteps } from './parse-steps.ts';
import { reportIssues } from './report-issues.ts';
import { parseSlot } from './slot-schema.ts';
import type { SourceFile, SourcePath } from './source-file.ts';
import { withoutUndefined } from './without-undefined.ts';

/** A flow with what the checker has to know of its file. */
export interface ParsedFlow extends Pick<ParsedSteps, 'paths' | 'written' | 'broken' | 'nestedFirst'> {
  readonly flow: Flow;
  readonly source: SourceFile;
}

/** `order-status/flow.yaml` → `order-status`. */
export const flowIdOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

/** Reads one `flow.yaml`. What can't be read is reported, and the rest is read all the same; undefined where nothing is left. */
export function parseFlow(source: SourceFile, actions: ActionCatalogue, report: ProblemReport): ParsedFlow | undefined {
  if (source.value === undefined) return undefined;
  const read = authoredFlow.safeParse(source.value);
  const authored = read.success ? read.data : salvage(source, read.error.issues, report);
  if (!authored) return undefined;
  checkHead(authored, source, report);
  const steps = parseSteps(authored.flow, authored.steps, source, actions, report);
  if (!steps) return undefined;
  const slots = Object.entries(authored.slots).map(([name, slot]) => [name, parseSlot(slot, 'flow')] as const);
  const flow: Flow = {
    flow: authored.flow,
    version: authored.version,
    description: authored.description,
    triggers: {
      events: authored.triggers.events,
      ...withoutUndefined({ min_confidence: authored.triggers.min_confidence }),
    },
    interruptions: authored.interruptions,
    ask_more: authored.ask_more,
    slots: Object.fromEntries(slots),
    first: steps.first,
    steps: steps.steps,
    migrate: authored.migrate satisfies readonly Migration[],
    ...withoutUndefined({ owner: authored.owner, if: authored.if }),
  };
  const { paths, written, broken, nestedFirst } = steps;
  return { flow, source, paths, written, broken, nestedFirst };
}

/** Reports what is wrong with the head of a flow, and goes on with what is left where that is enough to read its steps. */
function salvage(source: SourceFile, issues: readonly z.core.$ZodIssue[], report: ProblemReport) {
  reportIssues(issues, authoredFlow, source, [], report);
  if (typeof source.value !== 'object' || source.value === null || Array.isArray(source.value)) return undefined;
  const kept: Record<string, unknown> = { ...source.value };
  for (const issue of issues) {
    const [field] = issue.path;
    if (issue.code === 'unrecognized_keys' && field === undefined) for (const key of issue.keys) delete kept[key];
    else if (field !== undefined) delete kept[String(field)];
  }
  kept['flow'] ??= flowIdOf(source.path);
  kept['description'] ??= '-';
  const again = authoredFlow.safeParse(kept);
  return again.success ? again.data : undefined;
}

function checkHead(authored: z.infer<typeof authoredFlow>, source: SourceFile, report: ProblemReport): void {
  const folder = flowIdOf(source.path);
  if (authored.flow !== folder) {
    report.add(
      'flow-id-not-folder',
      source,
      ['flow'],
      `The flow is called \`${authored.flow}\`, its folder \`${folder}\`.`,
      `Write \`flow: ${folder}\`, or move the folder.`,
    );
  }
  if (authored.schema !== FORMAT_VERSION) {
    report.add(
      'schema-version',
      source,
      ['schema'],
      `This is version ${FORMAT_VERSION} of the format, the file is written for version ${authored.schema}.`,
    );
  }
  for (const [name, slot] of Object.entries(authored.slots))
    reportSlotValues(name, slot, source, ['slots', name], report);
}

/** A choice names its values, and only a choice does. */
export function reportSlotValues(
  name: string,
  slot: { readonly type: string; readonly values?: readonly string[] | undefined },
  source: SourceFile,
  path: SourcePath,
  report: ProblemReport,
): void {
  if (slot.type === 'choice' && !slot.values)
    report.add(
      'field-missing',
      source,
      path,
      `The choice \`${name}\` has no \`values\`.`,
      'List what may be chosen: `values: [track, cancel]`.',
    );
  if (slot.type !== 'choice' && slot.values)
    report.add(
      'wrong-value',
      source,
      [...path, 'values'],
      `Only a choice has \`values\`; \`${name}\` is of type ${slot.type}.`,
    );
}
