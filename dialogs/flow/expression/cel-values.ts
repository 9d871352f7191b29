import { Duration } from '@marcbachmann/cel-js/evaluator';
import type { Json } from '../../protocol/value.ts';
import type { CelType } from './cel-type.ts';

/** Longest list that an expression takes: cost stays bounded. */
export const MAX_LIST = 1000;

/** An expression's own failure; caught by the wrapper and given back as a value. */
export class ExpressionError extends Error {}

/** Makes an instance of a record type that the library knows by its constructor. */
type MakeRecord = (type: CelType, fields: Readonly<Record<string, unknown>>) => unknown;

/** Plain JSON → what the library computes with. `undefined` = absent, also where a value is not of its type. */
export interface ToCel {
  readonly makeRecord: MakeRecord;
  /** Timestamps that are calendar dates: they leave as a date again. */
  readonly calendarDates: WeakSet<Date>;
  readonly maxList: number;
}

const ISO_DURATION = /^(-)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

export function toCel(value: Json | undefined, type: CelType, to: ToCel): unknown {
  if (value === null || value === undefined) return undefined;
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' ? value : undefined;
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return typeof value === 'number' && Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined;
    case 'double':
      return typeof value === 'number' ? value : undefined;
    case 'date':
    case 'datetime':
      return typeof value === 'string' ? toTimestamp(value, type.kind, to) : undefined;
    case 'duration':
      return typeof value === 'string' ? toDuration(value) : undefined;
    case 'list':
      return Array.isArray(value) ? toList(value, type.of, to) : undefined;
    case 'map':
      return toMap(value, () => type.of, to);
    case 'record':
      return isRecord(value) ? to.makeRecord(type, fieldsOf(value, type.fields, to)) : undefined;
    case 'dyn':
      return toOpen(value, to);
  }
}

export function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toOpen(value: Exclude<Json, null>, to: ToCel): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return toList(value, { kind: 'dyn' }, to);
  if (typeof value === 'object') return toMap(value, () => ({ kind: 'dyn' }), to);
  return value;
}

function toList(value: readonly Json[], of: CelType, to: ToCel): unknown {
  if (value.length > to.maxList)
    throw new ExpressionError(`a list of ${value.length} entries is too long, at most ${to.maxList}`);
  return Object.freeze(value.map((item) => toCel(item, of, to)).filter((item) => item !== undefined));
}

function toMap(value: Json, typeOf: (key: string) => CelType, to: ToCel): unknown {
  if (!isRecord(value)) return undefined;
  const map: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) {
    const item = toCel(value[key], typeOf(key), to);
    if (item !== undefined) map[key] = item;
  }
  return Object.freeze(map);
}

/** Own, declared and filled fields only. */
export function fieldsOf(
  value: Readonly<Record<string, Json>>,
  types: Readonly<Record<string, CelType>>,
  to: ToCel,
): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (const [name, type] of Object.entries(types)) {
    if (!Object.hasOwn(value, name)) continue;
    const item = toCel(value[name], type, to);
    if (item !== undefined) fields[name] = item;
  }
  return fields;
}

function toTimestamp(value: string, kind: 'date' | 'datetime', to: ToCel): Date | undefined {
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00.000Z` : value);
  if (Number.isNaN(date.getTime())) return undefined;
  if (kind === 'date') to.calendarDates.add(date);
  return date;
}

/** ISO 8601 without months and years, which have no fixed length. */
function toDuration(value: string): Duration | undefined {
  const parts = ISO_DURATION.exec(value);
  if (!parts) return undefined;
  const part = (index: number) => Number(parts[index] ?? 0);
  const seconds = part(2) * 604800 + part(3) * 86400 + part(4) * 3600 + part(5) * 60 + part(6);
  return Duration.fromMilliseconds((parts[1] ? -1 : 1) * Math.round(seconds * 1000));
}

/** What the library gives back → plain JSON. Throws an `ExpressionError` for what JSON can't hold. */
export function fromCel(value: unknown, calendarDates: WeakSet<Date>): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw new ExpressionError('the result is not a finite number');
  }
  if (value instanceof Date) return fromTimestamp(value, calendarDates);
  if (value instanceof Duration) return fromDuration(value);
  if (Array.isArray(value)) return value.map((item) => fromCel(item, calendarDates));
  if (value instanceof Map) return fromEntries(value.entries(), calendarDates);
  if (typeof value === 'object' && !(value instanceof Uint8Array))
    return fromEntries(Object.entries(value), calendarDates);
  throw new ExpressionError('the result is not plain data');
}

function fromEntries(entries: Iterable<readonly [unknown, unknown]>, calendarDates: WeakSet<Date>): Json {
  const record: Record<string, Json> = {};
  for (const [key, item] of entries) {
    const name = String(key);
    if (name === '__proto__') throw new ExpressionError('the key `__proto__` is forbidden');
    record[name] = fromCel(item, calendarDates);
  }
  return record;
}

function fromTimestamp(value: Date, calendarDates: WeakSet<Date>): string {
  if (Number.isNaN(value.getTime())) throw new ExpressionError('the result is not a valid date');
  const iso = value.toISOString();
  return calendarDates.has(value) ? iso.slice(0, 10) : iso;
}

function fromDuration(value: Duration): string {
  const total = Number(value.seconds) + value.nanos / 1e9;
  const seconds = Math.abs(total);
  const whole = Math.floor(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'H'],
    [Math.floor((whole % 3600) / 60), 'M'],
    [(whole % 60) + (seconds - whole), 'S'],
  ] as const;
  const text = parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${unit === 'S' ? Number(amount.toFixed(3)) : amount}${unit}`)
    .join('');
  return `${total < 0 ? '-' : ''}PT${text || '0S'}`;
}
