import type { ExpressionContext } from '../flow/flow-book.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import type { Instant } from '../protocol/ids.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Json, Slots, Values } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { visibleSlots } from './visible-slots.ts';

type Reader = Pick<Draft, 'book' | 'state' | 'now'>;

/** What a context was made of. All of it is replaced when it changes, never changed in place. */
interface Made {
  readonly state: ConversationState;
  readonly now: Instant;
  readonly context: ExpressionContext;
}

// A turn asks many conditions one after the other, and what they may read changes seldom.
const latest = new WeakMap<Slots, Made>();

/** What expressions of this frame may read. */
export function expressionContext({ book, state, now }: Reader, frame: Frame): ExpressionContext {
  const slots = visibleSlots(book, state, frame);
  const known = latest.get(slots);
  if (known && known.now === now && readsTheSame(known.state, state)) return known.context;
  const context = contextOf(slots, state, now);
  latest.set(slots, { state, now, context });
  return context;
}

/** Is everything besides the slots, which an expression may read, the same in both? */
function readsTheSame(one: ConversationState, other: ConversationState): boolean {
  return (
    one === other ||
    (one.customer === other.customer &&
      one.identity === other.identity &&
      one.place === other.place &&
      one.locale === other.locale &&
      one.turnNumber === other.turnNumber &&
      one.misses === other.misses &&
      one.repeatContact === other.repeatContact)
  );
}

function contextOf(slots: Slots, state: ConversationState, now: Instant): ExpressionContext {
  return {
    slots,
    customer: { ...state.customer },
    identity: { level: state.identity.level, proves: { ...state.identity.proves } },
    channel: channelOf(state.place),
    locale: state.locale,
    now,
    conversation: {
      turns: state.turnNumber,
      misses: state.misses,
      repeat_contact: state.repeatContact ?? false,
    },
  };
}

const channels = new WeakMap<Capabilities, Json>();

/** What a place can do, in the words that designers ask for it with. */
function channelOf(place: Capabilities): Json {
  const { speech, screen, cards, typing, audience, purchase } = place;
  const known = channels.get(place);
  if (known !== undefined) return known;
  const channel = { speech, screen, buttons: place.buttons > 0, cards, typing, audience, purchase };
  channels.set(place, channel);
  return channel;
}

/** A value as authors write it: a string is an expression, everything else is itself. Undefined where it cannot be worked out. */
export function evaluate(draft: Draft, frame: Frame, source: Json): Json | undefined {
  if (typeof source !== 'string') return source;
  const result = draft.book.evaluate(frame.flow, source, expressionContext(draft, frame));
  if ('value' in result) return result.value;
  draft.trace.push({
    kind: 'warning',
    flow: frame.flow,
    step: frame.step,
    detail: { expression: source, error: result.error },
  });
  return undefined;
}

export function holds(draft: Draft, frame: Frame, condition: string | undefined): boolean {
  return condition === undefined || evaluate(draft, frame, condition) === true;
}

/** Each entry worked out; what is empty is left out. */
export function evaluateAll(draft: Draft, frame: Frame, sources: Readonly<Record<string, Json>>): Values {
  const values: Record<string, Json> = {};
  for (const [name, source] of Object.entries(sources)) {
    // An expression that only names an empty slot is no mistake: the value is absent.
    if (typeof source === 'string' && isEmptySlot(draft, frame, source)) continue;
    const value = evaluate(draft, frame, source);
    if (value !== undefined && value !== null) values[name] = value;
  }
  return values;
}

function isEmptySlot(draft: Draft, frame: Frame, source: string): boolean {
  if (!source.startsWith('slots.')) return false;
  const name = /^slots\.([a-z][a-z0-9_]*)/.exec(source)?.[1];
  return name !== undefined && !(name in visibleSlots(draft.book, draft.state, frame)) && /^[\w.]+$/.test(source);
}
