import type { Capabilities } from '../protocol/capabilities.ts';
import type { ActionCatalogue } from './action-catalogue.ts';
import { findFacts } from './analysis/find-facts.ts';
import { allTexts, findTextUses, type PlacedText } from './analysis/text-usage.ts';
import { checkActions } from './checks/check-actions.ts';
import type { Check, CheckContext } from './checks/check-context.ts';
import { checkDeadline } from './checks/check-deadline.ts';
import { checkExpressions } from './checks/check-expressions.ts';
import { checkHandoff } from './checks/check-handoff.ts';
import { checkLengths } from './checks/check-lengths.ts';
import { checkLocales } from './checks/check-locales.ts';
import { checkMigrations } from './checks/check-migrations.ts';
import { checkPatterns } from './checks/check-patterns.ts';
import { checkQuestions } from './checks/check-questions.ts';
import { checkReferences } from './checks/check-references.ts';
import { checkScripts } from './checks/check-scripts.ts';
import { checkSlots } from './checks/check-slots.ts';
import { checkSpokenForm } from './checks/check-spoken-form.ts';
import { checkTargets } from './checks/check-targets.ts';
import { checkTextSyntax } from './checks/check-text-syntax.ts';
import { checkTexts } from './checks/check-texts.ts';
import { checkTriggers } from './checks/check-triggers.ts';
import { checkTypes } from './checks/check-types.ts';
import { compileExpressions } from './compile-expressions.ts';
import { createReport, type FlowProblem, type ProblemReport } from './flow-problem.ts';
import type { KeptValues } from './kept-values.ts';
import { type ParsedDialogs, parseDialogs } from './parse-dialogs.ts';
import { findSlotTypes } from './slot-types.ts';
import type { TextFile } from './source-file.ts';

export interface DialogsToCheck {
  /** The flows folder; paths relative to it: `order-status/flow.yaml`. */
  readonly files: readonly TextFile[];
  /** Conversation scripts; problems name their paths as given. */
  readonly scripts?: readonly TextFile[];
  /** The flows folder of an older revision: without it `id-reused` and `migrate-*` are not checked. */
  readonly against?: readonly TextFile[];
  readonly actions: ActionCatalogue;
  /** What each channel can do, by its name. */
  readonly profiles: Readonly<Record<string, Capabilities>>;
  /** Names of the profiles that the bot is on. */
  readonly channels: readonly string[];
  readonly kept?: KeptValues;
}

const CHECKS: readonly Check[] = [
  checkReferences,
  checkTargets,
  checkSlots,
  checkTypes,
  checkQuestions,
  checkExpressions,
  checkActions,
  checkTextSyntax,
  checkTexts,
  checkLocales,
  checkLengths,
  checkSpokenForm,
  checkDeadline,
  checkHandoff,
  checkTriggers,
  checkPatterns,
];

/**
 * Everything that is wrong with the dialogs, in the order of files and lines. Pure; never throws; a file that can't be read does not
 * keep the others from being checked.
 */
export function checkDialogs(given: DialogsToCheck): readonly FlowProblem[] {
  const report = createReport();
  const dialogs = parseDialogs(given.files, given.actions, report, given.kept);
  const context = createContext(dialogs, given, report);
  for (const check of CHECKS) check(context);
  checkScripts(given.scripts ?? [], context);
  if (given.against) checkMigrations(parseDialogs(given.against, given.actions, createReport()), context);
  return [...report.problems].sort(byPlace);
}

function createContext(dialogs: ParsedDialogs, given: DialogsToCheck, report: ProblemReport): CheckContext {
  const { actions, profiles } = given;
  const types = findSlotTypes(dialogs, actions);
  const expressions = compileExpressions(dialogs, types, report);
  const texts = allTexts(dialogs);
  const byKey = new Map<string, PlacedText[]>();
  for (const text of texts) byKey.set(text.key, [...(byKey.get(text.key) ?? []), text]);
  return {
    dialogs,
    types,
    expressions,
    actions,
    channels: given.channels.flatMap((name) => {
      const can = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
      return can ? [{ name, can }] : [];
    }),
    facts: findFacts({ dialogs, expressions, types, actions }),
    texts,
    textsOf: (key) => byKey.get(key) ?? [],
    textUses: findTextUses(dialogs),
    report,
  };
}

function byPlace(a: FlowProblem, b: FlowProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
