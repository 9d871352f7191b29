import { z } from 'zod';
import type { ActionCatalogue } from '../../../../dialogs/flow/action-catalogue.ts';
import type { FlowBook } from '../../../../dialogs/flow/flow-book.ts';
import { loadFlowBook } from '../../../../dialogs/flow/load-flow-book.ts';
import { ALL_PATTERN_FILES, asFiles, HELLO, parcel, problemsOf, TEST_ACTIONS, words } from './kit.ts';
import { readFixture } from './read-fixture.ts';

const base = {
  description: 'For tests.',
  outcomes: [],
  access: 'read',
  commits: false,
  purchase: false,
  timeoutMs: 2500,
} as const;
const number = z.object({ order_number: z.string() });
const ORDER_ACTIONS: ActionCatalogue = {
  get_order_status: {
    ...base,
    name: 'get_order_status',
    input: number,
    outcomes: ['not_found', 'not_proved'],
    needs: { level: 'recognised', proves: 'order' },
    output: z.object({
      state: z.enum(['packed', 'shipped', 'delivered']),
      eta: z.iso.date(),
      delivered_on: z.iso.date().optional(),
      days_late: z.int(),
    }),
  },
  list_recent_orders: {
    ...base,
    name: 'list_recent_orders',
    input: z.object({}),
    outcomes: ['none', 'not_proved'],
    needs: { level: 'verified', proves: 'customer' },
    output: z.array(z.object({ value: z.string(), label: z.string() })),
  },
  prove_order: {
    ...base,
    name: 'prove_order',
    input: number.extend({ postcode: z.string() }),
    outcomes: ['no_match'],
    grants: 'recognised',
  },
  check_one_time_code: {
    ...base,
    name: 'check_one_time_code',
    input: z.object({ code: z.string() }),
    outcomes: ['wrong_code'],
    grants: 'verified',
  },
};

function load(files = readFixture('complete-example')): FlowBook {
  const { book, problems } = loadFlowBook(files, { actions: ORDER_ACTIONS });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!book) throw new Error('no book');
  return book;
}

describe('the complete example of the format', () => {
  it('loads with no error, and the checker finds none', () => {
    load();
    const files = Object.fromEntries(readFixture('complete-example').map(({ path, text }) => [path, text]));
    const problems = problemsOf({ ...ALL_PATTERN_FILES, ...files }, { actions: ORDER_ACTIONS });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('keeps its steps in the order of the file, nested ones flattened with derived ids', () => {
    const flow = load().flows['order-status'];
    expect(Object.keys(flow?.steps ?? {})).toEqual([
      'ask_order',
      'identify',
      'look_up',
      'say_order_delivered',
      'on_the_way',
      'delayed',
      'handoff_policy',
      'not_matched',
      'no_number',
      'offer_list',
      'pick_order',
      'not_proved',
      'no_orders',
      'handoff_out_of_scope',
      'not_chosen',
      'out_of_reach',
      'handoff_tool_failed',
    ]);
    expect(flow?.steps['say_order_delivered']).toMatchObject({ depth: 1, after: 'on_the_way' });
    expect(flow?.first).toBe('ask_order');
  });

  it('gives full text keys, defaults of the catalogue and the outcomes of a call', () => {
    const { steps = {} } = load().flows['order-status'] ?? {};
    expect(steps['ask_order']?.step).toMatchObject({
      kind: 'collect',
      ask: 'order-status.ask_order_number',
      attempts: ['order-status.ask_order_number_example'],
      on_exhausted: { branches: [], else: 'no_number' },
    });
    expect(steps['offer_list']?.step).toMatchObject({
      kind: 'action',
      timeout_ms: 2500,
      late: 'ok',
      while_waiting: 'order-status.one_moment',
    });
    expect(steps['identify']?.step).toMatchObject({ kind: 'call', onFailed: { branches: [], else: 'not_proved' } });
  });

  it('reads variants, cards and marked examples', () => {
    const book = load();
    expect(book.texts.en['order-status.order_on_the_way']).toEqual([
      expect.objectContaining({ needs: [], bargeIn: true }),
      expect.objectContaining({ channel: ['sms'] }),
      expect.objectContaining({ needs: ['cards'], card: expect.objectContaining({ title: 'Order {order_number}' }) }),
    ]);
    expect(book.examples.ja['order-status']?.[2]).toEqual({
      text: 'AB123456の配送状況を教えて',
      spans: [{ start: 0, end: 8, slot: 'order_number' }],
      set: {},
    });
  });

  it('is frozen, and its revision changes with every word', () => {
    const files = readFixture('complete-example');
    const book = load(files);
    expect(Object.isFrozen(book) && Object.isFrozen(book.flows['order-status']?.steps['look_up']?.step)).toBe(true);
    expect(load([...files].reverse()).revision).toBe(book.revision);
    const changed = files.map((file) => ({ ...file, text: file.text.replace('No hurry.', 'No rush.') }));
    expect(load(changed).revision).not.toBe(book.revision);
    expect(book.revision).toMatch(/^[0-9a-f]{32}$/);
  });

  it('evaluates the expressions of a flow, and no others', () => {
    const book = load();
    const context = {
      slots: { order: { state: 'shipped', eta: '2026-12-02', days_late: 4 } },
      customer: {},
      identity: { level: 'none', proves: {} },
      channel: { audience: 'private' },
      locale: 'en',
      now: '2026-11-30T09:00:00.000Z',
      conversation: { turns: 1, misses: 0, repeat_contact: false },
    };
    expect(book.evaluate('order-status', 'slots.order.days_late > 3', context)).toEqual({ value: true });
    expect(book.evaluate('order-status', 'slots.order.eta', context)).toEqual({ value: '2026-12-02' });
    expect(book.evaluate('order-status', '1 + 1', context)).toEqual({
      error: expect.stringContaining('no such expression'),
    });
  });
});

describe('loading', () => {
  const parse = (files: Readonly<Record<string, string>>) => loadFlowBook(asFiles(files), { actions: TEST_ACTIONS });

  it('gives no book where something is wrong, and says everything that is', () => {
    const { book, problems } = parse({
      ...HELLO,
      ...parcel('  - sai: hello\n  - say: hello\n    next: greet\n  - colect: wish\n'),
    });
    expect(book).toBeUndefined();
    expect(problems.map(({ code, line, column, hint }) => ({ code, line, column, hint }))).toEqual([
      { code: 'unknown-step-kind', line: 5, column: 5, hint: 'Did you mean `say`?' },
      { code: 'unknown-step-kind', line: 8, column: 5, hint: 'Did you mean `collect`?' },
      { code: 'unknown-target', line: 7, column: 11, hint: expect.stringContaining('END') },
    ]);
  });

  it('points into the expression', () => {
    const { problems } = parse({
      ...HELLO,
      ...parcel("  - if: 'has(slots.wihs)'\n    say: hello\n", 'slots: { wish: { type: text } }\n'),
    });
    expect(problems).toEqual([
      expect.objectContaining({ code: 'unknown-slot', line: 6, column: 14, hint: 'Did you mean `wish`?' }),
    ]);
  });

  it('derives ids, and gives the next number where one is taken', () => {
    const { book } = parse({
      ...HELLO,
      ...parcel(
        '  - say: hello\n  - id: say_hello_2\n    say: hello\n  - say: hello\n  - set: {}\n  - call: patterns/x-y\n',
      ),
      'patterns/x-y/flow.yaml': 'flow: patterns/x-y\ndescription: A.\nsteps: [{ end: success }]\n',
    });
    expect(Object.keys(book?.flows['parcel']?.steps ?? {})).toEqual([
      'say_hello',
      'say_hello_2',
      'say_hello_3',
      'set_nothing',
      'call_patterns_x_y',
    ]);
  });

  it('takes grouped examples, alternatives and lists of records', () => {
    const { book, problems } = parse({
      ...parcel('  - say: hello\n', 'slots: { wish: { type: choice, values: [stop] } }\n'),
      'parcel/en.yaml':
        'texts:\n  hello: [Hi., Hello.]\n  list: { text: "All:", list: { from: orders, text: "{name}" }, card: { shape: comparison, title: T, items: { from: orders, card: { title: "{name}" } } } }\nexamples:\n  - { set: { wish: stop }, phrases: [stop it, end it] }\n',
    });
    expect(problems).toEqual([]);
    expect(book?.texts.en['parcel.hello']).toEqual([
      { text: ['Hi.', 'Hello.'], needs: [], bargeIn: true, namesAnswers: false, synonyms: [] },
    ]);
    expect(book?.texts.en['parcel.list']?.[0]).toMatchObject({
      list: { from: 'orders', text: '{name}' },
      card: { items: { card: { title: '{name}' } } },
    });
    expect(book?.examples.en['parcel']).toEqual([
      { text: 'stop it', spans: [], set: { wish: 'stop' } },
      { text: 'end it', spans: [], set: { wish: 'stop' } },
    ]);
  });

  it('costs in proportion to the flows: thirty take no more than ninety times one', () => {
    const one = readFixture('complete-example');
    const copies = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        one
          .filter(({ path }) => path.startsWith('order-status/'))
          .map(({ path, text }) => ({
            path: path.replace('order-status', `order-${index}`),
            text: text.replace('flow: order-status', `flow: order-${index}`),
          })),
      ).flat();
    const cost = (count: number) => {
      const all = Object.fromEntries([...one, ...copies(count)].map(({ path, text }) => [path, text]));
      problemsOf(all, { actions: ORDER_ACTIONS });
      const before = process.cpuUsage();
      expect(problemsOf(all, { actions: ORDER_ACTIONS }).length).toBeGreaterThan(0);
      return process.cpuUsage(before).user;
    };
    expect(cost(30) / Math.max(cost(1), 1)).toBeLessThan(90);
  });

  it('names what is missing in a language once', () => {
    const problems = problemsOf({
      ...parcel('  - say: hello\n'),
      ...words('  hello: Hi.\n'),
      'parcel/ja.yaml': 'texts: {}\nexamples: [荷物の件]\n',
    });
    expect(problems.filter(({ code }) => code === 'locale-missing')).toEqual([
      expect.objectContaining({ file: 'parcel/ja.yaml', message: expect.stringContaining('`hello`') }),
    ]);
  });
});
