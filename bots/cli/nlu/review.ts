import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError } from 'commander';
import { normalizePhrase } from '../../../dialogs/flow/checks/normalize-phrase.ts';
import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import type { TrainingExamples } from '../../../integrations/nlu/nlu.ts';
import { readBook } from '../../read-book.ts';
import { readSettings } from '../../read-settings.ts';
import { visitRecords } from '../../visit-records.ts';
import { paint } from '../paint.ts';
import { wholeNumber } from '../whole-number.ts';
import { addExample } from './add-example.ts';
import { findUnclear, type UnclearSentence } from './find-unclear.ts';
import { type ChosenIntent, intentsIn, reviewSentences, sentenceLines } from './review-sentences.ts';

interface ReviewOptions {
  readonly flows: string;
  readonly limit: number;
  readonly below: number;
  readonly from?: string;
  readonly json?: boolean;
}

export const reviewCommand = new Command('review')
  .description(
    "What customers said that was not understood, asked about, or acted on with little confidence, from the kept turns: their masked words, and what they did next. In a terminal each can be made an example: choose its intent, and the sentence is written into the flow's locale file. Sentences that are examples by now are left out.",
  )
  .option('--flows <dir>', 'folder of the flows', 'dialogs/flows')
  .option('--limit <n>', 'at most so many sentences', wholeNumber(1, 10_000), 100)
  .option('--below <confidence>', 'what was acted on with less is listed, 0 to 1', fraction, 0.65)
  .option('--from <time>', 'only of this time and later, such as 2026-11-01', instant)
  .option(
    '--json',
    'print one JSON array of {"text","locale","at","times","why","by","confidence","understood","next"} and nothing else',
  )
  .action(async (options: ReviewOptions) => {
    const { examples } = await readBook(options.flows);
    const found = await find(options, examples);
    if (options.json) return print(JSON.stringify(found));
    if (found.length === 0) return print(paint.good('There is nothing to review.'));
    if (process.stdin.isTTY && process.stdout.isTTY) return review(found, options.flows, examples);
    for (const sentence of found) print(sentenceLines(sentence));
  });

async function find(
  { limit, below, from }: ReviewOptions,
  examples: TrainingExamples,
): Promise<readonly UnclearSentence[]> {
  const known = Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      new Set(Object.values(examples[locale]).flatMap((own) => own.map(({ text }) => normalizePhrase(text)))),
    ]),
  );
  const isKnown = (text: string, locale: Locale) => known[locale]?.has(normalizePhrase(text)) === true;
  const visit = await visitRecords(readSettings());
  try {
    return await findUnclear(visit.records, { limit, below, isKnown, ...(from === undefined ? {} : { from }) });
  } finally {
    await visit.close();
  }
}

async function review(found: readonly UnclearSentence[], flows: string, examples: TrainingExamples): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (question: string) => {
    process.stdout.write(question);
    const { value, done } = await lines.next();
    return done ? undefined : value;
  };
  const intents = intentsIn(examples);
  const add = ({ flow, set, words }: ChosenIntent, text: string, locale: Locale) =>
    addTo(path.join(flows, ...flow.split('/'), `${locale}.yaml`), words ? `[${text}](${words})` : text, set);
  const added = await reviewSentences(found, { intents, ask, write: print, add });
  terminal.close();
  print(paint.good(`${added} new example${added === 1 ? '' : 's'}.`));
  if (added > 0) print('omotenashi check finds mistakes in them; omotenashi nlu test tells what they change.');
}

async function addTo(file: string, text: string, set: ChosenIntent['set']): Promise<string> {
  await writeFile(file, addExample(await readFile(file, 'utf8'), text, set));
  return file;
}

function fraction(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('A number from 0 to 1 is wanted.');
}

function instant(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError('A time such as 2026-11-01 is wanted.');
  return time.toISOString();
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
