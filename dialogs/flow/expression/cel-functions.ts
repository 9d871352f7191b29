import type { Environment } from '@marcbachmann/cel-js';
import { ExpressionError } from './cel-values.ts';
import { compilePattern } from './compile-pattern.ts';

const TIMESTAMP = 'google.protobuf.Timestamp';
const DURATION = 'google.protobuf.Duration';
const DAY = 86_400_000;
/** Longest text that an expression may build. */
const MAX_TEXT = 10_000;

/** Everything that an expression may call, by name. The macros take a name and an expression. */
export const ALLOWED_FUNCTIONS: ReadonlySet<string> = new Set([
  'size',
  'has',
  'contains',
  'startsWith',
  'lower',
  'min',
  'max',
  'dateDiff',
  'format',
  'timestamp',
  'duration',
  'fits',
]);
export const ALLOWED_MACROS: ReadonlySet<string> = new Set(['exists', 'all', 'filter', 'map']);

type Ordered = bigint | number | { valueOf(): number };
const least = <T extends Ordered>(a: T, b: T): T => (b < a ? b : a);
const greatest = <T extends Ordered>(a: T, b: T): T => (b > a ? b : a);

const startOfDay = (at: Date) => Math.floor(at.getTime() / DAY);

/** Whole days, hours or minutes from the first to the second: days by the calendar (UTC), the others rounded towards zero. */
function dateDiff(from: Date, to: Date, unit: string): bigint {
  const ms = to.getTime() - from.getTime();
  switch (unit) {
    case 'days':
      return BigInt(startOfDay(to) - startOfDay(from));
    case 'hours':
      return BigInt(Math.trunc(ms / 3_600_000));
    case 'minutes':
      return BigInt(Math.trunc(ms / 60_000));
    default:
      throw new ExpressionError('dateDiff counts in days, hours or minutes');
  }
}

/** Fills `%s` one after the other; `%%` is a percent sign. */
function format(template: string, values: readonly unknown[]): string {
  let next = 0;
  const text = template.replace(/%[s%]/g, (mark) => {
    if (mark === '%%') return '%';
    const value = values[next++];
    if (value === undefined) throw new ExpressionError('format has more %s than values');
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'object' && value !== null && !('seconds' in value))
      throw new ExpressionError('format takes plain values');
    return String(value);
  });
  if (text.length > MAX_TEXT) throw new ExpressionError('the text is too long');
  return text;
}

/** Adds our functions to the library's. `matches` stays there and is refused before anything runs. */
export function registerFunctions(environment: Environment): void {
  const pattern = (text: string, source: string) => compilePattern(source).test(text);
  const lower = (text: string) => text.toLowerCase();
  environment.registerFunction('fits(string, string): bool', pattern);
  environment.registerFunction('string.fits(string): bool', pattern);
  environment.registerFunction('lower(string): string', lower);
  environment.registerFunction('string.lower(): string', lower);
  environment.registerFunction('contains(string, string): bool', (text: string, part: string) => text.includes(part));
  environment.registerFunction('startsWith(string, string): bool', (text: string, part: string) =>
    text.startsWith(part),
  );
  for (const type of ['int', 'double', TIMESTAMP, DURATION]) {
    environment.registerFunction(`min(${type}, ${type}): ${type}`, least);
    environment.registerFunction(`max(${type}, ${type}): ${type}`, greatest);
  }
  for (const [a, b] of [
    ['int', 'double'],
    ['double', 'int'],
  ]) {
    environment.registerFunction(`min(${a}, ${b}): double`, (x: bigint | number, y: bigint | number) =>
      Math.min(Number(x), Number(y)),
    );
    environment.registerFunction(`max(${a}, ${b}): double`, (x: bigint | number, y: bigint | number) =>
      Math.max(Number(x), Number(y)),
    );
  }
  environment.registerFunction(`dateDiff(${TIMESTAMP}, ${TIMESTAMP}): int`, (from: Date, to: Date) =>
    dateDiff(from, to, 'days'),
  );
  environment.registerFunction(`dateDiff(${TIMESTAMP}, ${TIMESTAMP}, string): int`, dateDiff);
  environment.registerFunction('format(string, list<dyn>): string', format);
  environment.registerFunction('string.format(list<dyn>): string', format);
  // The library compares int and double by size, but not for equality; designers write `slots.price == 3`.
  environment.registerOperator('double == int', (x: number | bigint, y: number | bigint) => Number(x) === Number(y));
}
