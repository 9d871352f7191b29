import fc from 'fast-check';
import { expectation } from '../../dialogs/engine/expectation.ts';
import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { Command } from '../../dialogs/protocol/command.ts';
import { HANDOFF_REASONS } from '../../dialogs/protocol/command.ts';
import type { EngineEvent, EventBody } from '../../dialogs/protocol/event.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type { Json } from '../../dialogs/protocol/value.ts';

const HEAD = {
  at: '2026-11-24T09:00:00.000Z',
  from: { channel: 'webchat', accountId: 'shop', userId: 'someone' },
  locale: 'en',
} as const;

const OUTCOMES = [
  'ok',
  'ok',
  'ok',
  'failed',
  'timeout',
  'none',
  'not_found',
  'not_proved',
  'no_match',
  'declined',
  'nonsense',
];
const TOPICS = ['thanks', 'greeting', 'bot_identity', 'joke', 'help', 'goodbye', 'abuse', 'unheard_of'];

/** Words from the harmless to the hostile. */
const words = fc.oneof(
  fc.constantFrom('yes', 'AB123456', 'where is my order', 'a person', '', '   ', '🙂🙂', '{a', '<b>', '。'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constant('あ'.repeat(10_000)),
);

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    'AB123456',
    'AB123457',
    'AB1',
    'monthly',
    'yearly',
    'done',
    'no_help',
    true,
    false,
    '__more',
    'ja',
    'en',
  ),
  fc.constantFrom<Json>(
    0,
    -1,
    1e21,
    '',
    null,
    [],
    {},
    ['a'],
    { amount: 1, currency: 'JPY' },
    '2026-02-30',
    'order-status',
  ),
  fc.string({ maxLength: 20 }),
);

const GOOD: Readonly<Record<string, Json>> = { order_number: 'AB123456', text: 'some words', email: 'a@example.test' };

/** What a helpful customer says: an offered answer, a fitting value, yes or no; a wish where nothing is asked. */
function helpful(book: FlowBook, pick: number): EventMaker {
  return (id, state) => {
    const { question, flows } = expectation(book, state, state.lastEventAt);
    const option = question?.options[pick % Math.max(1, question.options.length)];
    const value = option?.value ?? GOOD[question?.type ?? 'text'] ?? 'words';
    const commands: Command[] = question
      ? [{ kind: 'set_slot', slot: question.slot, value }]
      : [{ kind: 'start_flow', flow: flows[pick % flows.length] ?? '' }];
    return { kind: 'understood', of: { commands, confidence: 1, by: 'given' }, text: String(value), id, at: HEAD.at };
  };
}

/** Makes an event, knowing where the conversation stands. */
export type EventMaker = (id: string, state: ConversationState) => EngineEvent;

/** Events of every kind; the shape of commands is right, what they name may be anything. */
export function anyEvent(book: FlowBook): fc.Arbitrary<EventMaker> {
  const flow = fc.constantFrom(...Object.keys(book.flows), 'no-such-flow', '__proto__');
  const slots = new Set([
    ...Object.keys(book.slots),
    ...Object.values(book.flows).flatMap((entry) => Object.keys(entry.slots)),
  ]);
  const slot = fc.constantFrom(...slots, 'locale', 'no_such_slot', '__proto__', 'constructor');
  const command: fc.Arbitrary<Command> = fc.oneof(
    { weight: 8, arbitrary: flow.map((id): Command => ({ kind: 'start_flow', flow: id })) },
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constantFrom('set_slot', 'correct_slot'), slot, value }) as fc.Arbitrary<Command>,
    },
    { weight: 1, arbitrary: fc.array(flow, { maxLength: 5 }).map((flows): Command => ({ kind: 'clarify', flows })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...HANDOFF_REASONS).map((reason): Command => ({ kind: 'handoff', reason })),
    },
    { weight: 2, arbitrary: fc.constantFrom(...TOPICS).map((topic): Command => ({ kind: 'chitchat', topic })) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('not_understood', 'out_of_scope')
        .map((why) => ({ kind: 'cannot_handle', why }) as Command),
    },
    {
      weight: 16,
      arbitrary: fc
        .constantFrom('cancel_flow', 'skip', 'repeat', 'restart', 'affirm', 'deny', 'affirm', 'deny')
        .map((kind) => ({ kind }) as Command),
    },
  );
  const understood = fc.record({ commands: fc.array(command, { maxLength: 4 }), text: words }).map(
    ({ commands, text }) =>
      (id: string): EngineEvent => ({
        kind: 'understood',
        of: { commands, confidence: 1, by: 'given' },
        text,
        id,
        at: HEAD.at,
      }),
  );
  const body: fc.Arbitrary<EventBody> = fc.oneof(
    fc.record({ kind: fc.constant('choice' as const), value }),
    fc.record({ kind: fc.constant('utterance' as const), text: words }),
    fc.constant<EventBody>({ kind: 'silence' }),
    fc.constantFrom<EventBody>({ kind: 'session', phase: 'started' }, { kind: 'session', phase: 'ended' }),
    fc.constantFrom<EventBody>({ kind: 'timer', timer: 'handoff_wait' }, { kind: 'timer', timer: 'other' }),
    fc.constant<EventBody>({ kind: 'attachment', url: 'https://example.test/a.jpg', mediaType: 'image/jpeg' }),
    fc.constantFrom<EventBody>(
      { kind: 'trigger', name: 'order_notice', slots: { order_number: 'AB123458' } },
      { kind: 'trigger', name: 'x', slots: {} },
    ),
    fc.constant<EventBody>({ kind: 'agentMessage', agentId: 'sato', text: 'Hello' }),
    fc.constantFrom<EventBody>(
      { kind: 'control', to: 'agent:sato', by: 'sato' },
      { kind: 'control', to: 'bot', by: 'sato', outcome: { code: 'resolved' } },
      { kind: 'control', to: 'bot', by: 'desk', outcome: { code: 'closed_hours' } },
      { kind: 'control', to: 'bot', by: 'sato', outcome: { code: 'unresolved' } },
      { kind: 'control', to: 'queue', by: 'sato' },
    ),
    fc.constant<EventBody>({ kind: 'actionResult', callId: 'nobody', outcome: { outcome: 'ok' } }),
  );
  return fc.oneof(
    { weight: 5, arbitrary: fc.nat({ max: 5 }).map((pick) => helpful(book, pick)) },
    { weight: 3, arbitrary: understood },
    {
      weight: 1,
      arbitrary: body.map(
        (entry) =>
          (id: string): EngineEvent => ({ ...HEAD, id, ...entry }),
      ),
    },
  );
}

/** How an action may end: well, badly, not at all, or later. */
export const anyOutcome = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...OUTCOMES) },
  { weight: 1, arbitrary: fc.constantFrom('parked', 'never', 'held') },
);
