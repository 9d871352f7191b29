import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { protos } from '@google-cloud/dialogflow-cx';
import { readAgentFolder, writeAgentFolder } from '../../../../bots/cli/dialogflow/agent-folder.ts';
import { type AgentPackage, type Fields, fileNameOf, idOf } from '../../../../bots/cli/dialogflow/agent-package.ts';
import { checkAgent } from '../../../../bots/cli/dialogflow/check-agent.ts';
import { compareAgent } from '../../../../bots/cli/dialogflow/compare-agent.ts';
import { exportDialogflow } from '../../../../bots/cli/dialogflow/export-dialogflow.ts';
import { plainText } from '../../../../bots/cli/dialogflow/plain-text.ts';
import { readAgent } from '../../../../bots/cli/dialogflow/read-agent.ts';
import { intentLabels } from '../../../../bots/intent-labels.ts';
import type { Json } from '../../../../dialogs/protocol/value.ts';
import { isRecord } from '../../../../dialogs/protocol/value.ts';
import { intentNameOf } from '../../../../integrations/nlu/dialogflow-cx/intent-name.ts';
import { EXAMPLES } from '../../integrations/nlu/training-examples.ts';

const { Agent, EntityType, Flow, Intent, Page, Webhook } = protos.google.cloud.dialogflow.cx.v3;
const flows = path.resolve(import.meta.dirname, '../../../../dialogs/flows');
const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-'));
const out = path.join(folder, 'agent');
const settings = { flows, out, name: 'A shop', zone: 'Asia/Tokyo', webhook: 'https://bot.example/turns' };

let exported: Awaited<ReturnType<typeof exportDialogflow>>;
let agent: AgentPackage = {};
beforeAll(async () => {
  exported = await exportDialogflow(settings);
  agent = readAgentFolder(out);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('our dialogs make an agent that fits the API, leads nowhere wrong, and comes back as it went out', () => {
  expect(exported.faults).toEqual([]);
  expect(exported.intents).toBeGreaterThan(50);
  expect(exported.phrases).toBeGreaterThan(3000);
});

test('the layout is that of an exported package', () => {
  const kinds = new Set(Object.keys(agent).map((place) => place.split('/')[0]));
  expect([...kinds].sort()).toEqual(['agent.json', 'entityTypes', 'flows', 'intents', 'webhooks']);
  expect(agent['agent.json']).toMatchObject({
    ...{ defaultLanguageCode: 'en', supportedLanguageCodes: ['ja'], startFlow: 'Default Start Flow' },
  });
  const { name } = agent['flows/Default Start Flow/Default Start Flow.json'] ?? {};
  expect(name).toBe('00000000-0000-0000-0000-000000000000');
  expect(agent['flows/identify-customer/pages/ask_postcode.json']).toMatchObject({ displayName: 'ask_postcode' });
  expect(agent['intents/order-status.wish-cancel/trainingPhrases/ja.json']).toHaveProperty('trainingPhrases');
  expect(agent['entityTypes/product/entities/ja.json']).toHaveProperty('entities');
  expect(agent['webhooks/omotenashi.json']).toMatchObject({ genericWebService: { uri: settings.webhook } });
});

/** Without what only exports have, and with any JSON as the API's own message for it. */
function asMessage(content: Fields): object {
  return Object.fromEntries(
    Object.entries(content)
      .filter(([name]) => name !== 'languageCode' && name !== 'numTrainingPhrases')
      .map(([name, inner]) => {
        if (name === 'metadata' && isRecord(inner))
          return [name, { fields: Object.fromEntries(Object.entries(inner).map(([key, own]) => [key, wrap(own)])) }];
        return [name, 'parameter' in content && name === 'value' ? wrap(inner) : inside(inner)];
      }),
  );
}
const inside = (value: Json): unknown => {
  if (Array.isArray(value)) return value.map((each: Json) => inside(each));
  return isRecord(value) ? asMessage(value) : value;
};
const wrap = (value: Json) => (typeof value === 'boolean' ? { boolValue: value } : { stringValue: String(value) });

interface Message<Made extends object> {
  fromObject(given: object): Made;
  verify(message: object): string | null;
  encode(message: Made): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Made;
  toObject(message: Made, options: object): object;
}

/** Through the wire and back: what was wrong with it, and what came. */
const through =
  <Made extends object>(type: Message<Made>) =>
  (given: object) => {
    const message = type.fromObject(given);
    const back = type.decode(type.encode(message).finish());
    return { fault: type.verify(message), back: type.toObject(back, { enums: String, longs: Number }) };
  };

test.each([
  ['Agent', /^agent\.json$/, through(Agent)],
  ['Intent', /^intents\//, through(Intent)],
  ['EntityType', /^entityTypes\//, through(EntityType)],
  ['Flow', /^flows\/([^/]+)\/\1\.json$/, through(Flow)],
  ['Page', /^flows\/[^/]+\/pages\//, through(Page)],
  ['Webhook', /^webhooks\//, through(Webhook)],
])('every file of %s goes through its message and comes back whole', (_name, pattern, send) => {
  const files = Object.entries(agent).filter(([place]) => pattern.test(place));
  expect(files.length).toBeGreaterThan(0);
  for (const [place, content] of files) {
    const given = asMessage(content);
    const { fault, back } = send(given);
    expect([place, fault]).toEqual([place, null]);
    expect([place, rounded(back)]).toEqual([place, rounded(given)]);
  }
});

/** A float keeps seven digits, and what is its type's default is not sent. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, inner) => {
      if (typeof inner === 'number') return Number(inner.toPrecision(6));
      return inner === false || inner === '' || (Array.isArray(inner) && inner.length === 0) ? undefined : inner;
    }),
  );

test('every wish is heard in the start flow, with what it sets, so that matching needs no session', () => {
  const routes = agent['flows/Default Start Flow/Default Start Flow.json']?.['transitionRoutes'];
  const heard = Array.isArray(routes)
    ? routes.map((route: Json) => (isRecord(route) ? route['intent'] : undefined))
    : [];
  expect(heard).toHaveLength(exported.intents);
  expect(new Set(heard).size).toBe(exported.intents);
  expect(routes).toContainEqual(
    expect.objectContaining({
      ...{ intent: 'order-status.wish-cancel', targetFlow: 'order-status' },
      triggerFulfillment: { setParameterActions: [{ parameter: 'wish', value: 'cancel' }] },
    }),
  );
});

test('a question leads only to what its flow can come to next, and personal answers are kept out of logs', () => {
  const page = agent['flows/identify-customer/pages/ask_postcode.json'];
  expect(page).toMatchObject({ form: { parameters: [{ displayName: 'postcode', redact: true }] } });
  expect(JSON.stringify(page)).toContain('$session.params.next_step');
});

test('the same things have the same ids, and what is no more is gone from the folder', () => {
  writeFileSync(path.join(out, 'webhooks', 'older.json'), '{}');
  writeAgentFolder(out, agent);
  expect(readAgentFolder(out)).toEqual(agent);
});

test('a folder that holds something else is left alone', () => {
  const other = path.join(folder, 'other');
  mkdirSync(other);
  writeFileSync(path.join(other, 'letter.txt'), 'Dear …');
  expect(() => writeAgentFolder(other, agent)).toThrow(/holds something else/);
  expect(readdirSync(other)).toEqual(['letter.txt']);
});

describe('the check finds', () => {
  const page = 'flows/identify-customer/pages/ask_postcode.json';
  const intent = 'intents/order-status/order-status.json';
  const rows: readonly (readonly [string, string, AgentPackage[string], RegExp])[] = [
    ['an unknown field', intent, { displayName: 'order-status', colour: 'red' }, /colour is no field of .*Intent/],
    ['what lacks', intent, { name: 'x' }, /displayName is required/],
    ['a wrong type', intent, { displayName: 'order-status', priority: 'high' }, /priority must be of type int32/],
    [
      'a value of no enum',
      'entityTypes/product/product.json',
      { displayName: 'product', kind: 'MAP' },
      /kind: no value/,
    ],
    ['what is no list', page, { displayName: 'ask_postcode', transitionRoutes: {} }, /transitionRoutes must be a list/],
    [
      ...(['two targets', page] as const),
      { displayName: 'ask_postcode', transitionRoutes: [{ targetPage: 'ask_code', targetFlow: 'order-status' }] },
      /only one of targetPage, targetFlow/,
    ],
    [
      ...(['a page that is not there', page] as const),
      { displayName: 'ask_postcode', transitionRoutes: [{ targetPage: 'nowhere' }] },
      /targetPage nowhere leads nowhere/,
    ],
    ['a file of no kind', 'notes.json', {}, /no such file belongs/],
  ];
  test.each(rows)('%s', (_name, place, content, fault) => {
    const few = Object.entries(agent).filter(([each]) => !each.includes('/trainingPhrases/'));
    expect(checkAgent({ ...Object.fromEntries(few), [place]: content }).join('\n')).toMatch(fault);
  });
});

describe('the importer', () => {
  const hand: AgentPackage = {
    'intents/main%3aorder/main%3aorder.json': { displayName: 'main:order' },
    'intents/main%3aorder/trainingPhrases/en.json': {
      trainingPhrases: [
        { parts: [{ text: 'where is ' }, { text: 'AB123456', parameterId: 'number' }, { text: '?', auto: true }] },
        { parts: [{ text: 'track it' }] },
      ],
    },
    'intents/Default Negative Intent/Default Negative Intent.json': {
      ...{ displayName: 'Default Negative Intent', isFallback: true },
    },
  };
  test('reads a package that another wrote', () => {
    expect(readAgent(hand)).toEqual([
      {
        name: 'main:order',
        phrases: {
          en: [
            { text: 'where is AB123456?', spans: [{ start: 9, end: 17, slot: 'number' }] },
            { text: 'track it', spans: [] },
          ],
        },
      },
    ]);
  });
  test('tells what one has and the other has not', () => {
    const differences = compareAgent(EXAMPLES, readAgent(hand));
    expect(differences).toContain('order-status en: lacks "where is my order"');
    expect(differences).toContain('main:order en: has "where is [AB123456](number)?" besides');
  });
});

test('names of intents are plain, short, and of one label each', () => {
  const long = 'x'.repeat(80);
  const flow = 'order-status';
  const names = [
    ...intentLabels(EXAMPLES).map(intentNameOf),
    ...[long, `${long}y`, 'a b', 'a_b', 1, '1'].map((wish) =>
      intentNameOf({ id: `${flow} ${JSON.stringify({ wish })}`, flow, set: { wish } }),
    ),
  ];
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
});

test('texts become what Dialogflow can say', () => {
  expect(plainText("It's due on {eta, date, ::EEEEdMMMM}.", 'en')).toBe("It's due on $session.params.eta.");
  expect(plainText('{days, plural, one {# day} other {# days}} late', 'en')).toBe('$session.params.days days late');
  expect(plainText('ご注文 {no} は{state, select, packed {梱包済み} other {お届け中}}です', 'ja')).toBe(
    'ご注文 $session.params.no はお届け中です',
  );
});

test('ids are stable, and names are written as an export writes them', () => {
  expect(idOf('intent a')).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
  expect(idOf('intent a')).toBe(idOf('intent a'));
  expect(fileNameOf('Yes/No: 返品')).toBe('Yes%2fNo%3a %e8%bf%94%e5%93%81');
});
