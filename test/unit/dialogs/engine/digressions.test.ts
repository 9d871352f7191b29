import { aBook } from '../../../kit/a-book.ts';
import { aTalk } from '../../../kit/a-talk.ts';

const book = aBook();
const start = (flow: string) => ({ kind: 'start_flow', flow }) as const;
const set = (slot: string, value: string) => ({ kind: 'set_slot', slot, value }) as const;
const act = ({ action }: { readonly action: string }) =>
  action === 'prepare_offer'
    ? { outcome: 'ok', output: { id: 'o', price: 9 } }
    : action === 'search_articles'
      ? { outcome: 'none' }
      : { outcome: 'ok' };
const opened = () => aTalk({ book, act }).gets({ kind: 'session', phase: 'started' });

describe('a digression', () => {
  it('comes back to the same question with the same slots', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .says('my email is a@b.test', set('email', 'a@b.test'))
      .says('renew', start('renewals'));
    expect(talk.flows).toEqual(['order-status', 'renewals']);
    talk.says('never mind', { kind: 'cancel_flow' });
    expect(talk.said).toEqual([
      'patterns/cancel.stopped',
      'patterns/continue-interrupted.back_to',
      'order-status.ask_order_number',
    ]);
    expect(talk.standing).toBe('order-status.ask_order');
    expect(talk.state.memory).toEqual({ email: 'a@b.test' });
  });

  it('asks whether to go back when it is long ago', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .says('renew', start('renewals'))
      .waits(40)
      .says('stop', { kind: 'cancel_flow' });
    expect(talk.said.at(-1)).toBe('patterns/continue-interrupted.ask_back');
    talk.says('no', { kind: 'deny' });
    expect(talk.said).toEqual(['patterns/continue-interrupted.left', 'patterns/completed.anything_else']);
    expect(talk.flows).toEqual(['patterns/completed']);
  });

  it('asks first where the author wants it', () => {
    const talk = opened().says('renew', start('renewals'), set('plan', 'yearly')).says('order', start('order-status'));
    expect(talk.said).toEqual(['patterns/continue-interrupted.ask_leave']);
    expect(talk.says('no', { kind: 'deny' }).said).toEqual(['renewals.ask_agreed']);
    talk.says('order', start('order-status')).says('yes', { kind: 'affirm' });
    expect(talk.standing).toBe('order-status.ask_order');
  });

  it('notes the other request where nothing may come between, and offers it afterwards', () => {
    const talk = opened().says('broken', start('troubleshooting')).says('order', start('order-status'));
    expect(talk.said).toEqual(['patterns/continue-interrupted.noted', 'troubleshooting.ask_result']);
    talk.says('it works', set('result', 'done')).says('no', { kind: 'skip' });
    expect(talk.said).toEqual(['patterns/continue-interrupted.ask_deferred']);
    expect(talk.says('yes', { kind: 'affirm' }).standing).toBe('order-status.ask_order');
  });

  it('takes up a request that waits below instead of beginning it twice', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .says('renew', start('renewals'))
      .says('the order again', start('order-status'));
    expect(talk.flows).toEqual(['renewals', 'order-status']);
    expect(talk.standing).toBe('order-status.ask_order');
  });

  it('lets small talk pass without losing the question', () => {
    const talk = opened().says('order', start('order-status'));
    for (const topic of ['thanks', 'joke', 'bot_identity', 'help', 'abuse']) {
      talk.says('…', { kind: 'chitchat', topic });
      expect(talk.said[0]).toBe(`patterns/chitchat.${topic}`);
      expect(talk.standing).toBe('order-status.ask_order');
      expect(talk.said).toHaveLength(2);
    }
  });

  it('looks up what no flow answers, owns up, and goes back', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .says('do you sell boats', { kind: 'cannot_handle', why: 'out_of_scope' });
    expect(talk.calls).toEqual(['search_articles']);
    expect(talk.said).toEqual(['patterns/cannot-handle.ask_person_unknown']);
    expect(talk.says('no', { kind: 'deny' }).standing).toBe('order-status.ask_order');
  });

  it('names the source when an article answers', () => {
    const article = {
      title: 'Returns',
      answer: 'Within 30 days.',
      speech: 'Within 30 days.',
      source: 'Help: returns',
      url: 'https://example.test',
    };
    const talk = aTalk({
      book,
      act: ({ action }) => (action === 'search_articles' ? { outcome: 'ok', output: article } : { outcome: 'ok' }),
    });
    talk.says('order', start('order-status')).says('can I return it', { kind: 'cannot_handle', why: 'out_of_scope' });
    expect(talk.said[0]).toBe('patterns/cannot-handle.article_found');
    expect(talk.effects.find((effect) => effect.kind === 'say')).toMatchObject({ with: { source: 'Help: returns' } });
    expect(talk.standing).toBe('order-status.ask_order');
  });
});

describe('leaving and beginning again', () => {
  it('ends the request and says what was not done', () => {
    const talk = opened()
      .says('renew', start('renewals'), set('plan', 'yearly'))
      .says('never mind', { kind: 'cancel_flow' });
    expect(talk.said).toEqual(['patterns/cancel.stopped', 'patterns/completed.anything_else']);
  });

  it('says so when nothing runs', () => {
    expect(opened().says('never mind', { kind: 'cancel_flow' }).said).toEqual(['patterns/cancel.nothing_to_stop']);
  });

  it('leaves one request for another in one sentence', () => {
    const talk = opened()
      .says('renew', start('renewals'))
      .says('forget that, where is my order', { kind: 'cancel_flow' }, start('order-status'));
    expect(talk.flows).toEqual(['order-status']);
    expect(talk.said).toEqual(['order-status.ask_order_number']);
  });

  it('asks once before it starts over, and keeps what is known of the person', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .says('email', set('email', 'a@b.test'))
      .says('start over', { kind: 'restart' });
    expect(talk.said).toEqual(['patterns/restart.ask_sure']);
    talk.says('yes', { kind: 'affirm' });
    expect(talk.said).toEqual(['patterns/restart.fresh_start']);
    expect(talk.flows).toEqual([]);
    expect(talk.state.memory).toEqual({ email: 'a@b.test' });
  });

  it('goes on when the customer would rather not start over', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .says('start over', { kind: 'restart' })
      .says('no', { kind: 'deny' });
    expect(talk.said[0]).toBe('patterns/restart.going_on');
    expect(talk.standing).toBe('order-status.ask_order');
  });

  it('repeats the last words, slower, and not the words about repeating', () => {
    const talk = opened().says('order', start('order-status')).says('again', { kind: 'repeat' });
    expect(talk.said).toEqual(['patterns/repeat.again', 'order-status.ask_order_number']);
    expect(talk.effects.at(-1)).toMatchObject({ slower: true, expectsReply: true });
    expect(talk.says('again', { kind: 'repeat' }).said).toEqual([
      'patterns/repeat.again',
      'order-status.ask_order_number',
    ]);
  });

  it('goes on in the other language with the same question', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .says('日本語で', { kind: 'set_slot', slot: 'locale', value: 'ja' });
    expect(talk.state.locale).toBe('ja');
    expect(talk.said).toEqual(['patterns/chitchat.language', 'order-status.ask_order_brief']);
  });
});

describe('coming back', () => {
  it('asks after hours whether to go on, and goes on', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .waits(300)
      .says('hello', { kind: 'chitchat', topic: 'greeting' });
    expect(talk.said).toEqual(['patterns/session-start.ask_go_on']);
    expect(talk.says('yes', { kind: 'affirm' }).said).toEqual(['order-status.ask_order_number']);
  });

  it('leaves what waited when it is not wanted any more', () => {
    const talk = opened().says('order', start('order-status')).waits(300).gets({ kind: 'session', phase: 'started' });
    expect(talk.said).toEqual(['patterns/session-start.ask_go_on']);
    talk.says('no', { kind: 'deny' });
    expect(talk.said).toEqual(['patterns/session-start.what_instead']);
    expect(talk.flows).toEqual([]);
  });

  it('takes an answer even after hours', () => {
    const talk = opened()
      .says('order', start('order-status'))
      .waits(300)
      .says('AB123456', set('order_number', 'AB123456'));
    expect(talk.said).toEqual(['prove-order.ask_code']);
  });

  it('says nothing when a page is only loaded again', () => {
    expect(opened().says('order', start('order-status')).gets({ kind: 'session', phase: 'started' }).said).toEqual([]);
  });

  it('introduces itself in one clause where words come first', () => {
    const talk = aTalk({ book, act }).says('order', start('order-status'));
    expect(talk.said).toEqual(['patterns/session-start.who_speaks', 'order-status.ask_order_number']);
    expect(talk.says('AB123456', set('order_number', 'AB123456')).said).toEqual(['prove-order.ask_code']);
  });
});

describe('goodbye', () => {
  it('takes leave after "no, that is all", with a survey when something was done', () => {
    const talk = opened()
      .says('broken', start('troubleshooting'))
      .says('done', set('result', 'done'))
      .says('no', { kind: 'skip' });
    talk.says('bye', { kind: 'chitchat', topic: 'goodbye' });
    expect(talk.said).toEqual(['satisfaction-survey.ask_solved']);
    talk.says('skip', { kind: 'skip' });
    expect(talk.said).toEqual(['patterns/goodbye.farewell']);
    expect(talk.state.closed).toBe(true);
    expect(talk.effects).toContainEqual(expect.objectContaining({ kind: 'end', close: true }));
  });

  it('keeps an open request for another time', () => {
    const talk = opened().says('order', start('order-status')).says('bye', { kind: 'chitchat', topic: 'goodbye' });
    expect(talk.said).toEqual(['patterns/goodbye.see_you_again']);
    talk.gets({ kind: 'session', phase: 'started' });
    expect(talk.said).toEqual(['patterns/session-start.ask_go_on']);
  });
});

describe('silence', () => {
  it('asks with less each time, then takes leave with the talk kept', () => {
    const talk = aTalk({ book, act, profile: 'phone' })
      .gets({ kind: 'session', phase: 'started' })
      .says('renew', start('renewals'));
    const keys = [1, 2, 3].map(() => talk.gets({ kind: 'silence' }).said[0]);
    expect(keys).toEqual(['patterns/no-input.brief', 'patterns/no-input.still_there', 'patterns/no-input.farewell']);
    expect(talk.state.closed).toBe(true);
    expect(talk.flows).toEqual(['renewals']);
  });

  it("says the question's own reprompts first, then its way out", () => {
    const talk = aTalk({ book, act, profile: 'phone' })
      .gets({ kind: 'session', phase: 'started' })
      .says('order', start('order-status'));
    expect(talk.gets({ kind: 'silence' }).said).toEqual(['order-status.ask_order_brief']);
    expect(talk.gets({ kind: 'silence' }).calls).toEqual(['list_orders']);
  });
});
