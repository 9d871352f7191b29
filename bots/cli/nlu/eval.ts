import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import { paint } from '../paint.ts';
import type { ReadRow } from './read-rows.ts';
import type { EvalFigures } from './score-readings.ts';

interface EvalOptions {
  readonly file: string;
  readonly locale: Locale;
  readonly flows?: string;
  readonly wrong?: boolean;
  readonly json?: boolean;
}

export const evalCommand = new Command('eval')
  .description(
    'Score the shipped bot on sentences: lines of {"text","intent"}, where an intent is order-status, troubleshooting, renewals, handoff, other (everything else that the bot can do), out_of_scope, yes, no or maybe. Only what the bot acts on counts as a prediction: where it asks what is meant, or says that it did not understand, it is out_of_scope. Rows of yes, no and maybe are read with a yes/no question open, all others at the beginning. The settings choose the engine, as in the bot.',
  )
  .requiredOption('--file <file>', 'sentences, .jsonl')
  .addOption(new Option('--locale <locale>', 'their language').choices(LOCALES).makeOptionMandatory())
  .option('--flows <dir>', 'folder of the flows; without it FLOWS_DIR')
  .option('--wrong', 'list the rows that were read otherwise')
  .option(
    '--json',
    'print {"intents":{INTENT:{"n","recall","precision"}},"accuracy","false_trigger_rate","confirm_rate"} as the last line; fractions are 0 to 1',
  )
  .action(async (options: EvalOptions) => {
    const { scoreReadings } = await import('./score-readings.ts');
    const read = await readAll(options);
    const figures = scoreReadings(read);
    if (options.wrong) for (const row of read) if (row.intent !== row.predicted) print(wrongLine(row));
    print(options.json ? JSON.stringify(figures) : tableOf(figures));
  });

async function readAll({ file, locale, flows }: EvalOptions): Promise<readonly ReadRow[]> {
  const [{ readSettings }, { jsonlRows }, { openShipped }, { readRows, unknownIntents }] = await Promise.all([
    import('../../read-settings.ts'),
    import('./read-data-set.ts'),
    import('./open-shipped.ts'),
    import('./read-rows.ts'),
  ]);
  const rows = jsonlRows(await readFile(file, 'utf8'));
  if (rows.length === 0) throw new Error(`There are no rows in ${file}.`);
  const settings = readSettings();
  const { book, nlu, close } = await openShipped(settings, flows ?? settings.FLOWS_DIR);
  try {
    const unknown = unknownIntents(rows, book);
    if (unknown.length > 0) process.stderr.write(`No intents of the bot, scored as other: ${unknown.join(', ')}\n`);
    return await readRows(rows, locale, book, nlu);
  } finally {
    await close();
  }
}

const wrongLine = ({ text, intent, predicted, confirmed }: ReadRow): string =>
  `${intent} → ${paint.error(confirmed ? 'asked what is meant' : predicted)}  ${text}`;

function tableOf({ intents, accuracy, false_trigger_rate: triggers, confirm_rate: asked }: EvalFigures): string {
  const percent = (value: number | null) => (value === null ? '–' : (100 * value).toFixed(1)).padStart(6);
  const rows = Object.entries(intents).map(
    ([name, { n, recall, precision }]) =>
      `${name.padEnd(18)}${String(n).padStart(5)}  recall ${paint.bot(percent(recall))}  precision ${percent(precision)}`,
  );
  return [
    ...rows,
    `accuracy ${percent(accuracy)}   false triggers ${percent(triggers)}   asked what is meant ${percent(asked)}`,
  ].join('\n');
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
