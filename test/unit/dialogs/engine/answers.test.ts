import type { Outcome } from '../../../../dialogs/protocol/outcome.ts';
import { aBook } from '../../../kit/a-book.ts';
import { aTalk } from '../../../kit/a-talk.ts';

const book = aBook();
type Act = { readonly action: string; readonly with: Readonly<Record<string, unknown>> };

/** A world in which codes are right and orders come on 26 November. */
function act({ action, with: input }: Act): Outcome {
  if (action === 'get_order') return { outcome: 'ok', output: { state: 'shipped', eta: '2026-11-26', days_late: 0 } };
  if (action === 'prove_order') {
    return { outcome: 'ok', identity: { level: 'recognised', proves: { order: String(input['order_number']) } } };
  }
  if (action === 'list_orders') return { outcome: 'ok', output: [{ value: 'CD000001', label: 'The kettle' }] };
  if (action === 'prepare_offer')
    return { outcome: 'ok', output: { id: `offer-${input['plan']}`, price: input['plan'] === 'yearly' ? 79 : 9 } };
  if (action === 'search_articles') return { outcome: 'none' };
  return { outcome: 'ok' };
}

const opened = () => aTalk({ book, act }).gets({ kind: 'session', phase: 'started' });
const askedForOrder = () => opened().says('where is my order', { kind: 'start_flow', flow: 'order-status' });
const told = () =>
  askedForOrder()
    .says('AB123456', { kind: 'set_slot', slot: 'order_number', value: 'AB123456' })
    .says('1234', { kind: 'set_slot', slot: 'code', value: '1234' });

describe('answers', () => {
  it('leads to the answer, then asks for more', () => {
    const talk = told();
    expect(talk.calls).toEqual(['prove_order', 'get_order']);
    expect(talk.said).toEqual(['order-status.due', 'patterns/completed.anything_else']);
  });

  it('skips what was said before it was asked', () => {
    const talk = opened().says(
      'where is AB123456',
      { kind: 'start_flow', flow: 'order-status' },
      { kind: 'set_slot', slot: 'order_number', value: 'AB123456' },
    );
    expect(talk.said).toEqual(['prove-order.ask_code']);
  });

  it('takes several facts of one sentence', () => {
    const talk = askedForOrder().says(
      'AB123456 and the code is 1',
      { kind: 'set_slot', slot: 'order_number', value: 'AB123456' },
      { kind: 'set_slot', slot: 'code', value: '1' },
    );
    expect(talk.said).toEqual(['order-status.due', 'patterns/completed.anything_else']);
  });

  it('gives the reason when a rule refuses a value', () => {
    const talk = askedForOrder().says('AB12', { kind: 'set_slot', slot: 'order_number', value: 'AB12' });
    expect(talk.said).toEqual(['order-status.too_short']);
    expect(talk.state.memory).not.toHaveProperty('order_number');
  });

  it('never says the same refusal twice in a row and ends in the way out', () => {
    const talk = askedForOrder();
    const keys: string[] = [];
    for (let i = 0; i < 3; i++) {
      talk.says('AB12', { kind: 'set_slot', slot: 'order_number', value: 'AB12' });
      keys.push(...talk.said);
    }
    expect(keys).toEqual(['order-status.too_short', 'order-status.ask_order_other', 'order-status.which']);
  });

  it('asks in other words at each miss, then takes the way out', () => {
    const talk = askedForOrder();
    const keys: string[] = [];
    for (let i = 0; i < 3; i++) {
      talk.says('blah', { kind: 'cannot_handle', why: 'not_understood' });
      keys.push(...talk.said);
    }
    expect(keys).toEqual(['order-status.ask_order_example', 'order-status.ask_order_other', 'order-status.which']);
  });

  it('skips a question that may be skipped', () => {
    expect(askedForOrder().says("I don't have it", { kind: 'skip' }).said).toEqual(['order-status.which']);
  });

  it('takes a no as a skip where the question may be skipped', () => {
    expect(askedForOrder().says('no', { kind: 'deny' }).said).toEqual(['order-status.which']);
  });

  it('says why where a question may not be skipped, and asks it again', () => {
    const talk = opened().says('renew', { kind: 'start_flow', flow: 'renewals' }).says('skip', { kind: 'skip' });
    expect(talk.said).toEqual(['patterns/skip.needed', 'renewals.ask_plan']);
  });

  it('takes a button by its value, and the value of another type alike', () => {
    const talk = opened()
      .says('renew', { kind: 'start_flow', flow: 'renewals' })
      .gets({ kind: 'choice', value: 'yearly' });
    expect(talk.said).toEqual(['renewals.ask_agreed']);
    expect(talk.gets({ kind: 'choice', value: 'true' }).said[0]).toBe('renewals.say_bought'.replace('say_', ''));
  });

  it('says what does not fit when a value is not on offer', () => {
    const talk = opened()
      .says('renew', { kind: 'start_flow', flow: 'renewals' })
      .says('weekly', { kind: 'set_slot', slot: 'plan', value: 'weekly' });
    expect(talk.said).toEqual(['patterns/invalid-value.not_offered']);
    expect(talk.standing).toBe('renewals.ask_plan');
  });

  it('offers a person after the tries of a question without a way out, and leaves the request when none is wanted', () => {
    const talk = opened().says('renew', { kind: 'start_flow', flow: 'renewals' });
    const keys: string[] = [];
    for (let i = 0; i < 3; i++) {
      talk.says('blah', { kind: 'cannot_handle', why: 'not_understood' });
      keys.push(...talk.said);
    }
    expect(keys).toEqual([
      'patterns/no-match.one_of_these',
      'patterns/no-match.one_of_these_again',
      'patterns/cannot-handle.ask_person_tries',
    ]);
    talk.says('no', { kind: 'deny' });
    expect(talk.said).toEqual(['patterns/cannot-handle.left', 'patterns/completed.anything_else']);
  });

  it('sends the choices of the open question with what is said under it', () => {
    const talk = opened()
      .says('renew', { kind: 'start_flow', flow: 'renewals' })
      .says('thanks', { kind: 'chitchat', topic: 'thanks' });
    const last = talk.effects.findLast((effect) => effect.kind === 'say');
    expect(last).toMatchObject({
      expectsReply: true,
      choices: [
        { value: 'monthly', label: 'Monthly' },
        { value: 'yearly', label: 'Yearly' },
      ],
    });
  });
});

describe('two requests in one breath', () => {
  it('does the first and offers the second', () => {
    const talk = opened().says(
      'renew and where is AB123456',
      { kind: 'start_flow', flow: 'order-status' },
      { kind: 'set_slot', slot: 'order_number', value: 'AB123456' },
      { kind: 'start_flow', flow: 'renewals' },
      { kind: 'set_slot', slot: 'plan', value: 'yearly' },
    );
    expect(talk.standing).toBe('prove-order.ask_code');
    talk.says('1', { kind: 'set_slot', slot: 'code', value: '1' });
    expect(talk.said).toEqual(['order-status.due', 'patterns/continue-interrupted.ask_deferred']);
    talk.says('yes', { kind: 'affirm' });
    expect(talk.said).toEqual(['renewals.ask_agreed']);
  });
});

describe('which one is meant', () => {
  const flows = ['order-status', 'renewals', 'troubleshooting', 'handoff', 'order-status'];
  it('asks with at most three to choose from', () => {
    const talk = opened().says('help with it', { kind: 'clarify', flows });
    expect(talk.said).toEqual(['patterns/clarification.ask_which']);
    const say = talk.effects.find((effect) => effect.kind === 'say');
    expect(say?.kind === 'say' && say.choices?.map(({ label }) => label)).toEqual([
      'Track an order',
      'Renew a plan',
      'Fix a device',
    ]);
    expect(talk.gets({ kind: 'choice', value: 'renewals' }).standing).toBe('renewals.ask_plan');
  });

  it('asks at most twice, then offers a person', () => {
    const talk = opened().says('it', { kind: 'clarify', flows }).says('it', { kind: 'clarify', flows });
    expect(talk.said).toEqual(['patterns/clarification.ask_which']);
    expect(talk.says('it', { kind: 'clarify', flows }).said).toEqual(['patterns/cannot-handle.ask_person_unclear']);
  });
});
