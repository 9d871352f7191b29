import type { FlowBook } from '../dialogs/flow/flow-book.ts';
import { loadFlowBook } from '../dialogs/flow/load-flow-book.ts';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { CHANNEL_PROFILES } from '../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../integrations/action-catalogue.ts';
import { readDialogFiles } from '../runtime/books/read-dialog-files.ts';

/**
 * The dialogs of a folder.
 * @throws CatalogueError `dialogs_invalid` naming the first problems
 */
export async function readBook(flows: string): Promise<FlowBook> {
  const files = await readDialogFiles(flows).catch(() => {
    throw new CatalogueError('dialogs_invalid', `There is no folder ${flows}.`);
  });
  const { book, problems } = loadFlowBook(files, { actions: ACTION_CATALOGUE, profiles: CHANNEL_PROFILES });
  if (book) return book;
  const errors = problems.filter((problem) => problem.severity === 'error').slice(0, 3);
  throw new CatalogueError(
    'dialogs_invalid',
    errors.map(({ file, line, message }) => `${file}:${line} ${message}`).join(' '),
  );
}
