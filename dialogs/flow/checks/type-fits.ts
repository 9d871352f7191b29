import type { Json } from '../../protocol/value.ts';
import { type CelType, typeInWords } from '../expression/cel-type.ts';
import { fromTypeName } from '../expression/explain-error.ts';
import type { Expression } from '../expression.ts';
import type { SlotDefinition } from '../slot-definition.ts';

/** The library's name of a type that a place takes. */
function takes(type: CelType, given: string): boolean {
  if (given.startsWith('dyn') || type.kind === 'dyn') return true;
  switch (type.kind) {
    case 'string':
      return given === 'string';
    case 'int':
      return given === 'int';
    case 'double':
      return given === 'double' || given === 'int';
    case 'bool':
      return given === 'bool';
    case 'date':
    case 'datetime':
      // A day may also come as text: `"2026-12-02"`.
      return given === 'google.protobuf.Timestamp' || given === 'string';
    case 'duration':
      return given === 'google.protobuf.Duration' || given === 'string';
    case 'list':
      return given.startsWith('list');
    case 'map':
    case 'record':
      return given.startsWith('map') || given.startsWith('record_');
  }
}

/** Says why a value that a step writes does not fit a type; undefined where it fits or nobody can know. */
export function misfit(value: Json, type: CelType, expression: Expression | undefined): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') {
    if (!expression || takes(type, expression.type)) return undefined;
    return `it takes ${typeInWords(type)}, \`${value}\` gives ${fromTypeName(expression.type)}`;
  }
  const given =
    typeof value === 'number'
      ? Number.isInteger(value)
        ? 'int'
        : 'double'
      : typeof value === 'boolean'
        ? 'bool'
        : Array.isArray(value)
          ? 'list'
          : 'map';
  return takes(type, given) ? undefined : `it takes ${typeInWords(type)}, not ${JSON.stringify(value)}`;
}

/** A literal that is not among the values of a choice. */
export function strangeChoice(value: Json, slot: SlotDefinition | undefined): string | undefined {
  if (!slot?.values) return undefined;
  const literal = typeof value === 'string' ? /^\s*(["'])(.*)\1\s*$/.exec(value)?.[2] : undefined;
  return literal !== undefined && !slot.values.includes(literal)
    ? `"${literal}" is not one of ${slot.values.join(', ')}`
    : undefined;
}
