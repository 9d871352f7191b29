import type { Json } from '../dialogs/protocol/value.ts';

/** A value as plain JSON: what is undefined is left out. */
export function toJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value ?? null));
  return json;
}
