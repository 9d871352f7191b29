import type { FlowBook } from '../flow/flow-book.ts';
import type { Effect, TraceEntry } from '../protocol/effect.ts';
import type { EngineEvent } from '../protocol/event.ts';
import type { Instant } from '../protocol/ids.ts';
import type { ConversationState } from '../protocol/state.ts';
import { closeEvent } from './close-event.ts';
import { passControl } from './control.ts';
import { openDraft } from './draft.ts';
import { fitState } from './fit-state.ts';
import { handleEvent } from './handle-event.ts';
import { runFlows } from './run-flows.ts';
import { startPattern } from './start-pattern.ts';

export interface Advanced {
  readonly state: ConversationState;
  readonly effects: readonly Effect[];
  readonly trace: readonly TraceEntry[];
}

/**
 * The whole mind in one function: what the conversation is after this event, and what is to be done about it. Pure: the same book,
 * state, event and time give the same answer. Never throws: a fault of ours becomes an apology, with the state as it was.
 * @example advance(book, state, { kind: 'understood', of: { commands: [{ kind: 'affirm' }], … }, text: 'yes', id, at }, now)
 */
export function advance(book: FlowBook, state: ConversationState, event: EngineEvent, now: Instant): Advanced {
  try {
    const draft = openDraft(book, state, { id: event.id, words: wordsOf(event), fresh: isTurn(event) }, now);
    handleEvent(draft, event);
    runFlows(draft);
    closeEvent(draft, event);
    // An action is awaited before a word is said: what was said a turn ago must not count as said in this one.
    if (draft.fresh && isTurn(event) && draft.effects.some(({ kind }) => kind === 'act')) {
      draft.state = { ...draft.state, lastSaid: [] };
    }
    return { state: fitState(draft.state), effects: draft.effects, trace: draft.trace };
  } catch (error) {
    return apologise(book, state, event, now, error);
  }
}

function wordsOf(event: EngineEvent): string {
  if (event.kind === 'understood' || event.kind === 'utterance') return event.text;
  return '';
}

/** Answers of actions belong to the turn that asked for them; everything else begins one. */
function isTurn(event: EngineEvent): boolean {
  return event.kind !== 'actionResult' && event.kind !== 'actionParked' && event.kind !== 'actionHeld';
}

/** What the shell hears when our own code fails: the state of before, words of regret, and a person where not even those can be said. */
function apologise(
  book: FlowBook,
  state: ConversationState,
  event: EngineEvent,
  now: Instant,
  error: unknown,
): Advanced {
  const detail = { fault: error instanceof Error ? error.message : String(error), event: event.kind };
  const warning: TraceEntry = { kind: 'warning', detail };
  if (state.control.owner !== 'bot') return { state, effects: [], trace: [warning] };
  const draft = openDraft(book, state, { id: event.id, words: '', fresh: true }, now);
  try {
    startPattern(draft, 'internal-error', { fault_id: event.id.slice(-8), may_retry: false });
    runFlows(draft);
    return { state: draft.state, effects: draft.effects, trace: [warning, ...draft.trace] };
  } catch {
    const last = openDraft(book, state, { id: event.id, words: '', fresh: true }, now);
    passControl(last, 'queue');
    return { state: last.state, effects: last.effects, trace: [warning] };
  }
}
