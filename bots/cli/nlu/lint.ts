import { Command } from 'commander';
import { LOCALES } from '../../../dialogs/protocol/locale.ts';
import type { TrainingExamples } from '../../../integrations/nlu/nlu.ts';
import { paint } from '../paint.ts';
import type { LintFinding } from './lint-examples.ts';

interface LintOptions {
  readonly flows: string;
  /** False for `--no-confusions`. */
  readonly confusions: boolean;
  readonly json?: boolean;
}

/** A confusion is worth telling from here on: fewer are chance. */
const TIMES = 3;
const SHARE = 0.1;

export const lintCommand = new Command('lint')
  .description(
    'What makes the examples teach less than they could: the same words under two intents, near duplicates (one word apart, fillers and marked values aside), runs of words that too many share, thin intents, languages without examples, and intents that are taken for each other. Exit status 1 when the same words stand under two intents or a language is missing.',
  )
  .option('--flows <dir>', 'folder of the flows', 'dialogs/flows')
  .option('--no-confusions', 'leave out the cross-validation, which takes half a minute')
  .option('--json', 'print [{"severity","code","locale","intent","message","texts"}] and nothing else')
  .action(async ({ flows, confusions, json }: LintOptions) => {
    const { readBook } = await import('../../read-book.ts');
    const { lintExamples } = await import('./lint-examples.ts');
    const { examples } = await readBook(flows);
    const found = [...lintExamples(examples), ...(confusions ? await confusionsIn(examples) : [])];
    process.stdout.write(json ? `${JSON.stringify(found)}\n` : listOf(found));
    if (found.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  });

async function confusionsIn(examples: TrainingExamples): Promise<readonly LintFinding[]> {
  const { validateExamples } = await import('./validate-examples.ts');
  const { confusionsOf } = await import('./confusions.ts');
  const held = validateExamples(examples);
  return LOCALES.flatMap((locale) =>
    confusionsOf(held.get(locale) ?? [])
      .filter(({ times, share }) => times >= TIMES && share >= SHARE)
      .map(({ intent, guessed, times, share, texts }): LintFinding => {
        const message = `${times} examples (${Math.round(100 * share)} %) are taken for ${guessed}.`;
        return { severity: 'warning', code: 'confusion', locale, intent, message, texts };
      }),
  );
}

function listOf(found: readonly LintFinding[]): string {
  const lines = found.map(({ severity, code, locale, intent, message, texts = [] }) => {
    const name = severity === 'error' ? paint.error(code) : paint.waiting(code);
    return `${locale} ${paint.bot(intent)} ${name} – ${message}${texts.map((text) => `\n    ${text}`).join('')}`;
  });
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const sum = `${errors} errors, ${found.length - errors} warnings`;
  return `${[...lines, errors > 0 ? paint.error(sum) : paint.good(sum)].join('\n')}\n`;
}
