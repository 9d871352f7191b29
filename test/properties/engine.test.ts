import fc from 'fast-check';
import { advance } from '../../dialogs/engine/advance.ts';
import { newConversation } from '../../dialogs/engine/new-conversation.ts';
import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import { loadFlowBook } from '../../dialogs/flow/load-flow-book.ts';
import type { Command } from '../../dialogs/protocol/command.ts';
import type { EngineEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../../integrations/action-catalogue.ts';
import { aBook } from '../kit/a-book.ts';
import { anyEvent, anyOutcome, type EventMaker } from '../kit/any-event.ts';
import { readFlows } from '../kit/read-flows.ts';

const OUTPUTS: Readonly<Record<string, Json>> = {
  get_order: { state: 'shipped', eta: '2026-11-26', days_late: 5 },
  list_orders: Array.from({ length: 7 }, (_, i) => ({ value: `CD00000${i}`, label: `Order ${i}` })),
  prepare_offer: { id: 'offer-1', price: 79 },
  search_articles: { title: 'T', answer: 'A', speech: 'S', source: 'Q', url: 'https://example.test' },
};
const NOW = '2026-11-24T09:00:00.000Z';
const START = Date.parse(NOW);

interface Step {
  readonly make: EventMaker;
  readonly outcome: string;
  readonly minutes: number;
}

/** Plays a sequence and holds every law against every single step. */
function play(
  book: FlowBook,
  steps: readonly Step[],
  profile: 'webchat' | 'alexa' | 'sms',
  deterministic: boolean,
): ConversationState {
  let now = START;
  let state = newConversation({
    locale: 'en',
    place: CHANNEL_PROFILES[profile],
    now: new Date(now).toISOString(),
    bookRevision: book.revision,
  });
  steps.forEach(({ make, outcome, minutes }, n) => {
    now += minutes * 60_000;
    const queue = [make(`event-${n}`, state)];
    for (let rounds = 0; queue.length > 0 && rounds < 12; rounds++) {
      const event = queue.shift()!;
      const at = new Date(now).toISOString();
      const before = state;
      const result = advance(book, before, event, at);
      if (deterministic) expect(advance(book, before, event, at)).toEqual(result);
      state = result.state;
      holdLaws(before, event, result);
      for (const effect of result.effects) {
        if (effect.kind !== 'act' || outcome === 'never') continue;
        if (outcome === 'held' && effect.late === 'skip') {
          const key = `event-${n}`;
          queue.push({ kind: 'actionHeld', callId: effect.callId, key, id: `held-${n}-${rounds}`, at });
          continue;
        }
        queue.push(
          outcome === 'parked'
            ? { kind: 'actionParked', callId: effect.callId, id: `parked-${n}-${rounds}`, at }
            : {
                ...result0(at),
                id: `result-${n}-${rounds}`,
                kind: 'actionResult',
                callId: effect.callId,
                outcome: outcomeOf(effect.action, outcome),
              },
        );
      }
    }
  });
  return state;
}

const result0 = (at: string) => ({
  at,
  from: { channel: 'webchat', accountId: 'shop', userId: 'someone' },
  locale: 'en' as const,
});

function outcomeOf(action: string, outcome: string) {
  const output = OUTPUTS[action];
  return outcome === 'ok' && output !== undefined ? { outcome, output } : { outcome };
}

function holdLaws(
  before: ConversationState,
  event: EngineEvent,
  { state, effects, trace }: ReturnType<typeof advance>,
): void {
  const faults = trace.filter((entry) => entry.kind === 'warning' && JSON.stringify(entry.detail).includes('"fault"'));
  if (faults.length > 0) throw new Error(`fault: ${JSON.stringify(faults)} on ${JSON.stringify(event).slice(0, 200)}`);
  const json = JSON.stringify(state);
  if (Buffer.byteLength(json) > 65_536) throw new Error('state too large');
  if (JSON.stringify(JSON.parse(json)) !== json) throw new Error('state is not plain JSON');
  if (effects.length > 40) throw new Error(`too many effects: ${effects.length}`);
  if (trace.some(({ detail }) => detail === 'loop without a question')) throw new Error('ran in a loop');
  const says = effects.filter(({ kind }) => kind === 'say').length;
  const agent = state.control.owner.startsWith('agent:');
  if (agent && before.control.owner === state.control.owner && says > 0) throw new Error('two voices at once');
  if (state.control.epoch < before.control.epoch) throw new Error('the epoch fell');
  if (state.control.owner !== before.control.owner && state.control.epoch === before.control.epoch)
    throw new Error('same epoch');
  holdsWayOn(
    event,
    state,
    says,
    effects.some(({ kind }) => kind === 'act'),
  );
}

/** After every event the talk waits for someone: a question, an action, people; or it has ended, or nothing is open. */
function holdsWayOn(event: EngineEvent, state: ConversationState, says: number, acts: boolean): void {
  const top = state.stack.at(-1);
  const waits = !top || top.waiting || top.calling !== undefined || state.control.owner !== 'bot' || state.closed;
  if (!waits) throw new Error(`stands still at ${top?.flow}.${top?.step}`);
  const spoken =
    event.kind === 'understood' || event.kind === 'utterance' || event.kind === 'choice' || event.kind === 'attachment';
  if (spoken && state.control.owner === 'bot' && !state.closed && says === 0 && !acts)
    throw new Error('met with silence');
}

/** The dialogs as they are shipped, with the actions' descriptors alone: no company system is asked. */
function shippedBook(): FlowBook {
  const { book, problems } = loadFlowBook(readFlows(), { actions: ACTION_CATALOGUE });
  if (!book) throw new Error(JSON.stringify(problems[0]));
  return book;
}

const step = (book: FlowBook): fc.Arbitrary<Step> =>
  fc.record({
    make: anyEvent(book),
    outcome: anyOutcome,
    minutes: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0.1) },
      { weight: 1, arbitrary: fc.constantFrom(3, 30, 300) },
    ),
  });
const profile = fc.constantFrom('webchat' as const, 'alexa' as const, 'sms' as const);

describe('the engine, over any sequence of events', () => {
  it('never faults, always leaves a way on, never speaks over an agent and stays small', () => {
    const book = aBook();
    fc.assert(
      fc.property(fc.array(step(book), { minLength: 1, maxLength: 9 }), profile, (steps, place) => {
        play(book, steps, place, false);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('holds for the shipped dialogs too', () => {
    const book = shippedBook();
    fc.assert(
      fc.property(fc.array(step(book), { minLength: 1, maxLength: 12 }), profile, (steps, place) => {
        play(book, steps, place, false);
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  it('gives the same answer to the same event', () => {
    const book = aBook();
    fc.assert(
      fc.property(fc.array(step(book), { minLength: 1, maxLength: 14 }), profile, (steps, place) => {
        play(book, steps, place, true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('keeps question and slots over any digression', () => {
    const book = aBook();
    const chat = fc.constantFrom('thanks', 'joke', 'help', 'bot_identity', 'abuse', 'greeting');
    const said = (text: string, ...commands: Command[]) =>
      ({ kind: 'understood', of: { commands, confidence: 1, by: 'given' }, text, id: text, at: NOW }) as const;
    fc.assert(
      fc.property(
        fc.constantFrom('order-status', 'renewals'),
        fc.array(chat, { maxLength: 4 }),
        fc.boolean(),
        (flow, topics, aside) => {
          let state = newConversation({
            locale: 'en',
            place: CHANNEL_PROFILES.webchat,
            now: NOW,
            bookRevision: book.revision,
          });
          const send = (event: EngineEvent) => {
            state = advance(book, state, event, NOW).state;
          };
          send(said('begin', { kind: 'start_flow', flow }));
          send(said('mail', { kind: 'set_slot', slot: 'email', value: 'a@b.test' }));
          const before = state;
          for (const topic of topics) send(said(topic, { kind: 'chitchat', topic }));
          if (aside) send(said('aside', { kind: 'start_flow', flow: 'troubleshooting' }));
          if (aside) send(said('stop', { kind: 'cancel_flow' }));
          expect(state.memory).toEqual(before.memory);
          expect(state.stack.map((frame) => [frame.flow, frame.step, frame.slots, frame.waiting])).toEqual(
            before.stack.map((frame) => [frame.flow, frame.step, frame.slots, frame.waiting]),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gets a person from every state that can be reached', () => {
    const book = aBook();
    fc.assert(
      fc.property(fc.array(step(book), { maxLength: 12 }), profile, (steps, place) => {
        const state = play(book, steps, place, false);
        const event: EngineEvent = {
          kind: 'understood',
          of: { commands: [{ kind: 'handoff', reason: 'asked' }], confidence: 1, by: 'given' },
          text: 'a person',
          id: 'last',
          at: state.lastEventAt,
        };
        const { state: after, effects } = advance(book, state, event, state.lastEventAt);
        expect(after.control.owner).toBe(state.control.owner === 'bot' ? 'queue' : state.control.owner);
        if (state.control.owner === 'bot')
          expect(effects.some((effect) => effect.kind === 'handoff' && effect.phase === 'open')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);
});
