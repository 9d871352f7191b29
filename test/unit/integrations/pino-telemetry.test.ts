import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import { createPinoTelemetry } from '../../../integrations/telemetry/pino/index.ts';
import { redact } from '../../../operations/privacy/redact.ts';

function logging() {
  const lines: string[] = [];
  const telemetry = createPinoTelemetry({ level: 'debug', mask: redact, write: (line) => void lines.push(line) });
  return { telemetry, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

test('a line has its name and its facts', () => {
  const { telemetry, last } = logging();
  telemetry.warn('delivery_failed', { channel: 'webchat', attempts: 3 });
  expect(last()).toMatchObject({ event: 'delivery_failed', channel: 'webchat', attempts: 3, level: 40 });
});

test('of a fault its kind, its code and its place are told, and of its message nothing personal', () => {
  const { telemetry, last, lines } = logging();
  const cause = new Error('cannot send to anna@example.com or 090-1234-5678');
  telemetry.error('turn_failed', {}, new CatalogueError('store_unavailable', undefined, { cause }));
  expect(last().fault).toMatchObject({ name: 'CatalogueError', code: 'store_unavailable', cause: { name: 'Error' } });
  expect(last().fault.at.length).toBeGreaterThan(0);
  expect(lines.join()).not.toMatch(/anna|1234-5678/);
});

test('a thousand planted secrets are in no line', () => {
  const { telemetry, lines } = logging();
  const planted: string[] = [];
  for (let n = 0; n < 1000; n++) {
    const digits = String(10_000_000 + n * 7919).slice(-8);
    const secrets = [
      `user${n}@example.com`,
      `090-${digits.slice(0, 4)}-${digits.slice(4)}`,
      `415-555-${digits.slice(4)}`,
    ];
    const secret = secrets[n % 3] ?? '';
    planted.push(secret);
    telemetry.error('odd', { why: `it broke on ${secret} twice` }, new Error(`bad value ${secret}`));
  }
  const all = lines.join('\n');
  expect(planted.filter((secret) => all.includes(secret))).toEqual([]);
});

test('what was thrown and is no error is not quoted', () => {
  const { telemetry, lines } = logging();
  telemetry.error('odd', {}, 'a secret word');
  telemetry.error('odd', {}, { password: 'a secret word' });
  expect(lines.join()).not.toContain('secret');
});
