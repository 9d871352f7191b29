import { credentials } from '@grpc/grpc-js';
import { intentLabels } from '../../../bots/intent-labels.ts';
import { openUnderstanding } from '../../../bots/open-understanding.ts';
import { valuesReader } from '../../../bots/values-reader.ts';
import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Expectation, FillableSlot } from '../../../dialogs/protocol/understanding.ts';
import { endpointOf, readAgentName } from '../../../integrations/nlu/dialogflow-cx/agent-name.ts';
import { createDialogflowNlu, type DialogflowNluOptions } from '../../../integrations/nlu/dialogflow-cx/index.ts';
import { openSessions } from '../../../integrations/nlu/dialogflow-cx/open-sessions.ts';
import { createEmbeddedNlu } from '../../../integrations/nlu/embedded/index.ts';
import { redact } from '../../../operations/privacy/redact.ts';
import { type DialogflowServer, type MatchIntentAnswer, startDialogflowServer } from '../../kit/dialogflow-server.ts';
import { CONTEXT, expecting, question } from '../../unit/integrations/nlu/expectation.ts';
import { EXAMPLES, FLOWS, PRODUCTS } from '../../unit/integrations/nlu/training-examples.ts';

const AGENT = readAgentName('projects/a-shop/locations/asia-northeast1/agents/00000000-1111-2222-3333-444444444444');
const UNAVAILABLE = 14;

// Nobody signs in at a server of this machine; without this the library looks for the cloud's own.
process.env['METADATA_SERVER_DETECTION'] = 'none';

const embedded = createEmbeddedNlu({ examples: EXAMPLES, gazetteers: { product: PRODUCTS } });
const ORDER: FillableSlot = { name: 'order_number', type: 'order_number', filled: false };
const PRODUCT: FillableSlot = { name: 'product', type: 'product', filled: false, flow: 'troubleshooting' };
const DATE: FillableSlot = { name: 'new_date', type: 'date', filled: false, flow: 'order-status' };
const WHICH: FillableSlot = {
  ...{ name: 'which', type: 'choice', filled: false, flow: 'order-status' },
  choices: [
    { value: 'latest_order', words: ['the latest'] },
    { value: 'all_orders', words: ['all of them'] },
  ],
};
const idle = (locale: Locale, parts: Partial<Expectation> = {}) =>
  expecting(locale, { flows: FLOWS, slots: [ORDER, PRODUCT, DATE, WHICH], ...parts });

const starts = (flow: string) => ({ kind: 'start_flow', flow });
const sets = (slot: string, value: unknown) => ({ kind: 'set_slot', slot, value });

let server: DialogflowServer;
let sessions: ReturnType<typeof openSessions>;
let now = 0;

beforeAll(async () => {
  server = await startDialogflowServer();
  if (!AGENT) throw new Error('That is no agent.');
  sessions = openSessions(AGENT, {
    ...{ apiEndpoint: 'localhost', port: server.port, sslCreds: credentials.createInsecure() },
  });
});
afterAll(async () => {
  await sessions.close();
  server.close();
});
beforeEach(() => {
  server.requests.length = 0;
});

const told: { event: string; facts: unknown }[] = [];

function open(parts: Partial<DialogflowNluOptions> = {}) {
  if (!AGENT) throw new Error('That is no agent.');
  return createDialogflowNlu({
    ...{ agent: AGENT, sessions, fallback: embedded, labels: intentLabels(EXAMPLES), mask: redact, timeoutMs: 5000 },
    readValues: valuesReader(PRODUCTS),
    products: new Set(PRODUCTS.map(({ value }) => value)),
    clock: () => now,
    telemetry: { warn: (event, facts) => told.push({ event, facts }) },
    ...parts,
  });
}

const matches = (displayName: string, confidence: number, fields = {}): MatchIntentAnswer => ({
  matches: [{ matchType: 1, intent: { displayName }, confidence, parameters: { fields } }],
});
const answers = (answer: MatchIntentAnswer | number) => {
  server.answer = async () => answer;
};

test('the intent that Dialogflow names starts its flow, with the wish that it stands for', async () => {
  answers(matches('order-status.wish-cancel', 0.91));
  const understood = await open().understand('I have no use for that gadget any more', idle('en'), CONTEXT);
  expect(understood).toEqual({
    ...{ by: 'dialogflow-cx', confidence: expect.closeTo(0.91) },
    commands: [starts('order-status'), sets('wish', 'cancel')],
  });
});

test('asks for the intent alone: in a fresh session, in the language of the words, calling no webhook', async () => {
  answers({});
  const nlu = open();
  await nlu.understand('I have no use for that gadget any more', idle('en'), CONTEXT);
  await nlu.understand('あの機械の具合について伺えますか', idle('ja'), CONTEXT);
  const [first, second] = server.requests;
  expect(first?.session).toMatch(
    /^projects\/a-shop\/locations\/asia-northeast1\/agents\/0{8}-[\d-]+\/sessions\/[\da-f-]{36}$/,
  );
  expect(second?.session).not.toBe(first?.session);
  expect(first?.queryInput).toMatchObject({
    text: { text: 'I have no use for that gadget any more' },
    languageCode: 'en',
  });
  expect(first?.queryParams).toMatchObject({ timeZone: 'Asia/Tokyo', disableWebhook: true });
  expect(second?.queryInput).toMatchObject({ text: { text: 'あの機械の具合について伺えますか' }, languageCode: 'ja' });
});

test('Japanese words and values', async () => {
  answers(matches('order-status', 0.8));
  const { commands } = await open().understand('AB123456 の件、どうなったか気になっています', idle('ja'), CONTEXT);
  expect(commands).toEqual([starts('order-status'), sets('order_number', 'AB123456')]);
  expect(server.requests).toHaveLength(1);
});

test('English words in a Japanese conversation are asked in English, and said to be so', async () => {
  answers(matches('renewals', 0.8));
  const understood = await open().understand('I would like to know about the end of that thing', idle('ja'), CONTEXT);
  expect(understood).toMatchObject({ otherLocale: 'en', commands: [starts('renewals')] });
  expect(server.requests[0]?.queryInput?.languageCode).toBe('en');
});

describe('the bands are the same as of the embedded engine', () => {
  const said = 'about that gadget of mine, you know';

  test('nothing matched: it is not understood', async () => {
    answers({ matches: [{ matchType: 4, event: 'sys.no-match-default', confidence: 0.3 }] });
    const { commands } = await open().understand(said, idle('en'), CONTEXT);
    expect(commands).toEqual([{ kind: 'cannot_handle', why: expect.any(String) }]);
  });
  test('two are nearly as likely: the customer is asked', async () => {
    answers({
      matches: [...(matches('renewals', 0.44).matches ?? []), ...(matches('troubleshooting', 0.4).matches ?? [])],
    });
    const { commands } = await open().understand(said, idle('en'), CONTEXT);
    expect(commands).toEqual([{ kind: 'clarify', flows: ['renewals', 'troubleshooting'] }]);
  });
  test('an intent below the line is not acted on', async () => {
    answers(matches('renewals', 0.35));
    const { commands } = await open().understand(said, idle('en'), CONTEXT);
    expect(commands[0]?.kind).toBe('cannot_handle');
  });
  test('an intent that our dialogs do not know, or may not start now, starts nothing', async () => {
    answers(matches('book-a-table', 0.99));
    expect((await open().understand(said, idle('en'), CONTEXT)).commands[0]?.kind).toBe('cannot_handle');
    answers(matches('renewals', 0.99));
    const closed = idle('en', { flows: ['order-status'] });
    expect((await open().understand(said, closed, CONTEXT)).commands[0]?.kind).toBe('cannot_handle');
  });
});

describe('what rules decide never leaves', () => {
  const rows: readonly (readonly [string, Locale, string, Partial<Expectation>, unknown])[] = [
    ['danger', 'en', 'there is smoke coming out of it', {}, { kind: 'handoff', reason: 'safety' }],
    ['a person', 'en', 'let me talk to a human', {}, { kind: 'handoff', reason: 'asked' }],
    ['yes', 'ja', 'はい、お願いします', { question: question({ type: 'boolean', yesNo: true }) }, { kind: 'affirm' }],
    [
      ...(['an order number that is asked for', 'en', "it's AB123456"] as const),
      { question: question({ slot: 'order_number', type: 'order_number' }) },
      sets('order_number', 'AB123456'),
    ],
    [
      ...(['free text', 'en', 'please leave it with the lady next door'] as const),
      { question: question({ slot: 'message', freeText: true }) },
      expect.objectContaining({ kind: 'set_slot', slot: 'message' }),
    ],
  ];
  test.each(rows)('%s', async (_name, locale, text, parts, command) => {
    answers(matches('renewals', 0.99));
    const { commands } = await open().understand(text, idle(locale, parts), CONTEXT);
    expect(commands[0]).toEqual(command);
    expect(server.requests).toHaveLength(0);
  });

  test('nor does a text that is longer than Dialogflow takes', async () => {
    await open().understand(`where is my order? ${'It has been so long. '.repeat(15)}`, idle('en'), CONTEXT);
    expect(server.requests).toHaveLength(0);
  });
});

describe('parameters', () => {
  test('count where one of our own readers takes the value, or the slot may hold it', async () => {
    answers(
      matches('order-status', 0.9, {
        order_number: { stringValue: 'CD654321' },
        which: { stringValue: 'all_orders' },
        new_date: {
          structValue: { fields: { year: { numberValue: 2026 }, month: { numberValue: 12 }, day: { numberValue: 4 } } },
        },
      }),
    );
    const { commands } = await open().understand('about the things that I bought, really', idle('en'), CONTEXT);
    expect(commands).toEqual([
      starts('order-status'),
      ...[sets('order_number', 'CD654321'), sets('which', 'all_orders'), sets('new_date', '2026-12-04')],
    ]);
  });
  test('are dropped where they are no value of ours', async () => {
    answers(
      matches('order-status', 0.9, {
        order_number: { stringValue: 'drop table orders' },
        which: { stringValue: 'everything' },
        product: { stringValue: 'no-such-thing' },
        no_slot: { stringValue: 'AB123456' },
        new_date: { listValue: { values: [{ stringValue: '2026-12-04' }] } },
      }),
    );
    const { commands } = await open().understand('about the things that I bought, really', idle('en'), CONTEXT);
    expect(commands).toEqual([starts('order-status')]);
  });
  test('never outdo what stands in the words', async () => {
    answers(matches('order-status', 0.9, { order_number: { stringValue: 'CD654321' } }));
    const { commands } = await open().understand('AB123456 has been on my mind for long', idle('en'), CONTEXT);
    expect(commands).toEqual([starts('order-status'), sets('order_number', 'AB123456')]);
  });
});

describe('what is personal is masked before it leaves', () => {
  const rows: readonly (readonly [string, Locale, string, string])[] = [
    [
      ...(['typed', 'en', 'the thing I mean was sent to hana@example.com, 090-1234-5678, order AB123456'] as const),
      'the thing I mean was sent to [EMAIL], [PHONE], order AB123456',
    ],
    ['spoken', 'en', 'send that thing to hana at example dot com', 'send that thing to [EMAIL]'],
    [
      'in Japanese',
      'ja',
      '先日のあれの件で 〒150-0001 に送ったはずです',
      '先日のあれの件で [POSTCODE] に送ったはずです',
    ],
  ];
  test.each(rows)('%s', async (_name, locale, said, sent) => {
    answers({});
    await open().understand(said, idle(locale), CONTEXT);
    expect(server.requests[0]?.queryInput?.text?.text?.replace(/〒/g, '')).toBe(sent);
  });
});

describe('without Dialogflow', () => {
  const said = 'my order still did not come';

  test('a slow answer is not waited for: the embedded one stands', async () => {
    server.answer = () => new Promise(() => {});
    const began = performance.now();
    const understood = await open({ timeoutMs: 60 }).understand(said, idle('en'), CONTEXT);
    expect(understood).toMatchObject({ by: 'embedded', commands: [starts('order-status')] });
    // Far below the library's own minute.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('a fault is fallen back from at once, and told without the words', async () => {
    answers(UNAVAILABLE);
    told.length = 0;
    const understood = await open().understand(said, idle('en'), CONTEXT);
    expect(understood.by).toBe('embedded');
    expect(server.requests).toHaveLength(1);
    expect(told).toEqual([
      { event: 'understanding_fell_back', facts: { engine: 'dialogflow-cx', code: String(UNAVAILABLE) } },
    ]);
  });

  test('after some faults nothing is asked for a while, then one question tries again', async () => {
    answers(UNAVAILABLE);
    const nlu = open({ breaker: { failures: 3, open_ms: 1000 } });
    for (let time = 0; time < 6; time++) {
      expect((await nlu.understand(said, idle('en'), CONTEXT)).by).toBe('embedded');
    }
    expect(server.requests).toHaveLength(3);
    now += 1001;
    answers(matches('order-status', 0.9));
    expect((await nlu.understand(said, idle('en'), CONTEXT)).by).toBe('dialogflow-cx');
    expect((await nlu.understand(said, idle('en'), CONTEXT)).by).toBe('dialogflow-cx');
    expect(server.requests).toHaveLength(5);
  });
});

test('an installation that cannot sign in understands all the same', async () => {
  const before = process.env['GOOGLE_APPLICATION_CREDENTIALS'];
  process.env['GOOGLE_APPLICATION_CREDENTIALS'] = '/nowhere/key.json';
  try {
    const opened = await openUnderstanding(
      { NLU: 'dialogflow-cx', DIALOGFLOW_AGENT: AGENT },
      { products: PRODUCTS, models: { read: async () => undefined, write: async () => {} } },
    );
    const nlu = opened.learn({ examples: EXAMPLES, flows: {} });
    expect(await nlu.understand('my order still did not come', idle('en'), CONTEXT)).toMatchObject({
      ...{ by: 'embedded', commands: [starts('order-status')] },
    });
    await opened.close();
  } finally {
    if (before === undefined) delete process.env['GOOGLE_APPLICATION_CREDENTIALS'];
    else process.env['GOOGLE_APPLICATION_CREDENTIALS'] = before;
  }
});

test('an agent is asked in its own region', () => {
  expect(endpointOf({ location: 'asia-northeast1' })).toBe('asia-northeast1-dialogflow.googleapis.com');
  expect(endpointOf({ location: 'global' })).toBe('dialogflow.googleapis.com');
  expect(readAgentName('projects/p/locations/global/agents/a')).toMatchObject({ location: 'global' });
  expect(readAgentName('projects/p/locations/eu/agents/a/environments/e')).toMatchObject({ location: 'eu' });
  for (const wrong of ['', 'agents/a', 'projects/p/locations/l', 'projects/p/locations/l/agents/a/sessions/s']) {
    expect(readAgentName(wrong)).toBeUndefined();
  }
});
