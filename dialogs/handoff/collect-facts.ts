import type { FlowBook } from '../flow/flow-book.ts';
import type { HandoffContext } from '../protocol/handoff-context.ts';
import type { Locale } from '../protocol/locale.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Json } from '../protocol/value.ts';

/** Facts that the customer needn't tell again: the filled slots of `include`, those on top first. Secrets never. */
export function collectFacts(
  book: FlowBook,
  state: ConversationState,
  include: readonly string[],
  agentLocale: Locale,
): HandoffContext['collected'] {
  const frames = [...state.stack.toReversed(), ...(state.finished ? [state.finished] : [])];
  return [...new Set(include)].flatMap((slot) => {
    const frame = frames.find(
      (candidate) => candidate.slots[slot] !== undefined && book.flows[candidate.flow]?.slots[slot],
    );
    const definition = frame ? book.flows[frame.flow]?.slots[slot] : book.slots[slot];
    const value: Json | undefined = frame ? frame.slots[slot] : state.memory[slot];
    if (!definition || definition.sensitivity === 'secret' || value === undefined || value === null) return [];
    const turn = turnOf(state, value);
    return [
      {
        key: slot,
        label: definition.label?.[agentLocale] ?? slot.replaceAll('_', ' '),
        value: toMutable(value),
        source: sourceOf(frames, slot, definition.from),
        confirmed: true,
        ...(turn === undefined ? {} : { turnId: String(turn) }),
        ...(definition.sensitivity === 'personal' ? { pii: true } : {}),
      },
    ];
  });
}

function sourceOf(
  frames: readonly Frame[],
  slot: string,
  from: 'customer' | 'action' | 'set',
): 'said' | 'crm' | 'inferred' {
  const step = frames.find((frame) => frame.origins[slot])?.origins[slot]?.step;
  if (from === 'action') return 'crm';
  return step === undefined && from === 'customer' ? 'said' : 'inferred';
}

/** The turn in which the customer said these very words. */
function turnOf({ history }: ConversationState, value: Json): number | undefined {
  if (typeof value !== 'string' || value.length < 2) return undefined;
  return history.findLast(({ by, text }) => by === 'customer' && text?.includes(value))?.turn;
}

/** zod's JSON type has no readonly; a copy through JSON keeps values the same and types honest. */
function toMutable(value: Json): HandoffContext['collected'][number]['value'] {
  return JSON.parse(JSON.stringify(value));
}
