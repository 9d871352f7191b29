import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';
import { productWords } from '../../bots/product-words.ts';
import { expectation } from '../../dialogs/engine/expectation.ts';
import { newConversation } from '../../dialogs/engine/new-conversation.ts';
import { loadFlowBook } from '../../dialogs/flow/load-flow-book.ts';
import { LOCALES, type Locale } from '../../dialogs/protocol/locale.ts';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../../integrations/action-catalogue.ts';
import { loadKnowledge } from '../../integrations/demo-world/load-knowledge.ts';
import { createEmbeddedNlu } from '../../integrations/nlu/embedded/index.ts';
import { readDialogFiles } from '../../runtime/books/read-dialog-files.ts';

// How long the shipped understanding takes for one message: every held-out sentence, at the beginning of a talk.

const NOW = '2026-11-24T01:00:00.000Z';
const ROUNDS = 10;

const sentences = (locale: Locale): readonly string[] =>
  readFileSync(path.join(PRODUCT_FOLDER, 'test', 'nlu', `held-out.${locale}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => String(JSON.parse(line).text));

const files = await readDialogFiles(path.join(PRODUCT_FOLDER, 'dialogs', 'flows'));
const { book } = loadFlowBook(files, { actions: ACTION_CATALOGUE, profiles: CHANNEL_PROFILES });
if (!book) throw new Error('The shipped dialogs have errors.');
const product = productWords(loadKnowledge().products);
const nlu = createEmbeddedNlu({ examples: book.examples, gazetteers: { product } });

/** Milliseconds of each sentence: all rounds, and the quickest of each, which no other program held up. */
async function time(locale: Locale): Promise<{ readonly all: readonly number[]; readonly quiet: readonly number[] }> {
  const state = newConversation({
    locale,
    place: CHANNEL_PROFILES.webchat,
    now: NOW,
    bookRevision: book?.revision ?? '',
  });
  const expected = book && expectation(book, state, NOW);
  if (!expected) return { all: [], quiet: [] };
  const texts = sentences(locale);
  const rounds: number[][] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const took: number[] = [];
    for (const text of texts) {
      const begun = performance.now();
      await nlu.understand(text, expected, { now: NOW, zone: 'Asia/Tokyo' });
      took.push(performance.now() - begun);
    }
    if (round >= 0) rounds.push(took); // the first two warm up
  }
  return { all: rounds.flat(), quiet: texts.map((_, at) => Math.min(...rounds.map((took) => took[at] ?? 0))) };
}

function line(name: string, took: readonly number[]): string {
  const sorted = [...took].sort((a, b) => a - b);
  const shares = [0.5, 0.95, 0.99].map(
    (share) => `p${share * 100} ${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(3)}`,
  );
  return `${name.padEnd(22)}${shares.join('  ')}  of ${took.length}\n`;
}

process.stdout.write('Milliseconds to understand one message:\n');
for (const locale of LOCALES) {
  const { all, quiet } = await time(locale);
  process.stdout.write(line(`${locale}, every round`, all));
  process.stdout.write(line(`${locale}, quickest of ${ROUNDS}`, quiet));
}
