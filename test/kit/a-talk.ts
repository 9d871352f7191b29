import { advance } from '../../dialogs/engine/advance.ts';
import { newConversation } from '../../dialogs/engine/new-conversation.ts';
import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { Command } from '../../dialogs/protocol/command.ts';
import type { Effect, TraceEntry } from '../../dialogs/protocol/effect.ts';
import type { EngineEvent, EventBody } from '../../dialogs/protocol/event.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Outcome } from '../../dialogs/protocol/outcome.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import { CHANNEL_PROFILES, type ProfileName } from '../../dialogs/scripts/channel-profiles.ts';

type Act = Extract<Effect, { kind: 'act' }>;

export interface TalkOptions {
  readonly book: FlowBook;
  /** `held`: nobody waits for the turn any more, and it is not run. */
  readonly act?: (effect: Act) => Outcome | 'parked' | 'later' | 'held';
  readonly locale?: Locale;
  readonly profile?: ProfileName;
}

/** What an action that is held back would have been known by. */
const KEY = 'first';
const START = Date.parse('2026-11-24T09:00:00.000Z');

/** A conversation of the tests: what the customer means is given, actions answer at once, the clock moves a second a turn. */
export function aTalk({ book, act = () => ({ outcome: 'ok' }), locale = 'en', profile = 'webchat' }: TalkOptions) {
  const place = CHANNEL_PROFILES[profile];
  let now = START;
  let count = 0;
  let state: ConversationState = newConversation({
    locale,
    place,
    now: new Date(now).toISOString(),
    bookRevision: book.revision,
  });
  let effects: Effect[] = [];
  let trace: TraceEntry[] = [];

  function send(event: EngineEvent): void {
    effects = [];
    trace = [];
    const queue = [event];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const step = advance(book, state, next, new Date(now).toISOString());
      state = step.state;
      effects.push(...step.effects);
      trace.push(...step.trace);
      for (const effect of step.effects) if (effect.kind === 'act') queue.push(...answer(effect));
    }
  }

  function answer(effect: Act): EngineEvent[] {
    const outcome = act(effect);
    if (outcome === 'later') return [];
    if (outcome === 'held') return [{ kind: 'actionHeld', callId: effect.callId, key: KEY, id: newId(), at: at() }];
    if (outcome === 'parked') return [{ kind: 'actionParked', callId: effect.callId, id: newId(), at: at() }];
    return [inbound({ kind: 'actionResult', callId: effect.callId, outcome })];
  }

  const at = () => new Date(now).toISOString();
  const newId = () => `event-${count++}`;
  const inbound = (body: EventBody): EngineEvent => ({
    id: newId(),
    at: at(),
    from: { channel: profile, accountId: 'shop', userId: 'someone' },
    locale,
    ...body,
  });

  const talk = {
    /** The customer says something that was understood to mean these commands. */
    says(text: string, ...commands: Command[]) {
      now += 1000;
      send({ kind: 'understood', of: { commands, confidence: 1, by: 'given' }, text, id: newId(), at: at() });
      return talk;
    },
    gets(body: EventBody) {
      now += 1000;
      send(inbound(body));
      return talk;
    },
    waits(minutes: number) {
      now += minutes * 60_000;
      return talk;
    },
    get state() {
      return state;
    },
    set state(next: ConversationState) {
      state = next;
    },
    get effects() {
      return effects;
    },
    get trace() {
      return trace;
    },
    /** Keys of what the bot said in the last turn. */
    get said() {
      return effects.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
    },
    get calls() {
      return effects.flatMap((effect) => (effect.kind === 'act' ? [effect.action] : []));
    },
    /** Where it stands: flow and step on top. */
    get standing() {
      const top = state.stack.at(-1);
      return top ? `${top.flow}.${top.step}` : 'nothing';
    },
    get flows() {
      return state.stack.map(({ flow }) => flow);
    },
  };
  return talk;
}
