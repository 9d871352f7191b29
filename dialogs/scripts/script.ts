import { z } from 'zod';
import type { Command } from '../protocol/command.ts';
import { HANDOFF_REASONS } from '../protocol/command.ts';
import { LOCALES } from '../protocol/locale.ts';
import { IDENTITY_LEVELS } from '../protocol/state.ts';
import type { Json } from '../protocol/value.ts';
import { PROFILE_NAMES } from './channel-profiles.ts';

const json: z.ZodType<Json> = z.json();
const slots = z.record(z.string(), json);
const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item.transform((one) => [one]), z.array(item)]);

/** A command as scripts write it: `affirm`, or `{ set_slot: { order_number: AB123456 } }`. */
const writtenCommand = z.union([
  z.enum(['cancel_flow', 'skip', 'repeat', 'restart', 'affirm', 'deny']),
  z.strictObject({ start_flow: z.string() }),
  z.strictObject({ set_slot: slots }),
  z.strictObject({ correct_slot: slots }),
  z.strictObject({ clarify: z.array(z.string()) }),
  z.strictObject({ handoff: z.enum(HANDOFF_REASONS) }),
  z.strictObject({ chitchat: z.string() }),
  z.strictObject({ cannot_handle: z.enum(['not_understood', 'out_of_scope']) }),
]);
export type WrittenCommand = z.infer<typeof writtenCommand>;

const identityLevel = z.enum(IDENTITY_LEVELS);
const proves = z.strictObject({
  customer: z.string().optional(),
  order: z.string().optional(),
});

const turn = z.strictObject({
  // what happens
  customer: z.string().optional().describe('The customer says this.'),
  choose: json.optional().describe('The customer presses the button with this value.'),
  silence: z.literal(true).optional().describe('The customer says nothing for as long as the place waits.'),
  attachment: z
    .strictObject({ url: z.string(), media_type: z.string() })
    .optional()
    .describe('The customer sends a photo or file.'),
  opens: z.literal(true).optional().describe('The customer opens the page or the skill once more.'),
  event: z
    .strictObject({ name: z.string(), slots: slots.default({}) })
    .optional()
    .describe('Something outside happens.'),
  agent: z.string().optional().describe('The agent says this.'),
  desk: z.enum(['accepts', 'releases', 'nobody']).optional().describe('What people at the desk do.'),
  wait: z.iso.duration().optional().describe('Time passes: PT30S, PT6H.'),
  repeat_delivery: z.literal(true).optional().describe('The platform delivers the last message once more.'),
  too_late: z
    .literal(true)
    .optional()
    .describe('Nobody waits for the answer to it any more: the customer was told that something went wrong.'),
  // what is expected
  commands: z.array(writtenCommand).optional(),
  flow: z.string().nullable().optional(),
  pattern: z.string().optional(),
  step: z.string().optional(),
  slots: slots.optional().describe('null = empty.'),
  bot: oneOrMany(z.string()).optional().describe('Text keys in order; keys of the flow under test may be short.'),
  says: z.union([oneOrMany(z.string()), z.record(z.string(), z.string())]).optional(),
  never_says: oneOrMany(z.string()).optional(),
  choices: z.array(json).optional(),
  calls: z.array(z.string()).optional(),
  identity: z.union([identityLevel, z.strictObject({ level: identityLevel, proves: proves.optional() })]).optional(),
  control: z.enum(['bot', 'queue', 'agent']).optional(),
  handoff: z.record(z.string(), json).optional().describe('Parts of the handoff context.'),
  quiet: z.literal(true).optional().describe('The bot says nothing.'),
  warnings: z.array(z.string()).optional(),
  only: z.array(z.enum(PROFILE_NAMES)).optional(),
});
export type ScriptTurn = z.infer<typeof turn>;

/** What a turn may give: exactly one. */
export const TURN_INPUTS = [
  'customer',
  'choose',
  'silence',
  'attachment',
  'opens',
  'event',
  'agent',
  'desk',
  'wait',
  'repeat_delivery',
] as const;

const actionAnswer = z.strictObject({
  given: slots.optional().describe('Input that this answer is for: these fields must be equal.'),
  outcome: z.string().default('ok'),
  output: json.optional(),
  identity: z.strictObject({ level: identityLevel, proves: proves.default({}) }).optional(),
  takes_ms: z.number().int().nonnegative().default(0),
});

/** One conversation script: one behaviour, named as a sentence (dialog format, conversation scripts). */
export const scriptSchema = z.strictObject({
  script: z.string().min(8).describe('The behaviour as a sentence.'),
  flow: z.string().describe('The flow under test.'),
  channels: z.array(z.enum(PROFILE_NAMES)).min(1).default(['webchat']),
  locale: z.enum(LOCALES).default('en'),
  understanding: z.enum(['real', 'given']).default('real'),
  world: z
    .strictObject({
      now: z.iso.datetime({ offset: true }).optional(),
      zone: z.string().optional(),
      audience: z.enum(['shared', 'private']).optional(),
      words_first: z
        .boolean()
        .default(false)
        .describe('Nothing was opened: the talk begins with what the customer writes, as on SMS.'),
      customer: z
        .strictObject({
          id: z.string().optional(),
          identity: identityLevel.default('none'),
          proves: proves.optional(),
          tier: z.string().optional(),
          value_band: z.string().optional(),
          tenure_days: z.number().optional(),
          phase: z.string().optional(),
          preferred_channel: z.string().optional(),
        })
        .optional(),
      slots: slots.default({}),
      began: z
        .strictObject({ flow: z.string(), step: z.string(), slots: slots.default({}) })
        .optional()
        .describe(
          'The talk began on an earlier revision of the dialogs: this request waits there, at a step of that revision.',
        ),
      actions: z.record(z.string(), z.array(actionAnswer)).default({}),
      agents: z.number().int().nonnegative().default(0),
      open: z.boolean().default(true),
    })
    .prefault({}),
  turns: z
    .array(
      turn.refine((given) => TURN_INPUTS.filter((input) => given[input] !== undefined).length === 1, {
        error: `a turn gives exactly one of ${TURN_INPUTS.join(', ')}`,
      }),
    )
    .min(1),
  ends: z.strictObject({ flow: z.string(), outcome: z.enum(['success', 'failed']) }).optional(),
});
export type Script = z.infer<typeof scriptSchema>;

/** The protocol's command(s) of a written one: `{ set_slot: {a: 1, b: 2} }` is two. */
export function commandsOf(written: WrittenCommand): readonly Command[] {
  if (typeof written === 'string') return [{ kind: written }];
  if ('start_flow' in written) return [{ kind: 'start_flow', flow: written.start_flow }];
  if ('set_slot' in written)
    return Object.entries(written.set_slot).map(([slot, value]) => ({
      kind: 'set_slot',
      slot,
      value,
    }));
  if ('correct_slot' in written)
    return Object.entries(written.correct_slot).map(([slot, value]) => ({
      kind: 'correct_slot',
      slot,
      value,
    }));
  if ('clarify' in written) return [{ kind: 'clarify', flows: written.clarify }];
  if ('handoff' in written) return [{ kind: 'handoff', reason: written.handoff }];
  if ('chitchat' in written) return [{ kind: 'chitchat', topic: written.chitchat }];
  return [{ kind: 'cannot_handle', why: written.cannot_handle }];
}
