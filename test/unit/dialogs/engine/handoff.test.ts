import type { EventBody } from '../../../../dialogs/protocol/event.ts';
import { aBook } from '../../../kit/a-book.ts';
import { aTalk } from '../../../kit/a-talk.ts';

const book = aBook();
const start = (flow: string) => ({ kind: 'start_flow', flow }) as const;
const set = (slot: string, value: string) => ({ kind: 'set_slot', slot, value }) as const;
const person = { kind: 'handoff', reason: 'asked' } as const;
const late = ({ action }: { readonly action: string }) => {
  if (action === 'get_order') return { outcome: 'ok', output: { state: 'shipped', eta: '2026-11-26', days_late: 5 } };
  return action === 'list_orders' ? { outcome: 'none' } : { outcome: 'ok' };
};
const opened = () => aTalk({ book, act: late }).gets({ kind: 'session', phase: 'started' });
const queued = () => opened().says('order', start('order-status')).says('a person', person);
const control = (to: 'bot' | 'queue' | 'agent:sato', code?: string): EventBody => ({
  kind: 'control',
  to,
  by: 'desk',
  ...(code ? { outcome: { code } } : {}),
});

describe('a person, asked for in words', () => {
  it('is queued in that same turn, with the context and a rising epoch, before anything is asked', () => {
    const talk = queued();
    expect(talk.state.control).toMatchObject({ owner: 'queue', epoch: 1 });
    expect(talk.effects.map(({ kind }) => kind)).toEqual(['handoff', 'schedule', 'act', 'say', 'say']);
    // only whether anybody is on duty is looked up
    expect(talk.calls).toEqual(['read_opening_hours']);
    expect(talk.said).toEqual(['patterns/human-handoff.queued', 'patterns/human-handoff.ask_share']);
  });

  it('keeps facts of the same sentence for the desk', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .says('AB123456 is late, a person', set('order_number', 'AB123456'), person);
    expect(talk.effects[0]).toMatchObject({ kind: 'handoff', include: ['order_number'] });
    expect(talk.calls).toEqual(['read_opening_hours']);
  });

  it('asks while waiting what may be shared, and tells the desk', () => {
    const talk = queued().says('yes', { kind: 'affirm' });
    expect(talk.effects).toContainEqual(
      expect.objectContaining({ kind: 'handoff', phase: 'update', facts: { consent: 'given' } }),
    );
    expect(talk.state.handoff).toMatchObject({ consent: 'given' });
  });

  it('asks what it is about where that is not known', () => {
    const talk = opened().says('a person', person).says('yes', { kind: 'affirm' });
    expect(talk.said).toEqual(['patterns/human-handoff.ask_want']);
    talk.says('my kettle leaks');
    expect(talk.state.handoff).toMatchObject({ want: 'my kettle leaks', consent: 'given' });
    expect(talk.effects).toContainEqual(expect.objectContaining({ facts: { want: 'my kettle leaks' } }));
  });

  it('keeps what is told before it is asked, and asks it no more', () => {
    const talk = opened().says('a person', person).says('my kettle leaks', start('order-status'));
    expect(talk.said).toEqual(['patterns/human-handoff.noted_asking']);
    expect(talk.state.handoff).toMatchObject({ want: 'my kettle leaks' });
    expect(talk.says('yes', { kind: 'affirm' }).said).toEqual(['patterns/human-handoff.passed_on']);
  });

  it('says when people are back where nobody is on duty', () => {
    const hours = { outcome: 'ok', output: { open_now: false, opens_at: '2026-11-25T00:00:00.000Z' } };
    const talk = aTalk({ book, act: () => hours }).gets({ kind: 'session', phase: 'started' });
    talk.says('a person', person);
    expect(talk.state.control.owner).toBe('queue');
    expect(talk.said).toEqual(['patterns/human-handoff.queued_closed', 'patterns/human-handoff.ask_share']);
  });

  it('is no longer silent to a request that it could see to itself', () => {
    const talk = queued().says('yes', { kind: 'affirm' }).says('it is urgent').says('my order', start('order-status'));
    expect(talk.said).toEqual(['patterns/human-handoff.noted']);
  });

  it('takes silence for no answer and goes on waiting', () => {
    expect(queued().gets({ kind: 'silence' }).said).toEqual([]);
  });

  it('passes every word on to the desk and says once that it did', () => {
    const talk = queued().says('yes', { kind: 'affirm' }).says('it is urgent');
    expect(talk.effects[0]).toEqual({ kind: 'relay', to: 'agent', text: 'it is urgent' });
    expect(talk.said).toEqual(['patterns/human-handoff.noted']);
    expect(talk.says('really').said).toEqual([]);
  });

  it('never takes words in the queue for the answer of the question below', () => {
    const talk = queued().says('yes', { kind: 'affirm' }).says('AB123456', set('order_number', 'AB123456'));
    expect(talk.state.memory).toEqual({});
  });

  it('can be taken back, and the talk goes on where it stood', () => {
    const talk = queued().says('never mind, go on with the bot', { kind: 'cancel_flow' });
    expect(talk.state.control).toMatchObject({ owner: 'bot', epoch: 2 });
    expect(talk.effects).toContainEqual(expect.objectContaining({ kind: 'handoff', phase: 'withdraw' }));
    expect(talk.effects).toContainEqual({ kind: 'unschedule', timer: 'handoff_wait' });
    expect(talk.said).toEqual(['patterns/human-handoff.withdrawn', 'order-status.ask_order_number']);
  });

  it('passes flows that block everything else', () => {
    const talk = opened().says('broken', start('troubleshooting')).says('a person', person);
    expect(talk.state.control.owner).toBe('queue');
  });

  it('stops everything in danger, asks nothing, and only a person ends it', () => {
    const talk = opened()
      .says('broken', start('troubleshooting'))
      .says('it smokes', { kind: 'handoff', reason: 'safety' });
    expect(talk.said).toEqual(['patterns/human-handoff.safety_first']);
    expect(talk.state.danger).toBe(true);
    talk.says('never mind', { kind: 'cancel_flow' });
    expect(talk.said).toEqual(['patterns/human-handoff.safety_again']);
    talk.gets(control('agent:sato')).gets(control('bot', 'resolved'));
    expect(talk.state).toMatchObject({ danger: false, control: { owner: 'bot' } });
    expect(talk.flows).toEqual(['patterns/completed']);
  });
});

describe('an agent', () => {
  it('silences the bot: words go one way, answers the other', () => {
    const talk = queued().gets(control('agent:sato'));
    expect(talk.said).toEqual([]);
    expect(talk.says('hello', person).effects).toEqual([{ kind: 'relay', to: 'agent', text: 'hello' }]);
    expect(talk.gets({ kind: 'agentMessage', agentId: 'sato', text: 'Hi' }).effects).toEqual([
      { kind: 'relay', to: 'customer', text: 'Hi', agentId: 'sato' },
    ]);
    expect(talk.gets({ kind: 'silence' }).effects).toEqual([]);
    expect(talk.gets({ kind: 'trigger', name: 'order_notice', slots: {} }).effects).toEqual([]);
    expect(talk.gets({ kind: 'timer', timer: 'handoff_wait' }).effects).toEqual([]);
  });

  it('takes the conversation by speaking, from whatever state', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .gets({ kind: 'agentMessage', agentId: 'sato', text: 'Hi' });
    expect(talk.state.control).toMatchObject({ owner: 'agent:sato', epoch: 1 });
  });

  it('gives it back settled: anything else?', () => {
    const talk = queued().gets(control('agent:sato')).gets(control('bot', 'resolved'));
    expect(talk.said).toEqual(['patterns/completed.after_agent']);
    expect(talk.state.control.epoch).toBe(3);
  });

  it('gives it back unsettled: shall we go on?', () => {
    const talk = queued().gets(control('agent:sato')).gets(control('bot', 'unresolved'));
    expect(talk.said).toEqual(['patterns/continue-interrupted.ask_back']);
  });
});

describe('a handoff that a flow wants', () => {
  const veryLate = () =>
    opened().says('order', start('order-status'), set('order_number', 'AB123456')).says('1', set('code', '1'));

  it('says first what is shared, and asks', () => {
    const talk = veryLate();
    expect(talk.said).toEqual(['order-status.late', 'patterns/human-handoff.ask_offer']);
    expect(talk.state.control.owner).toBe('bot');
    talk.says('yes', { kind: 'affirm' });
    expect(talk.state).toMatchObject({ control: { owner: 'queue' }, handoff: { consent: 'given', reason: 'policy' } });
    expect(talk.effects).toContainEqual(
      expect.objectContaining({ kind: 'handoff', queue: 'orders', note: 'order-status.note_late' }),
    );
    expect(talk.said).toEqual(['patterns/human-handoff.queued_agreed']);
  });

  it('goes its own way when it is declined', () => {
    expect(veryLate().says('no', { kind: 'deny' }).said).toEqual([
      'patterns/human-handoff.declined',
      'order-status.stays_with_us',
      'patterns/completed.anything_else',
    ]);
  });

  it('goes on behind the step when the agent is done', () => {
    const talk = veryLate()
      .says('yes', { kind: 'affirm' })
      .gets(control('agent:sato'))
      .gets(control('bot', 'resolved'));
    expect(talk.said).toEqual(['patterns/completed.anything_else']);
  });

  it('lets the bot help on while waiting, where the flow allows it', () => {
    const talk = opened().says('order', start('order-status')).says('none', { kind: 'skip' });
    expect(talk.state).toMatchObject({ control: { owner: 'queue' }, handoff: { helping: true } });
    talk.says('renew my plan', start('renewals'));
    expect(talk.said).toEqual(['renewals.ask_plan']);
    expect(talk.state.control.owner).toBe('queue');
  });
});

describe('nobody there', () => {
  it('offers other ways when the wait is over', () => {
    const talk = queued().waits(5).gets({ kind: 'timer', timer: 'handoff_wait' });
    expect(talk.state.control).toMatchObject({ owner: 'bot', epoch: 2 });
    expect(talk.said).toEqual(['patterns/agent-unavailable.ask_choice']);
    talk.gets({ kind: 'choice', value: 'message' });
    expect(talk.said).toEqual(['handoff.ask_message']);
    talk.says('call me', set('message', 'call me'));
    expect(talk.said).toEqual(['handoff.noted', 'order-status.ask_order_number']);
  });

  it('offers them at once when the desk is closed', () => {
    expect(queued().gets(control('bot', 'closed_hours')).said).toEqual(['patterns/agent-unavailable.ask_choice']);
  });

  it('goes on with the bot when that is wanted', () => {
    const talk = queued().gets(control('bot', 'no_agent')).gets({ kind: 'choice', value: 'go_on' });
    expect(talk.said).toEqual(['patterns/agent-unavailable.going_on', 'order-status.ask_order_number']);
  });

  it('does nothing for a timer that was cancelled', () => {
    const talk = queued().says('never mind', { kind: 'cancel_flow' }).gets({ kind: 'timer', timer: 'handoff_wait' });
    expect(talk.effects).toEqual([]);
  });
});
