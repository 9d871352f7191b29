import { Command, Option } from 'commander';
import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import { paint } from '../paint.ts';
import { wholeNumber } from '../whole-number.ts';
import type { Confusion } from './confusions.ts';
import type { CrossValidation } from './cross-validation.ts';

interface TestOptions {
  readonly flows: string;
  readonly locale?: Locale;
  readonly confusions: number;
  readonly json?: boolean;
}

export const nluTestCommand = new Command('test')
  .description(
    'Cross-validate the examples: each is read by a model that learned from the other four fifths. Prints the share that is read rightly per intent, worst first, and what is taken for what. It needs nothing but the dialogs, and takes half a minute.',
  )
  .option('--flows <dir>', 'folder of the flows', 'dialogs/flows')
  .addOption(new Option('--locale <locale>', 'only this language').choices(LOCALES))
  .option('--confusions <n>', 'so many confusions per language', wholeNumber(0, 1000), 20)
  .option(
    '--json',
    'print {"en":{"accuracy","flow_accuracy","intents":{INTENT:{"n","recall"}},"confusions":[…]},…} and nothing else',
  )
  .action(async ({ flows, locale, confusions, json }: TestOptions) => {
    const { readBook } = await import('../../read-book.ts');
    const { validateExamples } = await import('./validate-examples.ts');
    const { summarise } = await import('./cross-validation.ts');
    const held = validateExamples((await readBook(flows)).examples, locale ? [locale] : LOCALES);
    const all = [...held].map(([language, rows]) => [language, summarise(rows, confusions)] as const);
    process.stdout.write(json ? `${JSON.stringify(Object.fromEntries(all))}\n` : all.map(pageOf).join('\n'));
  });

function pageOf([locale, { accuracy, flow_accuracy: flows, intents, confusions }]: readonly [
  Locale,
  CrossValidation,
]): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
  const rows = Object.entries(intents).map(
    ([intent, { n, recall }]) => `${paint.bot(percent(recall))}  ${String(n).padStart(4)}  ${intent}`,
  );
  return `${[`${locale}: the intent of ${percent(accuracy)} %, the flow of ${percent(flows)} %`, ...rows, '', ...confusions.map(lineOf)].join('\n')}\n`;
}

const lineOf = ({ intent, guessed, times, texts }: Confusion): string =>
  `${String(times).padStart(4)}  ${intent} → ${guessed}  ${paint.soft(texts.join(' | '))}`;
