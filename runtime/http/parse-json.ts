import { CatalogueError } from '../../dialogs/protocol/errors.ts';

const MAX_DEPTH = 32;
const strictly = new TextDecoder('utf-8', { fatal: true });
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Bytes → JSON. Refuses what is no UTF-8, no JSON, nested deeper than 32, or would reach into prototypes.
 * @throws CatalogueError `body_invalid`
 */
export function parseJson(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(strictly.decode(bytes));
  } catch {
    throw new CatalogueError('body_invalid', 'It is no JSON in UTF-8.');
  }
  refuseDanger(value, 1);
  return value;
}

function refuseDanger(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw new CatalogueError('body_invalid', `It is nested deeper than ${MAX_DEPTH}.`);
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) throw new CatalogueError('body_invalid', 'It holds a key that is never taken.');
    refuseDanger(inner, depth + 1);
  }
}
