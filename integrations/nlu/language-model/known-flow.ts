import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Slots } from '../../../dialogs/protocol/value.ts';
import type { TrainingExamples } from '../nlu.ts';

/** What the model is told of a flow. */
export interface KnownFlow {
  readonly flow: FlowId;
  /** One line. */
  readonly about: string;
  readonly examples: Readonly<Record<Locale, readonly ShownExample[]>>;
}

export interface ShownExample {
  readonly text: string;
  /** Slots that these words fill besides: `{ wish: 'cancel' }`. */
  readonly set: Slots;
}

/** What a model may say, as far as the dialogs decide it once and for all. */
export interface KnownDialogs {
  readonly flows: readonly KnownFlow[];
  /** What the bot has a word for besides its flows: `thanks`, `bot_identity` … */
  readonly topics: readonly string[];
}

/** Examples of a flow with the same wish that are shown, and of one flow in all. */
const OF_A_WISH = 2;
const OF_A_FLOW = 8;
/** Characters. */
const ONE_LINE = 160;

/** What of the dialogs goes into the prompt: flows that words can start, each with a line about it and a few examples. */
export function knownDialogs(
  flows: Readonly<Record<FlowId, { readonly description: string }>>,
  examples: TrainingExamples,
): KnownDialogs {
  const ids = Object.keys(flows).filter(
    (flow) => !flow.startsWith('patterns/') && (examples.en[flow] ?? examples.ja[flow]) !== undefined,
  );
  const chat = [...(examples.en['patterns/chitchat'] ?? []), ...(examples.ja['patterns/chitchat'] ?? [])];
  return {
    flows: ids.map((flow) => ({
      flow,
      about: (flows[flow]?.description ?? '').replace(/\s+/g, ' ').trim().slice(0, ONE_LINE),
      examples: { en: shown(examples, 'en', flow), ja: shown(examples, 'ja', flow) },
    })),
    topics: [...new Set(chat.flatMap(({ set }) => (typeof set['topic'] === 'string' ? [set['topic']] : [])))].sort(),
  };
}

function shown(examples: TrainingExamples, locale: Locale, flow: FlowId): readonly ShownExample[] {
  const perWish = new Map<string, number>();
  const found: ShownExample[] = [];
  for (const { text, set } of examples[locale][flow] ?? []) {
    const wish = JSON.stringify(set);
    const many = perWish.get(wish) ?? 0;
    if (many >= OF_A_WISH || found.length >= OF_A_FLOW) continue;
    perWish.set(wish, many + 1);
    found.push({ text, set });
  }
  return found;
}
