import type { HeldPhrase } from '../../../integrations/nlu/embedded/measure/cross-validate.ts';
import { type Confusion, confusionsOf } from './confusions.ts';

/** How a language's examples were read by models that had not seen them. */
export interface CrossValidation {
  readonly accuracy: number;
  /** The same where only the flow counts, and not its wish. */
  readonly flow_accuracy: number;
  /** Worst first. */
  readonly intents: Readonly<Record<string, { readonly n: number; readonly recall: number }>>;
  readonly confusions: readonly Confusion[];
}

/** @param most confusions told */
export function summarise(held: readonly HeldPhrase[], most: number): CrossValidation {
  const byIntent = new Map<string, { n: number; right: number }>();
  for (const { intent, guessed } of held) {
    const sum = byIntent.get(intent) ?? { n: 0, right: 0 };
    byIntent.set(intent, { n: sum.n + 1, right: sum.right + (guessed === intent ? 1 : 0) });
  }
  const intents = [...byIntent]
    .map(([intent, { n, right }]) => [intent, { n, recall: right / n }] as const)
    .sort(([, a], [, b]) => a.recall - b.recall);
  const share = (is: (row: HeldPhrase) => boolean) => (held.length === 0 ? 0 : held.filter(is).length / held.length);
  return {
    accuracy: share(({ intent, guessed }) => intent === guessed),
    flow_accuracy: share(({ intent, guessed }) => flowOf(intent) === flowOf(guessed)),
    intents: Object.fromEntries(intents),
    confusions: confusionsOf(held).slice(0, most),
  };
}

/** An intent's name begins with its flow. */
const flowOf = (intent: string): string => intent.split(' ', 1)[0] ?? intent;
