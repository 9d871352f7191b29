import { checkSettings } from '../../../../bots/cli/doctor/check-settings.ts';

const told = (environment: Readonly<Record<string, string>>) => checkSettings(environment).findings;
const production = {
  ...{ NODE_ENV: 'production', DEMO: 'no', ALLOWED_ORIGINS: 'https://shop.example', TRUST_PROXY: '1' },
  PUBLIC_URL: 'https://care.example',
};

test('settings as shipped, and those of a good production, are in order', () => {
  for (const environment of [{}, production]) {
    expect(told(environment)).toEqual([
      { area: 'settings', level: 'ok', message: expect.stringContaining('go together') },
    ]);
  }
});

test('each setting that cannot be used is an error of its own, and nothing is looked at with it', () => {
  const { settings, findings } = checkSettings({ PORT: 'eighty', LOG_LEVEL: 'loud', CUSTOMER_TOKEN_SECRET: 'short' });
  expect(settings).toBeUndefined();
  expect(findings.map(({ level, message }) => `${level} ${message.split(':')[0]}`)).toEqual([
    'error PORT',
    'error LOG_LEVEL',
    'error CUSTOMER_TOKEN_SECRET',
  ]);
});

test.each([
  [{ ...production, DEMO: 'yes' }, /demo shop/],
  [{ ...production, LOG_LEVEL: 'debug' }, /LOG_LEVEL=debug/],
  [{ ...production, ALLOWED_ORIGINS: 'http://localhost:*' }, /ALLOWED_ORIGINS/],
  [{ ...production, PUBLIC_URL: 'http://care.example' }, /PUBLIC_URL is http/],
  [{ ...production, TRUST_PROXY: 'false' }, /TRUST_PROXY/],
  [{ ...production, TRUST_PROXY: 'true' }, /believes every address/],
  [{ ...production, REDIS_URL: 'redis://cache' }, /photos/],
  [{ LLM_URL: 'http://models.example/v1', LLM_MODEL: 'small' }, /LLM_URL is http/],
  [{ LEASE_MS: '1000', RENEW_MS: '400' }, /RENEW_MS/],
  [{ LEASE_MS: '1000', RENEW_MS: '200', SWEEP_MS: '2000' }, /SWEEP_MS/],
  [{ DEDUPE_MS: '1000' }, /DEDUPE_MS/],
  [{ SESSION_REFRESH_SECONDS: '60' }, /SESSION_REFRESH_SECONDS/],
  [{ METRICS: 'no', METRICS_PORT: '9464' }, /METRICS is off/],
  [{ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }, /METRICS_HOST is open/],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4317', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /OTLP_PROTOCOL/],
  [{ REDIS_URI: 'redis://cache' }, /REDIS_URI is no setting/],
  [{ MONGO_URL: 'mongodb://archive' }, /MONGO_URL is no setting/],
])('%j is warned of, with what to do', (environment, message) => {
  expect(told(environment as Readonly<Record<string, string>>)).toEqual([
    { area: 'settings', level: 'warning', message: expect.stringMatching(message), remedy: expect.any(String) },
  ]);
});

test.each([
  [{ METRICS_PORT: '3000' }, /same as PORT/],
  [{ SIGNING_SECRET: 'abcabcabcabcabcabcabcabcabcabcabcabc' }, /can be guessed/],
])('%j is an error, with what to do', (environment, message) => {
  expect(told(environment as Readonly<Record<string, string>>)).toEqual([
    { area: 'settings', level: 'error', message: expect.stringMatching(message), remedy: expect.any(String) },
  ]);
});

test('no finding tells a secret', () => {
  const secret = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
  const findings = told({
    SIGNING_SECRET: secret,
    CUSTOMER_TOKEN_SECRET: secret,
    REDIS_URL: `redis://u:${secret}@cache`,
  });
  expect(findings.length).toBeGreaterThan(0);
  expect(JSON.stringify(findings)).not.toContain('aaaa');
});
