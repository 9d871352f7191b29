import type { Capabilities } from '../protocol/capabilities.ts';
import type { ActionCatalogue } from './action-catalogue.ts';
import { checkReferences } from './checks/check-references.ts';
import { compileExpressions } from './compile-expressions.ts';
import { createReport, type FlowProblem } from './flow-problem.ts';
import { parseDialogs } from './parse-dialogs.ts';
import { findSlotTypes } from './slot-types.ts';
import type { TextFile } from './source-file.ts';

export interface DialogsToCheck {
  /** The flows folder; paths relative to it. */
  readonly files: readonly TextFile[];
  /** Conversation scripts. */
  readonly scripts?: readonly TextFile[];
  /** The flows folder of an older revision: without it `id-reused` and `migrate-*` are not checked. */
  readonly against?: readonly TextFile[];
  readonly actions: ActionCatalogue;
  readonly profiles: Readonly<Record<string, Capabilities>>;
  /** Names of the profiles that the bot is on. */
  readonly channels: readonly string[];
}

/** Everything that is wrong with the dialogs, by file and line. Pure; never throws. */
export function checkDialogs({ files, actions }: DialogsToCheck): readonly FlowProblem[] {
  const report = createReport();
  const dialogs = parseDialogs(files, actions, report);
  compileExpressions(dialogs, findSlotTypes(dialogs, actions), report);
  checkReferences({ dialogs, report });
  return report.problems;
}
