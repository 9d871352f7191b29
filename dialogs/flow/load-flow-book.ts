import type { Capabilities } from '../protocol/capabilities.ts';
import type { FlowId, TextKey } from '../protocol/ids.ts';
import { LOCALES, type Locale } from '../protocol/locale.ts';
import type { Json } from '../protocol/value.ts';
import type { ActionCatalogue } from './action-catalogue.ts';
import { checkReferences } from './checks/check-references.ts';
import { type CompiledExpressions, compileExpressions } from './compile-expressions.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { FlowBook } from './flow-book.ts';
import { createReport, type FlowProblem } from './flow-problem.ts';
import { type ParsedDialogs, parseDialogs } from './parse-dialogs.ts';
import { revisionOf } from './revision-of.ts';
import { findSlotTypes } from './slot-types.ts';
import type { TextFile } from './source-file.ts';
import type { Example, TextVariant } from './text.ts';

/** What the world around the dialogs offers. */
export interface DialogWorld {
  readonly actions: ActionCatalogue;
  /** Channel profiles; reading a book does not need them, checking it does. */
  readonly profiles?: Readonly<Record<string, Capabilities>>;
}

export interface LoadedBook {
  /** Absent where an error stands among the problems. */
  readonly book?: FlowBook;
  /** What makes a book unusable: files, names, targets and expressions. `checkDialogs` finds the rest. */
  readonly problems: readonly FlowProblem[];
}

/**
 * Reads the files of a flows folder (paths relative to it: `order-status/flow.yaml`) into a frozen book. Pure; never throws.
 */
export function loadFlowBook(files: readonly TextFile[], world: DialogWorld): LoadedBook {
  const report = createReport();
  const dialogs = parseDialogs(files, world.actions, report);
  const expressions = compileExpressions(dialogs, findSlotTypes(dialogs, world.actions), report);
  checkReferences({ dialogs, report });
  if (report.hasErrors()) return { problems: report.problems };
  return { book: createFlowBook(dialogs, expressions, world.actions), problems: report.problems };
}

/** A book of parsed dialogs. */
function createFlowBook(dialogs: ParsedDialogs, expressions: CompiledExpressions, actions: ActionCatalogue): FlowBook {
  const content = deepFreeze({
    flows: Object.fromEntries([...dialogs.flows].map(([id, { flow }]) => [id, flow])),
    slots: dialogs.slots,
    texts: byLocale((locale) => textsOf(dialogs, locale)),
    examples: byLocale((locale) => examplesOf(dialogs, locale)),
  });
  return Object.freeze<FlowBook>({
    ...content,
    revision: revisionOf(content as unknown as Json), // plain data through and through: it was read from YAML
    actions,
    evaluate(flow, source, context) {
      const expression = expressions.find(flow, source);
      return expression ? expression.run(context) : { error: `no such expression in flow ${flow}` };
    },
  });
}

function byLocale<T>(of: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<Locale, T>; // one entry per locale
}

function textsOf(dialogs: ParsedDialogs, locale: Locale): Record<TextKey, readonly TextVariant[]> {
  const files = [...(dialogs.locales.get(locale)?.values() ?? [])];
  return Object.fromEntries(
    files.flatMap(({ flow, texts }) => Object.entries(texts).map(([key, text]) => [`${flow}.${key}`, text])),
  );
}

function examplesOf(dialogs: ParsedDialogs, locale: Locale): Record<FlowId, readonly Example[]> {
  const files = [...(dialogs.locales.get(locale)?.values() ?? [])];
  return Object.fromEntries(files.map(({ flow, examples }) => [flow, examples.map(({ example }) => example)]));
}
