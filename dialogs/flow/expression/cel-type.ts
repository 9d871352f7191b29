import { z } from 'zod';
import type { SlotDefinition, SlotType } from '../slot-definition.ts';

/** What an expression may know of a value. `date` and `datetime` are both timestamps in CEL; we keep them apart for the way back. */
export type CelType =
  | { readonly kind: 'string' | 'int' | 'double' | 'bool' | 'date' | 'datetime' | 'duration' | 'dyn' }
  | { readonly kind: 'list'; readonly of: CelType }
  | { readonly kind: 'map'; readonly of: CelType }
  | RecordType;

export interface RecordType {
  readonly kind: 'record';
  readonly fields: Readonly<Record<string, CelType>>;
}

export const DYN: CelType = { kind: 'dyn' };
const STRING: CelType = { kind: 'string' };
/** A record whose fields nobody has described. */
const ANY_RECORD: CelType = { kind: 'map', of: DYN };
const MONEY: CelType = { kind: 'record', fields: { amount: { kind: 'double' }, currency: STRING } };

const PLAIN: Partial<Record<SlotType, CelType>> = {
  integer: { kind: 'int' },
  number: { kind: 'double' },
  boolean: { kind: 'bool' },
  date: { kind: 'date' },
  datetime: { kind: 'datetime' },
  duration: { kind: 'duration' },
  money: MONEY,
  list: { kind: 'list', of: ANY_RECORD },
  record: ANY_RECORD,
};

/** The type of a slot; `output` is that of the action that fills a record or list. */
export function celTypeOfSlot(slot: Pick<SlotDefinition, 'type'>, output?: CelType): CelType {
  if (output && slot.type === 'record' && (output.kind === 'record' || output.kind === 'map')) return output;
  if (output && slot.type === 'list' && output.kind === 'list') return output;
  return PLAIN[slot.type] ?? STRING;
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** The type of an action's output, by its JSON Schema: what the schema leaves open is `dyn`. */
export function celTypeOfSchema(schema: z.ZodType): CelType {
  try {
    // A JSON Schema is plain data of this shape; what we don't know of it stays open.
    return fromJsonSchema(
      z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' }) as JsonSchema,
    );
  } catch {
    return DYN; // a schema that refers to itself
  }
}

const FORMATS: Readonly<Record<string, CelType>> = {
  date: { kind: 'date' },
  'date-time': { kind: 'datetime' },
  duration: { kind: 'duration' },
};

function fromJsonSchema(schema: JsonSchema): CelType {
  const choices = (schema.anyOf ?? schema.oneOf)?.filter((choice) => choice.type !== 'null');
  if (choices) return joined(choices.map(fromJsonSchema));
  const literals = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (literals && !schema.type) return literals.every((value) => typeof value === 'string') ? STRING : DYN;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []).filter((type) => type !== 'null');
  if (types.length !== 1) return DYN;
  switch (types[0]) {
    case 'string':
      return FORMATS[schema.format ?? ''] ?? STRING;
    case 'integer':
      return { kind: 'int' };
    case 'number':
      return { kind: 'double' };
    case 'boolean':
      return { kind: 'bool' };
    case 'array':
      return { kind: 'list', of: typeof schema.items === 'object' ? fromJsonSchema(schema.items) : DYN };
    case 'object':
      return recordType(schema);
    default:
      return DYN;
  }
}

function recordType(schema: JsonSchema): CelType {
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length > 0) {
    return {
      kind: 'record',
      fields: Object.fromEntries(properties.map(([name, field]) => [name, fromJsonSchema(field)])),
    };
  }
  return {
    kind: 'map',
    of: typeof schema.additionalProperties === 'object' ? fromJsonSchema(schema.additionalProperties) : DYN,
  };
}

/** Several shapes of one value: records are laid over each other, since fields may be absent anyway; anything else that differs is open. */
function joined(types: readonly CelType[]): CelType {
  const [first, ...rest] = types;
  if (!first) return DYN;
  if (types.every((type) => type.kind === 'record')) {
    const fields: Record<string, CelType> = {};
    for (const type of types) {
      if (type.kind !== 'record') continue;
      for (const [name, field] of Object.entries(type.fields)) {
        const known = fields[name];
        fields[name] = known && !sameType(known, field) ? DYN : field;
      }
    }
    return { kind: 'record', fields };
  }
  return rest.every((type) => sameType(type, first)) ? first : DYN;
}

/** Structurally equal. */
export function sameType(a: CelType, b: CelType): boolean {
  if (a.kind === 'record' && b.kind === 'record') {
    const names = Object.keys(a.fields);
    return (
      names.length === Object.keys(b.fields).length &&
      names.every((name) => {
        const [x, y] = [a.fields[name], b.fields[name]];
        return x !== undefined && y !== undefined && sameType(x, y);
      })
    );
  }
  if ((a.kind === 'list' && b.kind === 'list') || (a.kind === 'map' && b.kind === 'map')) return sameType(a.of, b.of);
  return a.kind === b.kind;
}

/** A type in designers' words. */
export function typeInWords(type: CelType): string {
  switch (type.kind) {
    case 'string':
      return 'text';
    case 'int':
      return 'integer';
    case 'double':
      return 'number';
    case 'bool':
      return 'boolean';
    case 'list':
      return `list of ${typeInWords(type.of)}`;
    case 'record':
    case 'map':
      return 'record';
    case 'dyn':
      return 'anything';
    default:
      return type.kind;
  }
}
