import type { ExpressionContext } from '../flow/flow-book.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Json, Values } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { visibleSlots } from './visible-slots.ts';

type Reader = Pick<Draft, 'book' | 'state' | 'now'>;

// A step asks several conditions of one and the same state; a state is replaced, never changed.
const latest = new WeakMap<ConversationState, { readonly reader: Reader; frame: Frame; context: ExpressionContext }>();

/** What expressions of this frame may read. */
export function expressionContext(draft: Reader, frame: Frame): ExpressionContext {
  const { state, book, now } = draft;
  const known = latest.get(state);
  if (known?.frame === frame && known.reader.book === book && known.reader.now === now) return known.context;
  const context = contextOf(draft, frame);
  latest.set(state, { reader: { state, book, now }, frame, context });
  return context;
}

function contextOf({ state, book, now }: Reader, frame: Frame): ExpressionContext {
  return {
    slots: visibleSlots(book, state, frame),
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
