import type { Locale } from '../../protocol/locale.ts';
import { normalizePhrase } from '../checks/normalize-phrase.ts';
import type { Example } from '../text.ts';
import { wordsOf } from './authored-phrase.ts';

/** How many words in a row, in Japanese characters, two examples may hardly have in common by chance. */
const LENGTH: Readonly<Record<Locale, number>> = { en: 4, ja: 8 };

/** How much the examples of one intent repeat each other. */
export interface SharedRuns {
  /** Share of the examples that have a run in common with another. */
  readonly share: number;
  /** The runs in most examples first. */
  readonly runs: readonly { readonly run: string; readonly times: number }[];
}

/** The share of an intent's examples that have four words (Japanese: eight characters) in a row in common with another one. */
export function findSharedRuns(examples: readonly Example[], locale: Locale): SharedRuns {
  const own = examples.map(({ text }) => runsOf(normalizePhrase(text), locale));
  const times = new Map<string, number>();
  for (const runs of own) for (const run of runs) times.set(run, (times.get(run) ?? 0) + 1);
  const sharing = own.filter((runs) => [...runs].some((run) => (times.get(run) ?? 0) > 1));
  const shared = [...times].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  return {
    share: examples.length === 0 ? 0 : sharing.length / examples.length,
    runs: shared.map(([run, count]) => ({ run, times: count })),
  };
}

function runsOf(plain: string, locale: Locale): ReadonlySet<string> {
  const [parts, between] = locale === 'ja' ? [[...plain.replace(/ /g, '')], ''] : [wordsOf(plain, locale), ' '];
  const length = LENGTH[locale];
  const runs = new Set<string>();
  for (let from = 0; from + length <= parts.length; from++) runs.add(parts.slice(from, from + length).join(between));
  return runs;
}
