import type { Outcome } from '../../../../dialogs/protocol/outcome.ts';
import { aBook } from '../../../kit/a-book.ts';
import { aTalk } from '../../../kit/a-talk.ts';

const book = aBook();
const start = (flow: string) => ({ kind: 'start_flow', flow }) as const;
const set = (slot: string, value: string) => ({ kind: 'set_slot', slot, value }) as const;
const ORDER: Outcome = { outcome: 'ok', output: { state: 'shipped', eta: '2026-11-26', days_late: 0 } };

function talkWith(answers: Readonly<Record<string, Outcome | 'parked' | 'later'>>) {
  return aTalk({ book, act: ({ action }) => answers[action] ?? { outcome: 'ok' } }).gets({
    kind: 'session',
    phase: 'started',
  });
}
const asks = (talk: ReturnType<typeof talkWith>) =>
  talk.says('order', start('order-status'), set('order_number', 'AB123456')).says('1', set('code', '1'));

describe('an action', () => {
  it('goes where its outcome leads', () => {
    const talk = asks(talkWith({ get_order: { outcome: 'not_found' }, list_orders: { outcome: 'none' } }));
    expect(talk.said.slice(0, 2)).toEqual(['order-status.not_found', 'patterns/human-handoff.queued']);
  });

  it('that fails is owned up to, tried again once, then a person is offered', () => {
    const talk = asks(talkWith({ get_order: { outcome: 'failed', faultId: 'F123' } }));
    expect(talk.said).toEqual(['patterns/internal-error.ask_choice']);
    expect(talk.effects.at(-1)).toMatchObject({ with: { fault_id: 'F123' } });
    talk.gets({ kind: 'choice', value: 'retry' });
    expect(talk.calls).toEqual(['get_order']);
    expect(talk.said).toEqual(['patterns/internal-error.ask_person']);
    expect(talk.says('yes', { kind: 'affirm' }).state.control.owner).toBe('queue');
  });

  it('that fails while buying is not claimed to have done nothing', () => {
    const talk = talkWith({
      prepare_offer: { outcome: 'ok', output: { id: 'o', price: 9 } },
      buy: { outcome: 'timeout' },
    });
    talk.says('renew', start('renewals'), set('plan', 'yearly')).says('yes', { kind: 'affirm' });
    expect(talk.said).toEqual(['patterns/internal-error.ask_choice']);
    talk.gets({ kind: 'choice', value: 'retry' });
    expect(talk.said).toEqual(['patterns/internal-error.ask_person_unsure']);
  });

  it('never sends a secret into a text, and keeps it out of the history', () => {
    const talk = asks(talkWith({ get_order: ORDER }));
    expect(JSON.stringify(talk.state.history)).not.toContain('"1"');
    expect(JSON.stringify(talk.effects.filter(({ kind }) => kind === 'say'))).not.toContain('"code"');
  });
});

describe('an answer that takes too long', () => {
  const parked = () => asks(talkWith({ get_order: 'parked' }));
  const callOf = (talk: ReturnType<typeof parked>) => talk.state.calls[0]?.callId ?? '';

  it('is announced, and told when it comes', () => {
    const talk = parked();
    expect(talk.said).toEqual(['order-status.one_moment']);
    talk.gets({ kind: 'actionResult', callId: callOf(talk), outcome: ORDER, late: true });
    expect(talk.said).toEqual([
      'patterns/late-answer.here_it_is',
      'order-status.due',
      'patterns/completed.anything_else',
    ]);
  });

  it('is asked for in vain before it comes', () => {
    expect(parked().says('well?', { kind: 'cannot_handle', why: 'not_understood' }).said).toEqual([
      'patterns/late-answer.still_looking',
    ]);
  });

  it('waits while the customer talks about something else', () => {
    const talk = parked().says('renew', start('renewals'));
    expect(talk.said).toEqual(['renewals.ask_plan']);
    talk.gets({ kind: 'actionResult', callId: callOf(talk), outcome: ORDER, late: true });
    expect(talk.said).toEqual([]);
    talk.says('never mind', { kind: 'cancel_flow' });
    expect(talk.said).toEqual([
      'patterns/cancel.stopped',
      'patterns/continue-interrupted.back_to',
      'order-status.due',
      'patterns/completed.anything_else',
    ]);
  });

  it('is forgotten when the request was left, unless it bought something', () => {
    const talk = parked().says('never mind', { kind: 'cancel_flow' });
    expect(talk.gets({ kind: 'actionResult', callId: 'x', outcome: ORDER, late: true }).said).toEqual([]);
  });

  it('that bought something is owned up to although the request was left', () => {
    const talk = talkWith({ prepare_offer: { outcome: 'ok', output: { id: 'o', price: 9 } }, buy: 'parked' });
    talk.says('renew', start('renewals'), set('plan', 'yearly')).says('yes', { kind: 'affirm' });
    const callId = callOf(talk);
    talk.says('never mind', { kind: 'cancel_flow' }).says('where is my order', start('order-status'));
    talk.gets({ kind: 'actionResult', callId, outcome: { outcome: 'ok' }, late: true });
    expect(talk.said[0]).toBe('patterns/late-answer.done_anyway');
    expect(talk.standing).toBe('order-status.ask_order');
  });
});
