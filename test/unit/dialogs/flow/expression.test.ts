import type { CelType } from '../../../../dialogs/flow/expression/cel-type.ts';
import { createExpressionScope, type Wanted } from '../../../../dialogs/flow/expression.ts';
import type { ExpressionContext } from '../../../../dialogs/flow/flow-book.ts';
import type { Json } from '../../../../dialogs/protocol/value.ts';
import { HOSTILE_EXPRESSIONS } from './hostile-expressions.ts';

const ORDER: CelType = {
  kind: 'record',
  fields: {
    state: { kind: 'string' },
    days_late: { kind: 'int' },
    price: { kind: 'double' },
    eta: { kind: 'date' },
    sent_at: { kind: 'datetime' },
    late: { kind: 'bool' },
  },
};
const SLOTS: Readonly<Record<string, CelType>> = {
  text: { kind: 'string' },
  count: { kind: 'int' },
  amount: { kind: 'double' },
  yes: { kind: 'bool' },
  day: { kind: 'date' },
  moment: { kind: 'datetime' },
  wait: { kind: 'duration' },
  order: ORDER,
  orders: { kind: 'list', of: ORDER },
  open: { kind: 'list', of: { kind: 'map', of: { kind: 'dyn' } } },
  thing: { kind: 'map', of: { kind: 'dyn' } },
};
const VALUES: Readonly<Record<string, Json>> = {
  text: 'aaab',
  count: 3,
  amount: 3,
  yes: true,
  day: '2026-11-24',
  moment: '2026-11-24T22:30:00.000Z',
  wait: 'PT1H30M',
  order: {
    state: 'delivered',
    days_late: 4,
    price: 12.5,
    eta: '2026-12-02',
    late: true,
    extra: 'not declared',
    sent_at: null,
  },
  orders: [
    { state: 'placed', days_late: 0 },
    { state: 'delivered', days_late: 4 },
  ],
  open: [{ value: 'a', label: 'A', n: 1 }],
  thing: { n: 2, words: ['x'] },
};
const scope = createExpressionScope(SLOTS);

function context(slots: Readonly<Record<string, Json>> = VALUES): ExpressionContext {
  return {
    slots,
    customer: { tier: 'gold', tenure_days: 800 },
    identity: { level: 'recognised', proves: { order: 'AB123456' } },
    channel: {
      speech: false,
      screen: true,
      buttons: 13,
      cards: true,
      typing: true,
      audience: 'private',
      purchase: 'full',
      name: 'webchat',
    },
    locale: 'en',
    now: '2026-11-26T09:00:00.000Z',
    conversation: { turns: 3, misses: 0, repeat_contact: false },
  };
}

function run(source: string, slots = VALUES, wanted: Wanted = 'value') {
  const compiled = scope.compile(source, wanted);
  if ('faults' in compiled)
    return { fault: compiled.faults[0]?.code, message: compiled.faults[0]?.message, hint: compiled.faults[0]?.hint };
  return compiled.expression.run(context(slots));
}

describe('an expression', () => {
  it.each<[string, Json]>([
    ['slots.count + 1', 4],
    ['slots.count == slots.amount', true],
    ['slots.amount == 3', true],
    ['slots.amount / 2.0', 1.5],
    ['slots.order.price > 12', true],
    ['slots.order.state == "delivered" && slots.order.days_late > 3', true],
    ['slots.order.late', true],
    ['has(slots.order.sent_at)', false],
    ['has(slots.text) && size(slots.text) == 4', true],
    ['slots.day', '2026-11-24'],
    ['slots.order.eta', '2026-12-02'],
    ['slots.moment', '2026-11-24T22:30:00.000Z'],
    ['slots.yes ? slots.day : slots.order.eta', '2026-11-24'],
    ['slots.wait', 'PT1H30M'],
    ['slots.wait > duration("1h")', true],
    ['now > slots.moment', true],
    ['dateDiff(now, slots.order.eta)', 6],
    ['dateDiff(slots.moment, now, "hours")', 34],
    ['slots.orders.exists(o, o.state == "placed")', true],
    ['slots.orders.all(o, o.days_late < 3)', false],
    ['slots.orders.filter(o, o.days_late > 0).map(o, o.state)', ['delivered']],
    [
      'slots.orders.map(o, {"value": o.state, "label": o.days_late})',
      [
        { value: 'placed', label: 0 },
        { value: 'delivered', label: 4 },
      ],
    ],
    ['slots.orders[1].state', 'delivered'],
    ['slots.open[0].n + 1', 2],
    ['slots.thing.n == 2', true],
    ['slots.order', { state: 'delivered', days_late: 4, price: 12.5, eta: '2026-12-02', late: true }],
    ['slots.text in ["aaab", "b"]', true],
    ['contains(slots.text, "ab") && startsWith(slots.text, "a") && lower("AB") == "ab"', true],
    ['slots.text.contains("ab")', true],
    ['min(slots.count, 2) + max(1, 2)', 4],
    ['min(slots.count, 2.5)', 2.5],
    ['format("%s of %s (100%%)", [slots.count, slots.text])', '3 of aaab (100%)'],
    ['fits(slots.text, "a+b")', true],
    ['fits(slots.text, "a+")', false],
    ['customer.tier == "gold" && customer.tenure_days > 365', true],
    ['has(identity.proves.order) && identity.proves.order == "AB123456"', true],
    ['has(identity.proves.customer)', false],
    ['channel.buttons >= 3 && channel.audience == "private" && locale == "en"', true],
    ['conversation.turns > 2 && !conversation.repeat_contact', true],
    ['"gift"', 'gift'],
    ['null', null],
    ['slots.text == "いち" ? 1 : 2', 2],
  ])('%s gives %j', (source, expected) => {
    expect(run(source)).toEqual({ value: expected });
  });

  it('is false with a reason where it reads an empty slot, and never throws', () => {
    expect(run('slots.order.days_late > 3', {}, 'condition')).toEqual({ error: expect.stringContaining('order') });
    expect(run('slots.orders[9].state == "a"', VALUES, 'condition')).toEqual({
      error: expect.stringContaining('out of bounds'),
    });
    expect(run('slots.count / 0')).toEqual({ error: expect.stringContaining('division') });
    expect(run('dateDiff(now, now, "years")')).toEqual({ error: expect.stringContaining('days, hours or minutes') });
  });

  it('takes a value that is not of its type as empty', () => {
    expect(run('has(slots.count)', { count: 'three' })).toEqual({ value: false });
    expect(run('has(slots.day)', { day: 'tomorrow' })).toEqual({ value: false });
    expect(run('has(slots.order)', { order: [1] })).toEqual({ value: false });
  });

  it('refuses lists that are too long to walk', () => {
    const open = Array.from({ length: 1001 }, () => ({ n: 1 }));
    expect(run('slots.open.exists(o, o.n == 2)', { open })).toEqual({ error: expect.stringContaining('too long') });
    expect(run('slots.open.exists(o, o.n == 2)', { open: open.slice(1) })).toEqual({ value: false });
  });

  it('sees only own and declared fields, and leaves its context alone', () => {
    const slots = JSON.parse('{"text":"a","__proto__":{"count":5},"hidden":1}');
    expect(run('has(slots.count)', slots)).toEqual({ value: false });
    const given = context();
    const before = JSON.stringify(given);
    run('slots.orders.map(o, o.state)');
    expect(JSON.stringify(given)).toBe(before);
  });

  it.each([
    ['slots.text == null', 'expression-type', 'has('],
    ['order_number == "x"', 'expression-type', undefined],
    ['text == "x"', 'expression-type', 'slots.text'],
    ['gift', 'expression-type', '"gift"'],
    ['slots.txet == "x"', 'unknown-slot', 'text'],
    ['has(slots.txet)', 'unknown-slot', 'text'],
    ['slots.order.sate == "x"', 'expression-type', 'action'],
    ['channel.name == "alexa"', 'expression-type', 'what the place can do'],
    ['slots.text.matches("a+")', 'function-forbidden', 'fits'],
    ['sise(slots.text)', 'function-forbidden', 'size'],
    ['fits(slots.text, slots.text)', 'expression-type', undefined],
    ['fits(slots.text, "(a")', 'expression-syntax', 'RE2'],
    ['slots.text = "a"', 'expression-syntax', '=='],
    ['slots.yes and slots.yes', 'expression-syntax', '&&'],
    ['slots.count + slots.text', 'expression-type', undefined],
    ['slots["text"]', 'expression-type', 'one slot'],
  ])('%s is refused as %s', (source, code, hint) => {
    const refused = run(source);
    expect(refused).toMatchObject({ fault: code });
    if (hint !== undefined && 'hint' in refused) expect(refused.hint ?? '').toContain(hint);
  });

  it('has to give what its place takes', () => {
    expect(run('slots.text', VALUES, 'condition')).toMatchObject({
      fault: 'expression-type',
      message: expect.stringContaining('true or false'),
    });
    expect(run('slots.text', VALUES, 'list')).toMatchObject({ fault: 'expression-type' });
    expect(run('slots.orders', VALUES, 'list')).toHaveProperty('value');
  });
});

describe('hostile expressions', () => {
  it('are many', () => expect(HOSTILE_EXPRESSIONS.length).toBeGreaterThanOrEqual(100));

  it.each(
    HOSTILE_EXPRESSIONS.map((source) => [source.length > 60 ? `${source.slice(0, 60)}…` : source, source] as const),
  )('%s does no harm', (_, source) => {
    for (const wanted of ['condition', 'value', 'list'] as const) {
      const compiled = scope.compile(source, wanted);
      if ('faults' in compiled) {
        expect(compiled.faults.length).toBeGreaterThan(0);
        for (const fault of compiled.faults) expect(fault.message.length).toBeGreaterThan(5);
        continue;
      }
      const outcome = compiled.expression.run(context());
      if ('value' in outcome) expect(() => JSON.stringify(outcome.value)).not.toThrow();
      else expect(typeof outcome.error).toBe('string');
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('walk the longest lists that are allowed in bounded time', () => {
    const open = Array.from({ length: 200 }, (_, n) => ({ n, label: 'a'.repeat(100) }));
    const compiled = scope.compile('slots.open.all(a, slots.open.all(b, a.n + b.n >= 0))', 'condition');
    if ('faults' in compiled) throw new Error('not compiled');
    expect(compiled.expression.run(context({ open }))).toEqual({ value: true });
  });
});
