import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Json, Slots } from '../protocol/value.ts';
import { POLICY } from './policy.ts';

/** Keeps a state within its size: first the oldest of what is only remembered goes, then what can be asked or fetched again. */
export function fitState(state: ConversationState): ConversationState {
  if (mostBytes(state) <= POLICY.stateBytes) return state;
  let fitted = state;
  for (const shrink of [shortHistory(30), shortHistory(10), leaner, shortHistory(0), smallestSlots]) {
    if (bytes(fitted) <= POLICY.stateBytes) return fitted;
    fitted = shrink(fitted);
  }
  return fitted;
}

/** Never less than what the value takes as JSON: most states are far from full, and need not be written down to see it. */
function mostBytes(value: unknown): number {
  if (typeof value === 'string') return value.length * MOST_A_UNIT + 2;
  if (typeof value !== 'object' || value === null) return MOST_PLAIN;
  let bytes = 2;
  if (Array.isArray(value)) {
    for (const one of value) bytes += mostBytes(one) + 1;
    return bytes;
  }
  const record = value as Readonly<Record<string, unknown>>; // neither null nor a list: seen above
  for (const name in record) bytes += name.length * MOST_A_UNIT + 4 + mostBytes(record[name]);
  return bytes;
}

/** A UTF-16 unit takes three bytes at most, and six where it is escaped. */
const MOST_A_UNIT = 6;
/** Digits of a number at their longest, and more than `false` and `null`. */
const MOST_PLAIN = 25;

type Shrink = (state: ConversationState) => ConversationState;

function bytes(state: ConversationState): number {
  const json = JSON.stringify(state);
  // Three bytes a character is the most that UTF-8 takes for one UTF-16 unit, so short states need no counting.
  return json.length * 3 <= POLICY.stateBytes ? json.length : new TextEncoder().encode(json).length;
}

function shortHistory(length: number): Shrink {
  return (state) => ({ ...state, history: length === 0 ? [] : state.history.slice(-length) });
}

function leaner(state: ConversationState): ConversationState {
  const { finished: _, ...rest } = state;
  return { ...rest, parked: [], timesSaid: Object.fromEntries(Object.entries(state.timesSaid).slice(-60)) };
}

/** Whole answers of company systems go last: the flow asks for them again when it needs them. */
function smallestSlots(state: ConversationState): ConversationState {
  return {
    ...state,
    lastSaid: state.lastSaid.map(({ text }) => ({ text, with: {} })),
    memory: smaller(state.memory),
    stack: state.stack.map((frame): Frame => ({ ...frame, slots: smaller(frame.slots) })),
  };
}

function smaller(slots: Slots): Slots {
  return Object.fromEntries(
    Object.entries(slots).filter(([, value]: [string, Json]) => JSON.stringify(value).length <= 1500),
  );
}
