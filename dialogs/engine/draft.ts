import type { FlowBook } from '../flow/flow-book.ts';
import type { Effect, TraceEntry } from '../protocol/effect.ts';
import type { Instant } from '../protocol/ids.ts';
import type { ConversationState, Frame, SaidText } from '../protocol/state.ts';

/**
 * What one call of `advance` works on. `state` is replaced, never changed in place, so a draft that fails halfway costs nothing:
 * the caller still holds the state it came with.
 */
export interface Draft {
  readonly book: FlowBook;
  readonly now: Instant;
  /** The event's id: ids made in this turn are built on it, so that a turn that is run again makes the same ones. */
  readonly eventId: string;
  /** The customer's words of this event, empty where there are none. */
  readonly words: string;
  state: ConversationState;
  /** What was said before this event: the words that "repeat" repeats. */
  readonly before: readonly SaidText[];
  /** Has this event begun a turn in which nothing is said yet? */
  fresh: boolean;
  readonly effects: Effect[];
  readonly trace: TraceEntry[];
  /** Frames that ended and whose consequences are still to come. */
  readonly endings: Ending[];
}

export interface Ending {
  readonly frame: Frame;
  readonly outcome: 'success' | 'failed';
  /** The session ends with it. */
  readonly close: boolean;
}

export function openDraft(
  book: FlowBook,
  state: ConversationState,
  event: { readonly id: string; readonly words: string; readonly fresh: boolean },
  now: Instant,
): Draft {
  return {
    book,
    now,
    eventId: event.id,
    words: event.words,
    state,
    before: state.lastSaid,
    fresh: event.fresh,
    effects: [],
    trace: [],
    endings: [],
  };
}
