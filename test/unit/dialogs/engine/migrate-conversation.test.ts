import { expectation } from '../../../../dialogs/engine/expectation.ts';
import { migrateConversation } from '../../../../dialogs/engine/migrate-conversation.ts';
import { migrateState } from '../../../../dialogs/engine/migrate-state.ts';
import { aBook, makeBook } from '../../../kit/a-book.ts';
import { aTalk } from '../../../kit/a-talk.ts';

const start = (flow: string) => ({ kind: 'start_flow', flow }) as const;
const set = (slot: string, value: string) => ({ kind: 'set_slot', slot, value }) as const;

const RENAMED = `
schema: 1
flow: troubleshooting
version: 2
description: Mends a device.
slots: { outcome: { type: choice, values: [done, no_help, cannot] } }
steps:
  - id: ask_outcome
    collect: outcome
    ask: ask_result
    options: [{ value: done, text: option_done }, { value: no_help, text: option_no_help }]
`;
const MAP = 'migrate: [{ from: 1, steps: { ask_result: ask_outcome }, slots: { result: outcome, tries: null } }]';

function waitingAt() {
  return aTalk({ book: aBook() })
    .gets({ kind: 'session', phase: 'started' })
    .says('broken', start('troubleshooting'))
    .says('no', set('result', 'no_help'));
}

describe('a running conversation on another revision', () => {
  it('moves by the map, slots and all', () => {
    const book = makeBook({ 'troubleshooting/flow.yaml': RENAMED + MAP });
    const moved = migrateConversation(book, waitingAt().state);
    expect(moved.stack[0]).toMatchObject({ step: 'ask_outcome', version: 2, slots: { outcome: 'no_help' } });
    expect(moved.stack[0]?.slots).not.toHaveProperty('tries');
  });

  it('is told what happened and asked how to go on where no map leads', () => {
    const book = makeBook({ 'troubleshooting/flow.yaml': RENAMED });
    const talk = aTalk({ book });
    talk.state = migrateConversation(book, waitingAt().state);
    talk.says('hm');
    expect(talk.said).toEqual(['patterns/dialogs-changed.ask_go_on']);
    talk.says('yes', { kind: 'affirm' });
    expect(talk.said).toEqual(['troubleshooting.ask_result']);
  });

  it('stays as it is on the same revision', () => {
    const { state } = waitingAt();
    expect(migrateConversation(aBook(), state)).toBe(state);
  });
});

describe('a stored state', () => {
  it('comes back as it was', () => {
    const { state } = waitingAt();
    expect(migrateState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it.each([[null], [[]], ['x'], [{ version: 1 }], [{ version: 99 }], [{}]])(
    'is refused when it is none: %j',
    (stored) => {
      expect(migrateState(stored)).toBeUndefined();
    },
  );
});

describe('what is expected', () => {
  it('names the question, its answers and the flows that may start', () => {
    const { state } = waitingAt();
    const expected = expectation(aBook(), state, state.lastEventAt);
    expect(expected.question).toMatchObject({ slot: 'result', type: 'choice', yesNo: false, freeText: false });
    expect(expected.question?.options.map(({ label }) => label)).toEqual([
      'It works',
      'Did not help',
      'Cannot do that',
    ]);
    expect(expected.flows).toEqual(expect.arrayContaining(['order-status', 'renewals', 'troubleshooting']));
    expect(expected.flows).not.toContain('prove-order');
    expect(expected.slots.find(({ name }) => name === 'result')?.choices).toContainEqual({
      value: 'done',
      words: ['It works'],
    });
    expect(expected.busy).toBe(true);
  });
});
