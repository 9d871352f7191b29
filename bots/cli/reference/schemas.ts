import { z } from 'zod';
import { dialogJsonSchema, type JsonSchema } from '../../../dialogs/flow/json-schema.ts';
import { scriptSchema } from '../../../dialogs/scripts/script.ts';

export const SCHEMA_KINDS = ['flow', 'slots', 'locale', 'script'] as const;
export type SchemaKind = (typeof SCHEMA_KINDS)[number];

/** JSON Schema of a kind of dialog file, from the same schema that reads it. */
export function schemaOf(kind: SchemaKind): JsonSchema | object {
  return kind === 'script'
    ? z.toJSONSchema(scriptSchema, { io: 'input', unrepresentable: 'any' })
    : dialogJsonSchema(kind);
}
