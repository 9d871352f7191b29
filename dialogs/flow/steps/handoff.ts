import { z } from 'zod';
import { HANDOFF_REASONS, type HandoffReason } from '../../protocol/command.ts';
import type { Json } from '../../protocol/value.ts';
import { snakeName, textName, values } from '../names.ts';
import { authoredNext, type Route } from '../next.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { ongoingStepFields } from './common-fields.ts';
import { defineStep, outcomeRoutes, valueExpressions } from './define-step.ts';

/**
 * Gives the conversation to people.
 * @example
 * - handoff: tool_failed
 *   queue: orders
 *   note: agent_note_out_of_reach
 */
export interface HandoffStep {
  readonly kind: 'handoff';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  readonly reason: HandoffReason;
  readonly queue?: string;
  readonly skills: readonly string[];
  readonly note?: string;
  readonly with: Readonly<Record<string, Json>>;
  /** Absent: all filled slots of the stack that are not secret. */
  readonly include?: readonly string[];
  readonly offer: boolean;
  readonly while_queued: 'quiet' | 'keep_helping';
  /** `returned` goes to `next`; `failed` = any failure not listed. */
  readonly on: Readonly<Record<string, Route>>;
}

/** Ways in which a handoff may end. `failed` stands for any failure that is not listed. */
export const HANDOFF_OUTCOMES = [
  'returned',
  'declined',
  'no_agent',
  'closed_hours',
  'timeout',
  'vendor_error',
  'rejected',
  'abandoned',
  'failed',
] as const;

const authoredHandoff = z
  .strictObject({
    handoff: z.enum(HANDOFF_REASONS).describe('Why: a reason code of the handoff context.'),
    queue: z.string().min(1).max(80).optional().describe("Routing wish; routing's own choice without it."),
    skills: z.array(z.string().min(1).max(80)).max(20).default([]).describe('Routing wish.'),
    note: textName.optional().describe('Key of a line for the agent only.'),
    with: values.default({}).describe('Values for the note.'),
    include: z.array(snakeName).optional().describe('Slots that travel as facts; all filled ones without it.'),
    offer: z
      .boolean()
      .default(true)
      .describe('First say what is shared and ask. `false` where the customer asked for a person.'),
    while_queued: z
      .enum(['quiet', 'keep_helping'])
      .default('quiet')
      .describe('What the bot does until an agent comes.'),
    on: z.record(z.string(), authoredNext).default({}).describe('Outcome → where to go. `returned` goes to `next`.'),
    ...ongoingStepFields,
  })
  .describe('Gives the conversation to people.');

export const handoffKind = defineStep<typeof authoredHandoff, HandoffStep>({
  verb: 'handoff',
  schema: authoredHandoff,
  parse: (authored, base, reader) => ({
    kind: 'handoff',
    ...base,
    reason: authored.handoff,
    skills: authored.skills,
    with: authored.with,
    offer: authored.offer,
    while_queued: authored.while_queued,
    on: Object.fromEntries(
      Object.entries(authored.on).map(([outcome, next]) => [outcome, reader.route(next, ['on', outcome])]),
    ),
    ...withoutUndefined({
      queue: authored.queue,
      note: authored.note === undefined ? undefined : reader.textKey(authored.note),
      include: authored.include,
    }),
  }),
  uses: (step) => ({
    texts: step.note === undefined ? [] : [{ key: step.note, path: ['note'], role: 'note', with: step.with }],
    expressions: valueExpressions(step.with, 'with'),
    routes: outcomeRoutes(step.on),
    names: (step.include ?? []).map((slot, index) => ({ slot, path: ['include', index] })),
  }),
});
