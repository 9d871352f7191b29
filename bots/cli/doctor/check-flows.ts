import { checkDialogs } from '../../../dialogs/flow/check-dialogs.ts';
import { CHANNEL_PROFILES } from '../../../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../../../integrations/action-catalogue.ts';
import { readDialogFiles } from '../../../runtime/books/read-dialog-files.ts';
import { BOT_CHANNELS } from '../../bot-channels.ts';
import { type Finding, tellOf } from './finding.ts';

const { ok, warning, error } = tellOf('dialogs');

/** Can the bot start with its dialogs? */
export async function checkFlows(folder: string): Promise<readonly Finding[]> {
  const files = await readDialogFiles(folder).catch(() => undefined);
  if (!files) return [error(`There is no folder ${folder}.`, 'Set FLOWS_DIR to the folder of the dialogs.')];
  const problems = checkDialogs({
    ...{ files, actions: ACTION_CATALOGUE, profiles: CHANNEL_PROFILES, channels: BOT_CHANNELS },
  });
  const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  const remedy = `See each with its place: npx omotenashi check ${folder}`;
  const errors = count('error');
  if (errors > 0) return [error(`The dialogs have ${errors} errors: the bot does not start with them.`, remedy)];
  const flows = files.filter((file) => file.path.endsWith('flow.yaml')).length;
  const warnings = count('warning');
  return warnings > 0
    ? [warning(`${flows} dialogs, with ${warnings} warnings.`, remedy)]
    : [ok(`${flows} dialogs, without a mistake.`)];
}
