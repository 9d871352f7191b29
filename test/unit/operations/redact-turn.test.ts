import type { FlowBook } from '../../../dialogs/flow/flow-book.ts';
import type { SlotDefinition } from '../../../dialogs/flow/slot-definition.ts';
import type { Frame } from '../../../dialogs/protocol/state.ts';
import { redactTurn } from '../../../operations/privacy/redact-turn.ts';
import type { FinishedTurn } from '../../../runtime/turn/finished-turn.ts';
import { aState } from '../../kit/a-state.ts';
import { anUtterance } from '../../kit/an-event.ts';

const slot = (sensitivity: SlotDefinition['sensitivity']): SlotDefinition => ({
  type: 'text',
  from: 'customer',
  sensitivity,
  lifetime: 'flow',
});

const book = {
  revision: 'r1',
  slots: { full_name: slot('personal'), order_number: slot('public') },
  flows: {
    code: {
      slots: { code: slot('secret') },
      steps: { ask: { step: { kind: 'collect', slot: 'code' } } },
    },
  },
} as unknown as FlowBook; // only what masking looks at

const frame = (wanted: Partial<Frame>): Frame =>
  ({
    flow: 'code',
    step: 'ask',
    version: 1,
    slots: {},
    asked: 0,
    silent: 0,
    cause: 'customer',
    passed: [],
    origins: {},
    written: [],
    waiting: true,
    ...wanted,
  }) as Frame;

const aTurn = (wanted: Partial<FinishedTurn>): FinishedTurn => ({
  id: 'c.1',
  conversationId: 'c',
  book,
  event: anUtterance('m1', 'hello'),
  trace: [],
  effects: [],
  calls: [],
  messages: [],
  before: aState(),
  state: aState(),
  at: '2026-11-24T09:00:00.000Z',
  durationMs: 3,
  ...wanted,
});

test('personal values are masked wherever they stand, and the rest is kept', () => {
  const turn = redactTurn(
    aTurn({
      event: anUtterance('m1', 'I am Hanako Aoki, order AB123456'),
      state: aState({ memory: { full_name: 'Hanako Aoki', order_number: 'AB123456' } }),
      understanding: {
        commands: [{ kind: 'set_slot', slot: 'full_name', value: 'Hanako Aoki' }],
        confidence: 1,
        by: 'embedded',
      },
      trace: [
        { kind: 'slot', detail: { slot: 'full_name', value: 'Hanako Aoki' } },
        { kind: 'slot', detail: { order_number: 'AB123456' } },
      ],
      messages: [
        {
          id: 'c.1.0',
          epoch: 0,
          from: 'bot',
          locale: 'en',
          text: 'Thank you, Hanako Aoki. Order AB123456.',
          listen: false,
        },
      ],
    }),
  );
  const text = JSON.stringify(turn);
  expect(text).not.toContain('Hanako');
  expect(text).toContain('AB123456');
  expect(turn.event).toMatchObject({ kind: 'utterance', text: 'I am [FULL_NAME], order AB123456' });
  expect(turn.understanding?.commands[0]).toMatchObject({ kind: 'set_slot', slot: 'full_name', value: '[FULL_NAME]' });
});

test('the answer to a question for a secret is not kept at all', () => {
  const before = aState({ stack: [frame({})] });
  const turn = redactTurn(
    aTurn({
      before,
      event: anUtterance('m1', 'it is nine nine one two'),
      understanding: { commands: [{ kind: 'set_slot', slot: 'code', value: '9912' }], confidence: 1, by: 'rules' },
      state: aState({ stack: [frame({ slots: { code: '9912' } })] }),
      trace: [{ kind: 'slot', detail: { code: '9912' } }],
    }),
  );
  expect(JSON.stringify(turn)).not.toMatch(/9912|nine nine/);
});

test('what nobody asked for is masked by its looks', () => {
  const turn = redactTurn(aTurn({ event: anUtterance('m1', 'call 090-1234-5678 or mail a.b@example.com') }));
  expect(turn.event).toMatchObject({ text: 'call [PHONE] or mail [EMAIL]' });
});

test('ids, kinds and times are left alone', () => {
  const turn = redactTurn(aTurn({}));
  expect(turn).toMatchObject({ id: 'c.1', event: { id: 'm1', kind: 'utterance', at: '2026-11-24T09:00:00.000Z' } });
});
