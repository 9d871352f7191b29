import { normalizePhrase } from '../../../dialogs/flow/checks/normalize-phrase.ts';
import { type AuthoredPhrase, byIntent, intentOf } from '../../../dialogs/flow/phrases/authored-phrase.ts';
import { findNearPhrases } from '../../../dialogs/flow/phrases/find-near-phrases.ts';
import { findSharedRuns } from '../../../dialogs/flow/phrases/find-shared-runs.ts';
import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import type { TrainingExamples } from '../../../integrations/nlu/nlu.ts';

/** Something about the examples that makes understanding worse. */
export interface LintFinding {
  readonly severity: 'error' | 'warning';
  readonly code: 'duplicate' | 'near' | 'runs' | 'thin' | 'missing-locale' | 'confusion';
  readonly locale: Locale;
  readonly intent: string;
  readonly message: string;
  /** Examples that it is about. */
  readonly texts?: readonly string[];
}

/** What an intent needs in each language. */
const ENOUGH = 60;
/** Share of an intent's examples that may have a run of words in common. */
const MOST_SHARING = 0.2;
/** Runs shown. */
const SHOWN = 5;

/** What is wrong with the examples by their words alone: no model is trained. */
export function lintExamples(examples: TrainingExamples): readonly LintFinding[] {
  const byLocale = LOCALES.map((locale) => {
    const phrases = Object.entries(examples[locale]).flatMap(([flow, own]) =>
      own.map((example): AuthoredPhrase => ({ intent: intentOf(flow, example), example })),
    );
    return { locale, phrases, intents: byIntent(phrases) };
  });
  return byLocale.flatMap(({ locale, phrases, intents }) => [
    ...duplicatesOf(phrases, locale),
    ...[...intents].flatMap(([intent, own]) => repetitionsOf(intent, own, locale)),
    ...byLocale
      .flatMap((other) => [...other.intents.keys()])
      .filter((intent, index, all) => !intents.has(intent) && all.indexOf(intent) === index)
      .map((intent) => missing(intent, locale)),
  ]);
}

const missing = (intent: string, locale: Locale): LintFinding => ({
  ...{ severity: 'error', code: 'missing-locale', locale, intent },
  message: 'There are examples in another language and none in this one.',
});

/** The same words for two intents: whoever says them cannot be understood. */
function duplicatesOf(phrases: readonly AuthoredPhrase[], locale: Locale): readonly LintFinding[] {
  const first = new Map<string, string>();
  return phrases.flatMap(({ intent, example }): readonly LintFinding[] => {
    const words = normalizePhrase(example.text);
    const other = first.get(words);
    if (other === undefined) first.set(words, intent);
    if (other === undefined) return [];
    const texts = [example.text];
    return other === intent
      ? [{ severity: 'warning', code: 'duplicate', locale, intent, message: 'An example stands there twice.', texts }]
      : [
          {
            severity: 'error',
            code: 'duplicate',
            locale,
            intent,
            message: `It is an example of ${other}, too.`,
            texts,
          },
        ];
  });
}

function repetitionsOf(intent: string, own: readonly AuthoredPhrase[], locale: Locale): readonly LintFinding[] {
  const about = { severity: 'warning', locale, intent } as const;
  const near = findNearPhrases(own, locale).filter(
    ({ phrase, other }) => normalizePhrase(phrase.example.text) !== normalizePhrase(other.example.text),
  );
  const { share, runs } = findSharedRuns(
    own.map(({ example }) => example),
    locale,
  );
  const shown = runs.slice(0, SHOWN).map(({ run, times }) => `${run} ×${times}`);
  return [
    ...near.map(({ phrase, other }): LintFinding => {
      const texts = [other.example.text, phrase.example.text];
      return { ...about, code: 'near', message: 'They differ by one word at most: one of them teaches enough.', texts };
    }),
    ...(share > MOST_SHARING ? [sharing(about, share, shown)] : []),
    ...(own.length < ENOUGH
      ? [{ ...about, code: 'thin', message: `${own.length} examples; ${ENOUGH} understand well.` } as const]
      : []),
  ];
}

function sharing(
  about: Pick<LintFinding, 'severity' | 'locale' | 'intent'>,
  share: number,
  texts: readonly string[],
): LintFinding {
  const run = about.locale === 'ja' ? 'eight characters' : 'four words';
  const most = Math.round(100 * MOST_SHARING);
  const message = `${Math.round(100 * share)} % share a run of ${run} with another; ${most} % are enough.`;
  return { ...about, code: 'runs', message, texts };
}
