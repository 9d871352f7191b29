/** Examples of one intent that are taken for another. */
export interface Confusion {
  readonly intent: string;
  readonly guessed: string;
  readonly times: number;
  /** Share of the intent's examples. */
  readonly share: number;
  /** Some of them. */
  readonly texts: readonly string[];
}

interface Guessed {
  readonly text: string;
  readonly intent: string;
  readonly guessed: string;
}

/** Examples shown of a confusion. */
const SHOWN = 3;

/** What is taken for what, most often first. */
export function confusionsOf(held: readonly Guessed[]): readonly Confusion[] {
  const sizes = new Map<string, number>();
  const wrong = new Map<string, Guessed[]>();
  for (const row of held) {
    sizes.set(row.intent, (sizes.get(row.intent) ?? 0) + 1);
    if (row.guessed === row.intent) continue;
    const pair = JSON.stringify([row.intent, row.guessed]);
    wrong.set(pair, [...(wrong.get(pair) ?? []), row]);
  }
  return [...wrong.values()]
    .flatMap((rows): readonly Confusion[] => {
      const [first] = rows;
      if (!first) return [];
      const { intent, guessed } = first;
      const texts = rows.slice(0, SHOWN).map(({ text }) => text);
      return [{ intent, guessed, times: rows.length, share: rows.length / (sizes.get(intent) ?? 1), texts }];
    })
    .sort((a, b) => b.times - a.times || (a.intent < b.intent ? -1 : 1));
}
