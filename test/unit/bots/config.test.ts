import { SETTINGS } from '../../../bots/config.ts';
import { readSettings } from '../../../bots/read-settings.ts';

test('everything has a value that works by itself', () => {
  expect(readSettings({})).toMatchObject({ PORT: 3000, DATA_DIR: '.data', DEMO: true, SHOP_ZONE: 'Asia/Tokyo' });
});

test('an empty variable counts as not set', () => {
  expect(readSettings({ PORT: '', ALLOWED_ORIGINS: '' }).PORT).toBe(3000);
});

test('texts become what they mean', () => {
  const read = readSettings({
    PORT: '80',
    DEMO: 'false',
    TRUST_PROXY: '1',
    ALLOWED_ORIGINS: 'https://a.example, http://b.example:*',
  });
  expect(read).toMatchObject({
    PORT: 80,
    DEMO: false,
    TRUST_PROXY: 1,
    ALLOWED_ORIGINS: ['https://a.example', 'http://b.example:*'],
  });
});

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '3.5'],
  ['LOG_LEVEL', 'loud'],
  ['SHOP_ZONE', 'Mars/Olympus'],
  ['ALLOWED_ORIGINS', 'shop.example'],
  ['ALLOWED_ORIGINS', 'https://shop.example/path'],
  ['ALLOWED_ORIGINS', '*'],
  ['DEMO', 'perhaps'],
  ['CUSTOMER_TOKEN_SECRET', 'short'],
  ['LEASE_MS', '1'],
  ['RENEW_MS', '9000'],
  ['INBOX_MAX', '0'],
])('%s cannot be %s, and the message names it', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(`${name}:`);
});

test('several faults are told at once', () => {
  expect(() => readSettings({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT:.*LOG_LEVEL:/);
});

test('every setting is described', () => {
  for (const [name, schema] of Object.entries(SETTINGS.shape)) {
    expect([name, schema.description?.length ?? 0]).toEqual([name, expect.any(Number)]);
    expect(schema.description).toBeTruthy();
  }
});

test('a crash point is a thing of tests: known by name, and refused in production', () => {
  expect(readSettings({ CRASH_AT: 'after_action:confirm_renewal' }).CRASH_AT).toBe('after_action:confirm_renewal');
  expect(() => readSettings({ CRASH_AT: 'somewhere' })).toThrow('CRASH_AT:');
  expect(() => readSettings({ CRASH_AT: 'after_send', NODE_ENV: 'production' })).toThrow('CRASH_AT:');
});

test('the demo shop is served unless real systems stand behind the bot, and never both', () => {
  expect(readSettings({}).DEMO).toBe(true);
  const environment = { COMPANY_SYSTEMS: 'test/unit/bots/company-systems.yaml' };
  expect(readSettings(environment).DEMO).toBe(false);
  expect(() => readSettings({ ...environment, DEMO: 'true' })).toThrow(/DEMO/);
});

test('Dialogflow CX needs the whole name of an agent', () => {
  const agent = 'projects/my-shop/locations/eu/agents/0a1b';
  expect(readSettings({ NLU: 'dialogflow-cx', DIALOGFLOW_AGENT: agent })).toMatchObject({
    DIALOGFLOW_AGENT: { path: agent, location: 'eu' },
    DIALOGFLOW_TIMEOUT_MS: 1500,
  });
  expect(() => readSettings({ NLU: 'dialogflow-cx' })).toThrow(/DIALOGFLOW_AGENT: needed by NLU=dialogflow-cx/);
  expect(() => readSettings({ DIALOGFLOW_AGENT: '0a1b' })).toThrow(/DIALOGFLOW_AGENT: an agent such as/);
});

test('a language model needs an address and a name, and a shadow another engine with all it needs', () => {
  const model = { LLM_URL: 'https://models.example/v1', LLM_MODEL: 'small' };
  expect(readSettings(model)).toMatchObject({ ...model, LLM_TIMEOUT_MS: 1500, NLU_SHADOW: 'none' });
  expect(readSettings({ ...model, NLU_SHADOW: 'language-model' }).NLU_SHADOW).toBe('language-model');
  expect(() => readSettings({ LLM_URL: model.LLM_URL })).toThrow(/LLM_MODEL: needed by LLM_URL/);
  expect(() => readSettings({ LLM_URL: 'models.example', LLM_MODEL: 'small' })).toThrow(/LLM_URL:/);
  expect(() => readSettings({ ...model, LLM_TIMEOUT_MS: '9000' })).toThrow(/LLM_TIMEOUT_MS:/);
  expect(() => readSettings({ NLU_SHADOW: 'language-model' })).toThrow(/LLM_URL: needed by NLU_SHADOW/);
  expect(() => readSettings({ NLU_SHADOW: 'dialogflow-cx' })).toThrow(/DIALOGFLOW_AGENT: needed by NLU_SHADOW/);
  expect(() => readSettings({ NLU_SHADOW: 'embedded' })).toThrow(/NLU_SHADOW: another engine than NLU/);
});
