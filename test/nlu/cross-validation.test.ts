import path from 'node:path';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';
import { productWords } from '../../bots/product-words.ts';
import { loadFlowBook } from '../../dialogs/flow/load-flow-book.ts';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../../integrations/action-catalogue.ts';
import { loadKnowledge } from '../../integrations/demo-world/load-knowledge.ts';
import { holdOut } from '../../integrations/nlu/embedded/classifier/train-classifier.ts';
import { trainingSet } from '../../integrations/nlu/embedded/train-models.ts';
import { readDialogFiles } from '../../runtime/books/read-dialog-files.ts';

/** What the shipped examples reach, less two in a hundred. Examples written to be far from all others lower it and serve strangers. */
const FLOORS = [
  ['en', 0.76],
  ['ja', 0.78],
] as const;

test.each(FLOORS)(
  'a model without a fifth of the %s examples tells their flow %d of the time',
  async (locale, floor) => {
    const files = await readDialogFiles(path.join(PRODUCT_FOLDER, 'dialogs', 'flows'));
    const { book } = loadFlowBook(files, { actions: ACTION_CATALOGUE, profiles: CHANNEL_PROFILES });
    if (!book) throw new Error('The shipped dialogs have errors.');
    const { rows, groups, labels } = trainingSet(book.examples, locale, productWords(loadKnowledge().products));
    const held = holdOut(rows, { groups: groups.length, labels: labels.length }, 5).filter(({ row }) => row.group >= 0);
    const right = held.filter(({ row, margins }) => {
      const own = margins.subarray(0, groups.length);
      return own.indexOf(Math.max(...own)) === row.group;
    });
    expect(right.length / held.length).toBeGreaterThanOrEqual(floor);
  },
  180_000,
);
