import type { FlowBook } from '../flow/flow-book.ts';
import type { Effect, TraceEntry } from '../protocol/effect.ts';
import type { EngineEvent, InboundEvent } from '../protocol/event.ts';
import type { Instant } from '../protocol/ids.ts';
import type { Outcome } from '../protocol/outcome.ts';
import type { ConversationState } from '../protocol/state.ts';
import type { Expectation, Understanding } from '../protocol/understanding.ts';
import type { Values } from '../protocol/value.ts';
import { advance } from './advance.ts';
import { expectation } from './expectation.ts';
import { neverAgreeUnheard } from './never-agree-unheard.ts';

export type ActEffect = Extract<Effect, { kind: 'act' }>;

/** What a turn needs of the world. */
export interface TurnPorts {
  readonly now: Instant;
  understand(text: string, expected: Expectation): Promise<Understanding>;
  /** Runs an action; `parked` when the place's patience ended first and the answer will come as an event. */
  act(effect: ActEffect, state: ConversationState): Promise<Acted>;
}

/** `held`: it was not run because nobody waits for this turn any more; `key` is what it would have been known by. */
export type Acted = Outcome | 'parked' | { readonly held: { readonly key: string } };

export interface TakenTurn {
  readonly state: ConversationState;
  /** Without the actions that ran already. */
  readonly effects: readonly Effect[];
  readonly trace: readonly TraceEntry[];
  readonly understanding?: Understanding;
  readonly calls: readonly { readonly action: string; readonly with: Values; readonly outcome: string }[];
}

const ROUNDS = 8;

/**
 * One turn from the customer's words to everything that is to be done: understand, advance, act, advance again, at most eight rounds.
 * Actions left over after the last round fail, so that the customer hears it instead of waiting.
 */
export async function takeTurn(
  book: FlowBook,
  state: ConversationState,
  event: InboundEvent,
  ports: TurnPorts,
): Promise<TakenTurn> {
  const understanding = await understand(book, state, event, ports);
  const first: EngineEvent =
    event.kind === 'utterance' && understanding
      ? { kind: 'understood', of: understanding, text: event.text, id: event.id, at: event.at }
      : event;
  const effects: Effect[] = [];
  const trace: TraceEntry[] = [];
  const calls: { action: string; with: Values; outcome: string }[] = [];
  const queue: EngineEvent[] = [first];
  let current = state;
  let rounds = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const step = advance(book, current, next, ports.now);
    current = step.state;
    trace.push(...step.trace);
    for (const effect of step.effects) {
      if (effect.kind !== 'act') {
        effects.push(effect);
        continue;
      }
      rounds += 1;
      const outcome =
        rounds > ROUNDS ? { outcome: 'failed', faultId: 'too-many-actions' } : await ports.act(effect, current);
      const called = nameOf(outcome);
      if (called !== undefined) calls.push({ action: effect.action, with: effect.with, outcome: called });
      queue.push(answerOf(event, effect, outcome));
    }
    if (rounds > ROUNDS * 2) break;
  }
  return { state: current, effects, trace, calls, ...(understanding ? { understanding } : {}) };
}

/** Words are understood unless the platform did it already, or a person of ours reads them. */
async function understand(book: FlowBook, state: ConversationState, event: InboundEvent, ports: TurnPorts) {
  if (event.kind !== 'utterance') return undefined;
  if (event.hint && !state.unheard) return event.hint;
  if (!event.hint && state.control.owner !== 'bot' && state.control.owner !== 'queue') return undefined;
  const expected = expectation(book, state, ports.now);
  return neverAgreeUnheard(
    event.hint ?? (await ports.understand(event.text, expected)),
    expected,
    event,
    state.unheard,
  );
}

/** Nothing where nothing was called. */
function nameOf(acted: Acted): string | undefined {
  if (acted === 'parked') return acted;
  return 'held' in acted ? undefined : acted.outcome;
}

function answerOf(event: InboundEvent, { callId }: ActEffect, outcome: Acted): EngineEvent {
  const id = `${event.id}:${callId}`;
  if (outcome === 'parked') return { kind: 'actionParked', callId, id, at: event.at };
  if ('held' in outcome) return { kind: 'actionHeld', callId, key: outcome.held.key, id, at: event.at };
  return { ...addressed(event), kind: 'actionResult', callId, outcome, id };
}

function addressed({ at, from, locale, conversationId }: InboundEvent) {
  return { at, from, locale, ...(conversationId === undefined ? {} : { conversationId }) };
}
