import { z } from 'zod';
import { snakeName } from './names.ts';
import { ENTITY_SLOT_TYPES, PLAIN_SLOT_TYPES, type SlotDefinition } from './slot-definition.ts';
import { withoutUndefined } from './without-undefined.ts';

const authoredSlot = z
  .strictObject({
    type: z
      .enum([...PLAIN_SLOT_TYPES, ...ENTITY_SLOT_TYPES])
      .describe('What it holds: a plain type, or an entity that understanding finds.'),
    values: z.array(z.string().min(1)).min(1).optional().describe('The values of a choice.'),
    from: z
      .enum(['customer', 'action', 'set'])
      .default('customer')
      .describe('Who fills it. From a customer, understanding may fill it at any time.'),
    label: z
      .strictObject({ en: z.string().min(1).optional(), ja: z.string().min(1).optional() })
      .optional()
      .describe('Name shown to agents and in read-backs, per language.'),
    sensitivity: z
      .enum(['public', 'personal', 'secret'])
      .default('public')
      .describe('Personal is masked, secret never leaves an action.'),
    lifetime: z
      .enum(['flow', 'conversation', 'customer'])
      .optional()
      .describe('How long it is kept: `flow`, in slots.yaml `conversation`.'),
    default: z.json().optional().describe('Value when nothing is known.'),
  })
  .describe('One slot: a value that the conversation keeps.');

/** Slots by name, as designers write them. */
export const slotMap = z.record(snakeName, authoredSlot);

/** An authored slot with its defaults. */
export function parseSlot(
  authored: z.infer<typeof authoredSlot>,
  lifetime: SlotDefinition['lifetime'],
): SlotDefinition {
  const { type, from, sensitivity, values, label, default: value } = authored;
  return {
    type,
    from,
    sensitivity,
    lifetime: authored.lifetime ?? lifetime,
    ...withoutUndefined({ values, default: value, label: label && withoutUndefined(label) }),
  };
}
