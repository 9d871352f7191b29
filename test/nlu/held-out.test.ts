import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';
import { productWords } from '../../bots/product-words.ts';
import { expectation } from '../../dialogs/engine/expectation.ts';
import { newConversation } from '../../dialogs/engine/new-conversation.ts';
import { loadFlowBook } from '../../dialogs/flow/load-flow-book.ts';
import type { Command } from '../../dialogs/protocol/command.ts';
import { LOCALES, type Locale } from '../../dialogs/protocol/locale.ts';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../../integrations/action-catalogue.ts';
import { loadKnowledge } from '../../integrations/demo-world/load-knowledge.ts';
import { createEmbeddedNlu } from '../../integrations/nlu/embedded/index.ts';
import { readDialogFiles } from '../../runtime/books/read-dialog-files.ts';

const NOW = '2026-11-24T01:00:00.000Z';
const rowSchema = z.object({ text: z.string(), intent: z.string() });
const MAIN = ['order-status', 'troubleshooting', 'renewals'];

interface Scored {
  readonly text: string;
  readonly intent: string;
  readonly predicted: string;
}

const rows = (locale: Locale) =>
  readFileSync(path.join(PRODUCT_FOLDER, 'test', 'nlu', `held-out.${locale}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)));

const readBook = async () => {
  const files = await readDialogFiles(path.join(PRODUCT_FOLDER, 'dialogs', 'flows'));
  const { book } = loadFlowBook(files, { actions: ACTION_CATALOGUE, profiles: CHANNEL_PROFILES });
  if (!book) throw new Error('The shipped dialogs have errors.');
  return book;
};

/** Only what is acted on counts: what is asked about or given up is out of scope. */
function predictedBy(commands: readonly Command[]): string {
  if (commands.some(({ kind }) => kind === 'handoff')) return 'handoff';
  const start = commands.find((command) => command.kind === 'start_flow');
  if (start) return predictedByFlow(start.flow, commands);
  const other = ['chitchat', 'cancel_flow', 'repeat', 'restart', 'skip'];
  return commands.some(({ kind }) => other.includes(kind)) ? 'other' : 'out_of_scope';
}

function predictedByFlow(flow: string, commands: readonly Command[]): string {
  const hours = commands.some((command) => command.kind === 'set_slot' && command.value === 'hours');
  if (flow === 'handoff' && !hours) return 'handoff';
  return MAIN.includes(flow) ? flow : 'other';
}

const scored: Record<Locale, Scored[]> = { en: [], ja: [] };

beforeAll(async () => {
  const book = await readBook();
  const product = productWords(loadKnowledge().products);
  const nlu = createEmbeddedNlu({ examples: book.examples, gazetteers: { product } });
  for (const locale of LOCALES) {
    const state = newConversation({ locale, place: CHANNEL_PROFILES.webchat, now: NOW, bookRevision: book.revision });
    const expected = expectation(book, state, NOW);
    for (const { text, intent } of rows(locale)) {
      const { commands } = await nlu.understand(text, expected, { now: NOW, zone: 'Asia/Tokyo' });
      scored[locale].push({ text, intent, predicted: predictedBy(commands) });
    }
  }
}, 60_000);

const share = (of: readonly Scored[], is: (row: Scored) => boolean) => of.filter(is).length / of.length;

describe.each(LOCALES)('sentences of strangers in %s', (locale) => {
  const of = (intent: string) => scored[locale].filter((row) => row.intent === intent);

  it.each(MAIN)('start %s at least 85 times in 100', (flow) => {
    expect(share(of(flow), ({ predicted }) => predicted === flow)).toBeGreaterThanOrEqual(0.85);
  });

  it('bring a person at least 95 times in 100', () => {
    expect(share(of('handoff'), ({ predicted }) => predicted === 'handoff')).toBeGreaterThanOrEqual(0.95);
  });

  it('start nothing that no shop can serve more than 10 times in 100', () => {
    const acted = share(of('out_of_scope'), ({ predicted }) => [...MAIN, 'handoff'].includes(predicted));
    expect(acted).toBeLessThanOrEqual(0.1);
  });

  it('are no examples of the dialogs', async () => {
    const { examples } = await readBook();
    const phrases = new Set(
      Object.values(examples[locale]).flatMap((flow) => flow.map(({ text }) => text.toLowerCase())),
    );
    expect(rows(locale).filter(({ text }) => phrases.has(text.toLowerCase()))).toEqual([]);
  });
});
