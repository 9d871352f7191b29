import { aBook, makeBook } from '../../../kit/a-book.ts';
import { aTalk } from '../../../kit/a-talk.ts';

const start = (flow: string) => ({ kind: 'start_flow', flow }) as const;
const set = (slot: string, value: string) => ({ kind: 'set_slot', slot, value }) as const;
const opened = (book = aBook()) => aTalk({ book }).gets({ kind: 'session', phase: 'started' });
const photo = { kind: 'attachment', url: 'https://example.test/a.jpg', mediaType: 'image/jpeg' } as const;

describe('a photo', () => {
  const book = makeBook({
    'troubleshooting/flow.yaml': `
schema: 1
flow: troubleshooting
description: Mends a device.
triggers: { events: [photo_received] }
slots: { product: { type: product } }
steps:
  - id: ask_product
    if: '!has(slots.photo)'
    collect: product
    ask: ask_result
  - say: ask_remark
`,
  });

  it('begins the request that waits for one', () => {
    const talk = opened(book).gets(photo);
    expect(talk.said[0]).toBe('troubleshooting.ask_remark');
    expect(talk.state.memory).toEqual({ photo: photo.url });
  });

  it('is looked at in place of an answer', () => {
    expect(opened(book).says('broken', start('troubleshooting')).gets(photo).said[0]).toBe(
      'troubleshooting.ask_remark',
    );
  });

  it('is kept without losing the question where nobody asked for one', () => {
    const talk = opened(book).says('renew', start('renewals')).gets(photo);
    expect(talk.said).toEqual(['patterns/no-input.brief']);
    expect(talk.standing).toBe('renewals.ask_plan');
    expect(talk.state.memory).toEqual({ photo: photo.url });
  });
});

describe('an event of ours', () => {
  it('begins the flow that waits for it, with its values', () => {
    const talk = opened().gets({ kind: 'trigger', name: 'order_notice', slots: { order_number: 'AB123456' } });
    expect(talk.said).toEqual(['prove-order.ask_code']);
  });

  it('is noted where the customer is in the middle of something that blocks', () => {
    const talk = opened()
      .says('broken', start('troubleshooting'))
      .gets({ kind: 'trigger', name: 'order_notice', slots: {} });
    expect(talk.standing).toBe('troubleshooting.ask_result');
    expect(talk.state.deferred).toEqual([{ flow: 'order-status', commands: [] }]);
  });

  it('that nobody waits for does nothing', () => {
    expect(opened().gets({ kind: 'trigger', name: 'unheard_of', slots: {} }).effects).toEqual([]);
  });
});

describe('a talk that another conversation left', () => {
  it('is offered when this one is done, and taken up where it stood', () => {
    const left = opened().says('renew', start('renewals')).state.stack;
    const talk = opened().says('broken', start('troubleshooting'));
    talk.state = { ...talk.state, parked: [left] };
    talk.says('works', set('result', 'done')).says('no', { kind: 'skip' });
    expect(talk.said).toEqual(['patterns/continue-interrupted.ask_parked']);
    talk.says('yes', { kind: 'affirm' });
    expect(talk.said).toEqual(['renewals.ask_plan']);
    expect(talk.state.parked).toEqual([]);
  });
});

describe('many spoken options', () => {
  const orders = Array.from({ length: 7 }, (_, i) => ({ value: `CD00000${i}`, label: `Order ${i}` }));

  it('come three at a time, and more when asked for', () => {
    const act = ({ action }: { readonly action: string }) =>
      action === 'list_orders' ? { outcome: 'ok', output: orders } : { outcome: 'ok' };
    const talk = aTalk({ book: aBook(), act, profile: 'phone' })
      .says('order', start('order-status'))
      .says('none', { kind: 'skip' });
    const labels = () =>
      talk.effects.flatMap((effect) => (effect.kind === 'say' ? (effect.choices ?? []).map(({ label }) => label) : []));
    expect(labels()).toEqual(['Order 0', 'Order 1', 'Order 2', 'More']);
    talk.says('more', set('order_number', '__more'));
    expect(labels()).toEqual(['Order 3', 'Order 4', 'Order 5', 'More']);
  });
});

describe('a book that goes round without asking', () => {
  it('ends in an apology and not in a hang', () => {
    const book = makeBook({
      'troubleshooting/flow.yaml':
        'schema: 1\nflow: troubleshooting\ndescription: Goes round.\nsteps: [{ id: a, say: ask_remark, next: b }, { id: b, say: ask_result, next: a }]\n',
    });
    const talk = opened(book).says('broken', start('troubleshooting'));
    expect(talk.said).toEqual(['patterns/internal-error.ask_person']);
    expect(talk.flows).toEqual(['patterns/internal-error']);
  });
});
