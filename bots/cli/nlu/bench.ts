import { Command, Option } from 'commander';
import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import type { DataSet, DataSetFigures } from '../../../integrations/nlu/embedded/measure/measure-data-set.ts';
import { paint } from '../paint.ts';

interface BenchOptions {
  readonly train: string;
  readonly test: string;
  readonly oosLabel: string;
  readonly oosTrain?: boolean;
  readonly encoder?: boolean;
  readonly locale?: Locale;
  readonly json?: boolean;
}

export const benchCommand = new Command('bench')
  .description(
    'Train the engine on any data set and score it on another file: .csv with the columns text and category, .jsonl with {"text","intent"}, or CLINC\'s .json, which is given as both and split by its keys. Where the test rows hold out-of-scope ones, guesses below a threshold are rejected: the highest that loses at most 2 points of in-scope accuracy on validation rows (CLINC\'s val), else by cross-validation of the training rows.',
  )
  .requiredOption('--train <file>', 'rows to learn from')
  .requiredOption('--test <file>', 'rows to score')
  .option('--oos-label <name>', 'intent of the rows that are out of scope', 'oos')
  .option('--oos-train', 'learn from the out-of-scope rows of the training file, too')
  .option('--encoder', 'add the English sentence encoder (docs/how-to/measure-understanding.md)')
  .addOption(new Option('--locale <locale>', 'language of the rows; without it their letters tell').choices(LOCALES))
  .option(
    '--json',
    'print {"in_scope_accuracy","oos_recall","mcc","train_ms","p50_us","p95_us","rss_mb"} and nothing else; fractions are 0 to 1',
  )
  .action(async (options: BenchOptions) => {
    const figures = await bench(options);
    process.stdout.write(options.json ? `${JSON.stringify(figures)}\n` : tableOf(figures));
  });

async function bench(options: BenchOptions): Promise<DataSetFigures> {
  const { measureDataSet } = await import('../../../integrations/nlu/embedded/measure/measure-data-set.ts');
  const progress = (what: string) => void process.stderr.write(`${what}\n`);
  const set = await readSet(options);
  if (!options.encoder) return measureDataSet(set, { progress });
  const { openUseLite } = await import('../../../integrations/nlu/use-lite/index.ts');
  return measureDataSet(set, { progress, encoder: await openUseLite() });
}

async function readSet({ train, test, oosLabel, oosTrain, locale }: BenchOptions): Promise<DataSet> {
  const { readDataSet } = await import('./read-data-set.ts');
  const from = await readDataSet(train, oosLabel);
  const to = train === test ? from : await readDataSet(test, oosLabel);
  const isOut = ({ intent }: { readonly intent: string }) => intent === oosLabel;
  const isIn = (row: { readonly intent: string }) => !isOut(row);
  const textOf = ({ text }: { readonly text: string }) => text;
  if (!from.train.some(isIn)) throw new Error(`There are no rows to learn from in ${train}.`);
  if (!to.test.some(isIn)) throw new Error(`There are no in-scope rows to score in ${test}.`);
  return {
    locale: locale ?? languageOf(from.train.map(textOf)),
    train: from.train.filter(isIn),
    oosTrain: oosTrain ? from.train.filter(isOut).map(textOf) : [],
    validation: from.validation.filter(isIn),
    test: to.test.filter(isIn),
    oosTest: to.test.filter(isOut).map(textOf),
  };
}

/** Japanese where most rows have kana or kanji. */
function languageOf(texts: readonly string[]): Locale {
  const japanese = texts.filter((text) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text));
  return japanese.length * 2 > texts.length ? 'ja' : 'en';
}

function tableOf(figures: DataSetFigures): string {
  const percent = (value: number | null) => (value === null ? '–' : (100 * value).toFixed(1));
  const rows = [
    ['in-scope accuracy', `${percent(figures.in_scope_accuracy)} %`],
    ['out-of-scope recall', `${percent(figures.oos_recall)} %`],
    ['MCC', figures.mcc === null ? '–' : figures.mcc.toFixed(3)],
    ['training', `${figures.train_ms} ms`],
    ['a message', `p50 ${figures.p50_us} µs, p95 ${figures.p95_us} µs`],
    ['memory', `${figures.rss_mb} MB`],
  ] as const;
  return rows.map(([name, value]) => `${name.padEnd(22)}${paint.bot(value)}\n`).join('');
}
