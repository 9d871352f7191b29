import type { Expectation } from '../../../../../dialogs/protocol/understanding.ts';
import { beginAtHome, homesOf } from '../../../../../integrations/nlu/embedded/begin-at-home.ts';
import type { Reading } from '../../../../../integrations/nlu/reading.ts';

const phrase = (slot: string) => ({ text: 'x', spans: [{ start: 0, end: 1, slot }], set: {} });
const homes = homesOf({ 'order-status': [phrase('order_number'), phrase('item')], troubleshooting: [phrase('item')] });
const idle: Expectation = {
  locale: 'en',
  flows: ['order-status', 'troubleshooting'],
  slots: [],
  allowed: [],
  busy: false,
};
const reading = (score: number): Reading => ({
  locale: 'en',
  clauses: [
    {
      start: 0,
      end: 1,
      text: 'x',
      intents: [{ label: { id: 'o', flow: 'order-status', set: { wish: 'refund' } }, score }],
    },
  ],
  entities: [],
  corrects: false,
  sensible: true,
  asks: true,
});
const set = (slot: string, value: string) => ({ kind: 'set_slot', slot, value }) as const;
const number = { commands: [set('order_number', 'AB123456')], confidence: 0.85 };

describe('a value that is at home in one flow', () => {
  test('begins that flow with the wish that the words come nearest to', () => {
    expect(beginAtHome(number, reading(0.3), idle, homes).commands).toEqual([
      { kind: 'start_flow', flow: 'order-status' },
      set('wish', 'refund'),
      set('order_number', 'AB123456'),
    ]);
  });

  test('begins it plainly where the words say too little', () => {
    expect(beginAtHome(number, reading(0.1), idle, homes).commands).toEqual([
      { kind: 'start_flow', flow: 'order-status' },
      set('order_number', 'AB123456'),
    ]);
  });

  test.each([
    ['while a request runs', { ...idle, busy: true }, number],
    ['where the flow may not start', { ...idle, flows: ['troubleshooting'] }, number],
    ['for a value that several flows know', idle, { commands: [set('item', 'kettle')], confidence: 0.85 }],
    [
      'where more than a value was understood',
      idle,
      { commands: [{ kind: 'skip' } as const, set('order_number', 'A')], confidence: 1 },
    ],
  ])('begins nothing %s', (_, expectation, decided) => {
    expect(beginAtHome(decided, reading(0.9), expectation, homes)).toBe(decided);
  });
});
