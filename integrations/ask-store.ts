import { CatalogueError } from '../dialogs/protocol/errors.ts';

/**
 * What a store answers.
 * @throws CatalogueError `store_unavailable`, whatever kept it from answering
 */
export async function askStore<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (cause) {
    throw new CatalogueError('store_unavailable', undefined, { cause });
  }
}
