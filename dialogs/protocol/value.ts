/** Plain JSON: the only kind of value that a conversation keeps. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Values by slot name. How each slot type is kept:
 * text, choice and entities: string · integer, number: number · boolean: boolean · date: `2026-11-24` · datetime: ISO 8601 instant
 * in UTC · duration: ISO 8601 (`PT30M`) · money: `{amount, currency}` with `amount` in the currency's main unit · list: array of
 * records · record: object. An empty slot is absent, never null.
 */
export type Slots = Readonly<Record<string, Json>>;

/** Values that a text is filled with. */
export type Values = Readonly<Record<string, Json>>;

/** Is this a record, and no list? (`Array.isArray` doesn't narrow readonly lists.) */
export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
