import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../protocol/locale.ts';
import { isRecord, type Json, type Values } from '../protocol/value.ts';
import { madeOnce } from './made-once.ts';
import { writePhoneNumber } from './write-phone-number.ts';

export interface TextStyle {
  readonly locale: Locale;
  /** IANA zone in which instants are shown. Calendar dates are never shifted. */
  readonly zone: string;
  /** For the ear: speech tags stay, as `<spell>AB</spell>`, and values are escaped like XML; on screens tags vanish. */
  readonly spoken: boolean;
}

export const SPEECH_TAGS = ['spell', 'digits', 'pause', 'slow', 'strong'] as const;

/** A text ready to be filled. */
interface Compiled {
  readonly message: IntlMessageFormat;
  readonly places: readonly Place[];
  /** What it always says: nothing in it is filled. */
  readonly fixed?: string;
}

const compiled = new Map<string, Compiled | undefined>();

/**
 * Fills an ICU text. Never throws: a text that cannot be filled comes back without its placeholders, since a customer is better
 * served by a gap than by a fault.
 */
export function formatText(source: string, values: Values, style: TextStyle): string {
  const text = compile(source, style.locale);
  if (!text) return withoutPlaceholders(source);
  if (text.fixed !== undefined) return text.fixed;
  try {
    const tags = style.spoken ? SPOKEN_TAGS : SILENT_TAGS;
    return String(text.message.format({ ...tags, ...argumentsOf(text.places, values, style) }));
  } catch {
    return withoutPlaceholders(source);
  }
}

/** From the inside out, so that no syntax of a nested text is ever shown. */
function withoutPlaceholders(source: string): string {
  const once = source.replaceAll(/\{[^{}]*\}/g, '');
  return once === source ? source.replaceAll(/[{}]/g, '').trim() : withoutPlaceholders(once);
}

function compile(source: string, locale: Locale): Compiled | undefined {
  const key = `${locale}\n${source}`;
  if (!compiled.has(key)) {
    // A book has some thousand texts; a cache without end would grow with every published revision.
    if (compiled.size > 5000) compiled.clear();
    compiled.set(key, parse(source, locale));
  }
  return compiled.get(key);
}

function parse(source: string, locale: Locale): Compiled | undefined {
  try {
    const message = new IntlMessageFormat(source, locale === 'en' ? 'en-US' : 'ja-JP', undefined, {
      formatters: inUtc,
    });
    const parts = message.getAst();
    const fixed = parts.every(({ type }) => type === LITERAL) ? { fixed: String(message.format({})) } : {};
    return { message, places: placesOf(parts), ...fixed };
  } catch {
    return undefined;
  }
}

/** Instants are moved into the customer's zone before they are formatted, so every date is written as if it were UTC. */
const inUtc = {
  getNumberFormat: madeOnce(
    (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  ),
  getDateTimeFormat: madeOnce((...[locales, options]: ConstructorParameters<typeof Intl.DateTimeFormat>) => {
    const formatter = new Intl.DateTimeFormat(locales, { ...options, timeZone: 'UTC' });
    const format = formatter.format.bind(formatter);
    // a date that is lacking is a gap in the sentence, never a fault
    Object.defineProperty(formatter, 'format', {
      value: (date?: Date | number) => (date !== undefined && Number.isNaN(Number(date)) ? '' : format(date)),
    });
    return formatter;
  }),
  getPluralRules: madeOnce((...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args)),
};

type Part = ReturnType<IntlMessageFormat['getAst']>[number];
type Filled = Readonly<Record<string, string | number | Date>>;

/** Every argument in the type that its place wants; a value that is lacking becomes empty, also a date. */
function argumentsOf(places: readonly Place[], values: Values, style: TextStyle): Filled {
  const filled: Record<string, string | number | Date> = {};
  for (const { name, type } of places) {
    const value = values[name] ?? null;
    // The first place decides where one name stands in two; dates and numbers are written once in practice.
    if (!(name in filled) || type !== PLAIN) filled[name] = fill(value, type, style);
  }
  return filled;
}

/** Argument kinds of the ICU parser's tree. */
const LITERAL: number = 0;
const PLAIN = 1;
const NUMBER = 2;
const DATE = 3;
const TIME = 4;
const SELECT = 5;
const PLURAL = 6;
const TAG = 8;

interface Place {
  readonly name: string;
  readonly type: number;
}

function placesOf(parts: readonly Part[]): readonly Place[] {
  return parts.flatMap((part) => {
    const type: number = part.type;
    if (type === TAG && 'children' in part) return placesOf(part.children);
    if (type < PLAIN || type > PLURAL || !('value' in part)) return [];
    const inner = 'options' in part ? Object.values(part.options).flatMap((option) => placesOf(option.value)) : [];
    return [{ name: String(part.value), type }, ...inner];
  });
}

function fill(value: Json, type: number, style: TextStyle): string | number | Date {
  if (type === DATE || type === TIME) return toDate(value, style.zone);
  if (type === NUMBER || type === PLURAL) return toNumber(value);
  if (type === SELECT) return value === null ? 'other' : String(value);
  const words = toWords(value, style.locale);
  return style.spoken ? escapeXml(words) : words;
}

function toNumber(value: Json): number {
  if (isMoney(value)) return value.amount;
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}

function toDate(value: Json, zone: string): Date {
  const text = String(value ?? '');
  const time = Date.parse(text);
  if (!Number.isFinite(time)) return new Date(Number.NaN);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(time) : asIfUtc(new Date(time), zone);
}

/** The same wall clock, read as UTC. */
function asIfUtc(instant: Date, zone: string): Date {
  const parts = wallClock(zone).formatToParts(instant);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return new Date(Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second')));
}

const wallClock = madeOnce(
  (zone: string) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
);

const priceFormat = madeOnce(
  (locale: Locale, currency: string) =>
    new Intl.NumberFormat(locale === 'en' ? 'en-US' : 'ja-JP', {
      style: 'currency',
      currency,
      // 「7,980円」, as prices are written and read aloud.
      currencyDisplay: locale === 'ja' ? 'name' : 'symbol',
    }),
);

function toWords(value: Json, locale: Locale): string {
  if (value === null) return '';
  if (isMoney(value)) return priceFormat(locale, value.currency).format(value.amount);
  return typeof value === 'object' ? '' : writePhoneNumber(String(value));
}

function isMoney(value: Json): value is { readonly amount: number; readonly currency: string } {
  return isRecord(value) && typeof value['amount'] === 'number' && typeof value['currency'] === 'string';
}

function tagsOf(spoken: boolean) {
  return Object.fromEntries(
    SPEECH_TAGS.map((tag) => [
      tag,
      (children: readonly unknown[]) =>
        spoken ? `<${tag}>${children.join('')}</${tag}>` : tag === 'pause' ? '' : children.join(''),
    ]),
  );
}

const SPOKEN_TAGS = tagsOf(true);
const SILENT_TAGS = tagsOf(false);

/** Values inside speech must not look like tags. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
