import { migrateConversation } from '../engine/migrate-conversation.ts';
import { newConversation } from '../engine/new-conversation.ts';
import { bareFrame } from '../engine/stack.ts';
import { takeTurn } from '../engine/take-turn.ts';
import type { FlowBook } from '../flow/flow-book.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import type { Effect, Outcome, TraceEntry } from '../protocol/effect.ts';
import type { EventBody, InboundEvent } from '../protocol/event.ts';
import type { Instant } from '../protocol/ids.ts';
import type { OutboundMessage } from '../protocol/message.ts';
import type { ConversationState } from '../protocol/state.ts';
import type { Expectation, Understanding } from '../protocol/understanding.ts';
import { composeMessages } from '../response/compose-messages.ts';
import { CHANNEL_PROFILES, type ProfileName } from './channel-profiles.ts';
import { onlyGiven } from './only-given.ts';
import type { Script } from './script.ts';
import { type Coming, type ScriptCall, scriptActions } from './script-actions.ts';

/** What a script runs on: the dialogs, an understanding and the answers of the company's systems. */
export interface ScriptPorts {
  readonly book: FlowBook;
  understand(text: string, expectation: Expectation, context: { now: Instant; zone: string }): Promise<Understanding>;
  /** Asked for actions that the script does not answer itself. */
  act(call: ScriptCall): Promise<Outcome>;
  /** The shop's zone, where the script names none. */
  readonly zone: string;
}

/** What one turn brought. */
export interface TurnResult {
  readonly messages: readonly OutboundMessage[];
  readonly effects: readonly Effect[];
  readonly trace: readonly TraceEntry[];
  readonly understanding?: Understanding;
  readonly calls: readonly string[];
  readonly state: ConversationState;
}

interface Given {
  /** Instead of what the engine would make of the words. */
  readonly understanding?: Understanding | undefined;
  /** Nobody waits for the answer any more: the customer was told that something went wrong. */
  readonly tooLate?: boolean | undefined;
}

/** A conversation in a throw-away world with its own clock: what scripts, the terminal chat and the studio talk to. */
export interface ScriptConversation {
  give(body: EventBody, given?: Given): Promise<TurnResult>;
  /** Time passes; timers that come due are given, in order. */
  wait(ms: number): Promise<TurnResult>;
  state(): ConversationState;
  now(): Instant;
}

const DEFAULT_NOW = '2026-11-24T01:00:00.000Z';
/** A customer reads and answers: time moves between turns, so that nothing happens twice at one instant. */
const TURN_PAUSE_MS = 5_000;

/** Of no book that is shipped. */
const EARLIER_REVISION = 'earlier';

function startState(script: Script, place: Capabilities, now: Instant, ports: ScriptPorts): ConversationState {
  const { customer, slots, began } = script.world;
  const conversation = newConversation({
    locale: script.locale,
    place,
    now,
    bookRevision: began ? EARLIER_REVISION : ports.book.revision,
    zone: script.world.zone ?? ports.zone,
  });
  const stack: ConversationState['stack'] = began
    ? [{ ...bareFrame(began.flow, began.slots), step: began.step, cause: 'customer', waiting: true }]
    : [];
  const fresh = migrateConversation(ports.book, { ...conversation, stack });
  if (!customer) return { ...fresh, memory: { ...fresh.memory, ...slots } };
  const { id, identity, proves, ...facts } = customer;
  return {
    ...fresh,
    memory: { ...fresh.memory, ...slots },
    customer: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    identity: {
      level: identity,
      proves: { ...(id ? { customer: id } : {}), ...onlyGiven(proves ?? {}) },
      method: 'script',
      at: now,
    },
  };
}

/**
 * Starts the conversation of a script on a channel profile; the session's greeting is the first result. With `from` it goes on from
 * there instead, and nothing is said first.
 */
export async function startScriptConversation(
  script: Script,
  profile: ProfileName,
  ports: ScriptPorts,
  from?: ConversationState,
): Promise<{ conversation: ScriptConversation; greeting: TurnResult }> {
  const place: Capabilities = {
    ...CHANNEL_PROFILES[profile],
    ...(script.world.audience ? { audience: script.world.audience } : {}),
  };
  const zone = script.world.zone ?? ports.zone;
  let clock = Date.parse(from?.lastEventAt ?? script.world.now ?? DEFAULT_NOW);
  const instant = () => new Date(clock).toISOString();
  let state = from ?? startState(script, place, instant(), ports);
  let turns = 0;
  /** What time will bring: timers by their id, and the late answers of parked actions by their call. */
  const coming = new Map<string, Coming>();

  const later = (callId: string, answer: Coming) => coming.set(callId, answer);
  const act = scriptActions({ script, ports, profile, zone, place, now: () => clock, later });

  async function give(body: EventBody, { understanding, tooLate = false }: Given = {}): Promise<TurnResult> {
    turns += 1;
    const now = instant();
    const event: InboundEvent = {
      id: `script-${turns}`,
      at: now,
      from: { channel: profile, accountId: 'script', userId: 'customer' },
      locale: state.locale,
      ...body,
    };
    const result = await takeTurn(ports.book, { ...state, place }, event, {
      now,
      understand: async (text, expectation) => understanding ?? ports.understand(text, expectation, { now, zone }),
      act: async (effect, current) =>
        tooLate && effect.late === 'skip' ? { held: { key: `${event.id}|${effect.action}` } } : act(effect, current),
    });
    state = result.state;
    setTimers(coming, result.effects);
    const messages = composeMessages(ports.book, result.effects, {
      locale: state.locale,
      zone,
      now,
      channel: profile,
      place,
      epoch: state.control.epoch,
      messageIds: (n) => `script-${turns}-${n}`,
    });
    clock += TURN_PAUSE_MS;
    return { ...result, messages, calls: result.calls.map(({ action }) => action) };
  }

  async function wait(ms: number): Promise<TurnResult> {
    const until = clock + ms;
    const results: TurnResult[] = [];
    for (;;) {
      const due = [...coming].filter(([, { at }]) => at <= until).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      coming.delete(due[0]);
      clock = Math.max(clock, due[1].at);
      results.push(await give(due[1].body));
    }
    clock = Math.max(clock, until);
    return joinResults(results, state);
  }

  const silent = from !== undefined || script.world.words_first;
  const greeting = silent ? joinResults([], state) : await give(sessionStart(script));
  return { conversation: { give, wait, state: () => state, now: instant }, greeting };
}

function setTimers(coming: Map<string, Coming>, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.kind === 'schedule')
      coming.set(effect.timer, { at: Date.parse(effect.at), body: { kind: 'timer', timer: effect.timer } });
    if (effect.kind === 'unschedule') coming.delete(effect.timer);
  }
}

function joinResults(results: readonly TurnResult[], state: ConversationState): TurnResult {
  return {
    messages: results.flatMap((result) => result.messages),
    effects: results.flatMap((result) => result.effects),
    trace: results.flatMap((result) => result.trace),
    calls: results.flatMap((result) => result.calls),
    state,
  };
}

const sessionStart = (script: Script): EventBody => ({
  kind: 'session',
  phase: 'started',
  ...(script.world.zone ? { zone: script.world.zone } : {}),
});
