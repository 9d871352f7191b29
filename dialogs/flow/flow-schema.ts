import { z } from 'zod';
import { condition, flowName, snakeName } from './names.ts';
import { stepList } from './next.ts';
import { slotMap } from './slot-schema.ts';

/** Version of the dialog format that this code reads. */
export const FORMAT_VERSION = 1;

const migration = z
  .strictObject({
    from: z.int().min(1).describe('The old version.'),
    steps: z
      .record(snakeName, z.union([z.literal('END'), snakeName]))
      .default({})
      .describe('Old step → step, or END.'),
    slots: z.record(snakeName, snakeName.nullable()).default({}).describe('Old slot → slot; null drops it.'),
  })
  .describe('How a running conversation of an older version goes on.');

/** `flow.yaml` as designers write it. */
export const authoredFlow = z
  .strictObject({
    schema: z.int().default(FORMAT_VERSION).describe('Version of this format.'),
    flow: flowName.describe("The flow's id: its folder's path below `flows/`."),
    version: z
      .int()
      .min(1)
      .default(1)
      .describe('Raised when steps or slots change so that running conversations need a `migrate` map.'),
    description: z
      .string()
      .min(1)
      .max(500)
      .describe('One or two sentences, for people and for a language model that understands.'),
    owner: z.string().min(1).max(120).optional().describe('Team to ask.'),
    triggers: z
      .strictObject({
        min_confidence: z.number().min(0).max(1).optional().describe('Lowest confidence at which words may start it.'),
        events: z.array(snakeName).default([]).describe('Named events that start it.'),
      })
      .default({ events: [] })
      .describe('What starts the flow besides its examples.'),
    if: condition.optional().describe('While false, understanding does not offer the flow and its events are ignored.'),
    interruptions: z.enum(['allow', 'ask', 'block']).default('allow').describe('May another flow start in between?'),
    ask_more: z.boolean().default(true).describe('Ask "anything else?" when it ends and nothing waits below.'),
    slots: slotMap.default({}).describe('Its own slots; shared ones stand in slots.yaml.'),
    steps: stepList.describe('What happens, one after the other.'),
    migrate: z.array(migration).default([]).describe('Maps for running conversations.'),
  })
  .describe('A flow: what a conversation about one matter does.');
