import type { Outcome } from '../../../../dialogs/protocol/outcome.ts';
import { aBook } from '../../../kit/a-book.ts';
import { aTalk } from '../../../kit/a-talk.ts';

const book = aBook();
type Act = { readonly action: string; readonly with: Readonly<Record<string, unknown>> };

function act({ action, with: input }: Act): Outcome {
  if (action === 'get_order') return { outcome: 'ok', output: { state: 'shipped', eta: '2026-11-26', days_late: 0 } };
  if (action === 'prove_order') {
    return { outcome: 'ok', identity: { level: 'recognised', proves: { order: String(input['order_number']) } } };
  }
  if (action === 'prepare_offer')
    return { outcome: 'ok', output: { id: `offer-${input['plan']}`, price: input['plan'] === 'yearly' ? 79 : 9 } };
  return { outcome: 'ok' };
}

const opened = () => aTalk({ book, act }).gets({ kind: 'session', phase: 'started' });
const set = (slot: string, value: string) => ({ kind: 'set_slot', slot, value }) as const;
const correct = (slot: string, value: string) => ({ kind: 'correct_slot', slot, value }) as const;
const told = () =>
  opened()
    .says('where is it', { kind: 'start_flow', flow: 'order-status' }, set('order_number', 'AB123456'))
    .says('1', set('code', '1'));
const readBack = () => opened().says('renew yearly', { kind: 'start_flow', flow: 'renewals' }, set('plan', 'yearly'));

describe('a correction', () => {
  it('reopens the finished request, lowers what was proved and proves the new order', () => {
    const talk = told();
    expect(talk.state.identity).toMatchObject({ level: 'recognised', proves: { order: 'AB123456' } });
    talk.says('sorry, AB123457', correct('order_number', 'AB123457'));
    expect(talk.said[0]).toBe('patterns/correction.changed');
    expect(talk.calls).toEqual(['prove_order', 'get_order']);
    expect(talk.effects.filter((effect) => effect.kind === 'act').map((effect) => effect.with['order_number'])).toEqual(
      ['AB123457', 'AB123457'],
    );
    expect(talk.said.at(-1)).toBe('patterns/completed.anything_else');
  });

  it('keeps nobody recognised for an order that was not proved', () => {
    const talk = aTalk({
      book,
      act: (effect) =>
        effect.action === 'prove_order' && effect.with['order_number'] === 'AB123457'
          ? { outcome: 'no_match' }
          : act(effect),
    });
    talk
      .gets({ kind: 'session', phase: 'started' })
      .says('where is it', { kind: 'start_flow', flow: 'order-status' }, set('order_number', 'AB123456'))
      .says('1', set('code', '1'));
    talk.says('sorry, AB123457', correct('order_number', 'AB123457'));
    expect(talk.state.identity).toEqual({ level: 'claimed', proves: {} });
  });

  it('forgets what was worked out from the old value, and asks for the yes anew', () => {
    const talk = readBack();
    expect(talk.state.stack[0]?.slots['offer']).toEqual({ id: 'offer-yearly', price: 79 });
    talk.says('no, monthly', { kind: 'deny' }, correct('plan', 'monthly'));
    expect(talk.calls).toEqual(['prepare_offer']);
    expect(talk.said).toEqual(['patterns/correction.changed_it', 'renewals.ask_agreed']);
    expect(talk.state.stack[0]?.slots).toMatchObject({ plan: 'monthly', offer: { id: 'offer-monthly', price: 9 } });
    expect(talk.state.stack[0]?.slots).not.toHaveProperty('agreed');
  });

  it('takes another value for something known as a correction, whatever the command is called', () => {
    expect(readBack().says('monthly', set('plan', 'monthly')).said[0]).toBe('patterns/correction.changed_it');
  });

  it('buys nothing twice: what was bought stays and a person is offered', () => {
    const talk = readBack().says('yes', { kind: 'affirm' });
    expect(talk.calls).toEqual(['buy']);
    talk.says('I meant monthly', correct('plan', 'monthly'));
    expect(talk.calls).toEqual([]);
    expect(talk.said).toEqual(['patterns/correction.ask_person']);
    expect(talk.says('yes', { kind: 'affirm' }).state.control.owner).toBe('queue');
  });

  it('tells nothing a second time when the customer leaves what was bought as it is', () => {
    const talk = readBack().says('yes', { kind: 'affirm' });
    const bought = talk.said;
    talk.says('I meant monthly', correct('plan', 'monthly'));
    talk.says('no', { kind: 'deny' });
    expect(talk.said.filter((text) => bought.includes(text) && !text.startsWith('patterns/'))).toEqual([]);
    expect(talk.said[0]).toBe('patterns/correction.left_as_it_is');
    expect(talk.calls).toEqual([]);
  });

  it('never takes a yes for a read-back that was changed in the same breath', () => {
    const talk = readBack().says('yes, monthly', { kind: 'affirm' }, correct('plan', 'monthly'));
    expect(talk.calls).toEqual(['prepare_offer']);
    expect(talk.said.at(-1)).toBe('renewals.ask_agreed');
  });

  it('refuses a corrected value by the same rule as an answer', () => {
    const talk = told().says('AB1', correct('order_number', 'AB1'));
    expect(talk.said).toEqual(['patterns/correction.changed', 'order-status.too_short']);
  });

  it('changes nothing when the value is the same, and asks in other words', () => {
    const talk = readBack().says('yearly', correct('plan', 'yearly'));
    expect(talk.said).toEqual(['patterns/no-input.brief']);
    expect(talk.standing).toBe('renewals.confirm');
    expect(talk.calls).toEqual([]);
  });
});
