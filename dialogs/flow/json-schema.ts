import { z } from 'zod';
import type { Json } from '../protocol/value.ts';
import { authoredFlow } from './flow-schema.ts';
import { authoredLocale } from './locale-schema.ts';
import { slotMap } from './slot-schema.ts';
import { STEP_KINDS } from './steps/step-kinds.ts';

export type DialogFileKind = 'flow' | 'slots' | 'locale';

/** JSON Schema as plain data. */
export type JsonSchema = { [key: string]: Json };

const SCHEMAS: Readonly<Record<DialogFileKind, { readonly schema: z.ZodType; readonly title: string }>> = {
  flow: { schema: authoredFlow, title: 'Omotenashi flow (flow.yaml)' },
  slots: { schema: slotMap, title: 'Omotenashi shared slots (slots.yaml)' },
  locale: { schema: authoredLocale, title: 'Omotenashi texts and examples of one language (en.yaml, ja.yaml)' },
};

/**
 * JSON Schema (draft 2020-12) of a kind of dialog file, for editors and forms: made from the same schemas that read the files.
 * A list of steps refers to itself through its branches, so the steps stand once below `$defs`.
 */
export function dialogJsonSchema(kind: DialogFileKind): JsonSchema {
  const { schema, title } = SCHEMAS[kind];
  const made = toJson(schema);
  const { $schema, $defs, ...rest } = made;
  const definitions = { ...asRecord($defs), ...(kind === 'flow' ? stepDefinitions() : {}) };
  return {
    ...($schema === undefined ? {} : { $schema }),
    title,
    ...rest,
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
  };
}

function toJson(schema: z.ZodType): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // Steps are read verb by verb; for editors the list is spelled out once.
      if (z.globalRegistry.get(zodSchema)?.id !== 'steps' || jsonSchema.$ref) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, {
        type: 'array',
        minItems: 1,
        description: 'Steps, one after the other.',
        items: { $ref: '#/$defs/step' },
      });
    },
  });
  return JSON.parse(JSON.stringify(made)); // plain data without zod's own keys
}

/** One definition per verb, and `step` that takes any of them. */
function stepDefinitions(): JsonSchema {
  const definitions: JsonSchema = {};
  for (const { verb, schema } of Object.values(STEP_KINDS)) {
    const { $schema: _, $defs, ...step } = toJson(schema);
    Object.assign(definitions, asRecord($defs), { [`${verb}_step`]: step });
  }
  definitions['step'] = { oneOf: Object.keys(STEP_KINDS).map((verb) => ({ $ref: `#/$defs/${verb}_step` })) };
  return definitions;
}

const asRecord = (value: Json | undefined): JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...(value as JsonSchema) } : {}; // an object, seen
