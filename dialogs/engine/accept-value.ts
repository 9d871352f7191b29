import type { SlotDefinition } from '../flow/slot-definition.ts';
import type { Choice } from '../protocol/message.ts';
import type { Json } from '../protocol/value.ts';
import { clip } from './note.ts';
import { POLICY } from './policy.ts';

/**
 * The value as the slot keeps it, or undefined when it doesn't fit the slot's type. Offered choices are matched first; a slot that
 * names things of the world (an order, a text) also takes what was not offered.
 */
export function acceptValue(definition: SlotDefinition, choices: readonly Choice[], value: Json): Json | undefined {
  const offered = choices.find((choice) => same(choice.value, value));
  if (offered) return offered.value;
  switch (definition.type) {
    case 'choice':
      return typeof value === 'string' && (definition.values?.includes(value) ?? choices.length === 0)
        ? value
        : undefined;
    case 'boolean':
      return toBoolean(value);
    case 'integer':
    case 'number':
      return toNumber(value, definition.type === 'integer');
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDate(value) ? value : undefined;
    case 'datetime':
      return typeof value === 'string' && isDate(value) ? new Date(value).toISOString() : undefined;
    case 'duration':
      return typeof value === 'string' && /^P(?=.)/.test(value) ? value : undefined;
    case 'money':
    case 'record':
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    case 'list':
      return Array.isArray(value) ? value : undefined;
    default:
      return toWords(value);
  }
}

function same(offered: Json, given: Json): boolean {
  if (JSON.stringify(offered) === JSON.stringify(given)) return true;
  return typeof offered !== 'object' && typeof given !== 'object' && String(offered) === String(given);
}

function toBoolean(value: Json): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

function toNumber(value: Json, whole: boolean): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  return whole && !Number.isSafeInteger(number) ? undefined : number;
}

function toWords(value: Json): string | undefined {
  const words = typeof value === 'number' ? String(value) : value;
  return typeof words === 'string' && words.trim() !== '' ? clip(words, POLICY.valueKept) : undefined;
}

function isDate(text: string): boolean {
  const time = Date.parse(text);
  // 30 February would silently become a day in March.
  return Number.isFinite(time) && (text.length > 10 || new Date(time).toISOString().startsWith(text));
}
