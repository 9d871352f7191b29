import { z } from 'zod';
import type { Json } from '../../dialogs/protocol/value.ts';

/**
 * How a value is made from another one.
 * - `"$.shipment.status"`: what stands at this path; `"$"` is everything, `"$.lines[0].sku"` reaches into lists
 * - `{ path, values, default }`: that, with codes translated, and what to take where it is missing
 * - `{ each, item }`: a list, each entry made by `item`
 * - `{ fields }`: a record, each field made by its mapping
 * - `{ value }`: always this
 */
export type Mapping =
  | string
  | {
      readonly path: string;
      readonly values?: Readonly<Record<string, string | number | boolean>> | undefined;
      readonly default?: string | number | boolean | undefined;
    }
  | { readonly each: string; readonly item: Mapping }
  | { readonly fields: Readonly<Record<string, Mapping>> }
  | { readonly value: string | number | boolean };

const path = z.string().regex(/^\$(\.[A-Za-z_][\w-]*|\[\d+\])*$/, 'a path like $.shipment.lines[0].sku');
const scalar = z.union([z.string(), z.number(), z.boolean()]);

export const mapping: z.ZodType<Mapping> = z.lazy(() =>
  z.union([
    path,
    z.strictObject({ path, values: z.record(z.string(), scalar).optional(), default: scalar.optional() }),
    z.strictObject({ each: path, item: mapping }),
    z.strictObject({ fields: z.record(z.string(), mapping) }),
    z.strictObject({ value: scalar }),
  ]),
);

/** Makes a value by a mapping. What is missing stays undefined: whether it may is the schema's business. */
export function applyMapping(how: Mapping, from: Json | undefined): Json | undefined {
  if (typeof how === 'string') return readPath(how, from);
  if ('value' in how) return how.value;
  if ('path' in how) {
    const found = readPath(how.path, from);
    if (found === undefined) return how.default;
    return how.values === undefined ? found : (how.values[String(found)] ?? how.default ?? found);
  }
  if ('each' in how) {
    const list = readPath(how.each, from);
    return Array.isArray(list) ? list.flatMap((entry) => applyMapping(how.item, entry) ?? []) : undefined;
  }
  return Object.fromEntries(
    Object.entries(how.fields).flatMap(([name, each]) => {
      const made = applyMapping(each, from);
      return made === undefined ? [] : [[name, made]];
    }),
  );
}

/** What stands at a path; null counts as missing. */
export function readPath(at: string, from: Json | undefined): Json | undefined {
  let value = from;
  for (const [, name, index] of at.matchAll(/\.([A-Za-z_][\w-]*)|\[(\d+)\]/g)) {
    if (value === null || typeof value !== 'object') return undefined;
    if (Array.isArray(value)) value = index === undefined ? undefined : value[Number(index)];
    else
      value =
        name !== undefined && Object.hasOwn(value, name)
          ? Object.entries(value).find(([key]) => key === name)?.[1]
          : undefined;
  }
  return value ?? undefined;
}
