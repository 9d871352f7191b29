import { z } from 'zod';
import type { CommandKind } from '../../../dialogs/protocol/command.ts';
import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import type { Expectation, FillableSlot } from '../../../dialogs/protocol/understanding.ts';
import type { KnownDialogs } from './known-flow.ts';

/** What the model may choose from in this place of the talk. Everything that is not here it cannot say. */
export interface Moves {
  readonly flows: readonly FlowId[];
  readonly slots: readonly FillableSlot[];
  readonly topics: readonly string[];
  /** Words for the bot itself, without a value. */
  readonly plain: readonly PlainKind[];
}

// Yes and no are not among them: an answer may change something in the world, and then a rule has to have read it.
const PLAIN = ['cancel_flow', 'skip', 'repeat', 'restart', 'handoff'] as const;
export type PlainKind = (typeof PLAIN)[number];

/** Types of which a value can be held against the customer's words, or against a list. */
const CHECKABLE: ReadonlySet<string> = new Set([
  ...['order_number', 'contract_number', 'email', 'postal_code', 'phone_number', 'person_name', 'product'],
  ...['date', 'datetime', 'money', 'number', 'integer', 'choice', 'text'],
]);

const MOST_COMMANDS = 4;
const MOST_FLOWS = 3;
/** Characters. */
const LONGEST_VALUE = 300;

/** What of the expectation a model may use. */
export function movesOf(expectation: Expectation, { flows, topics }: KnownDialogs): Moves {
  const { question, allowed } = expectation;
  const may = (kind: CommandKind) => allowed.includes(kind);
  const known = new Set(flows.map(({ flow }) => flow));
  const startable = may('start_flow') ? expectation.flows.filter((flow) => known.has(flow)) : [];
  const reachable = new Set([...startable, ...(expectation.running ?? []), ...(question ? [question.flow] : [])]);
  return {
    flows: startable,
    slots: may('set_slot')
      ? expectation.slots.filter(
          ({ name, type, flow, choices }) =>
            name !== 'locale' &&
            CHECKABLE.has(type) &&
            (type !== 'choice' || choices !== undefined) &&
            (flow === undefined || reachable.has(flow)),
        )
      : [],
    topics: may('chitchat') ? topics : [],
    plain: PLAIN.filter((kind) => {
      if (!may(kind)) return false;
      if (kind === 'cancel_flow') return expectation.busy;
      return kind !== 'skip' || question?.skippable === true;
    }),
  };
}

const slotValue = z.strictObject({
  kind: z.literal('set_slot'),
  slot: z.string(),
  value: z.string().min(1).max(LONGEST_VALUE),
});

/** One command as the model says it. Kinds, flows, slots and topics are those of the moves, by the schema of the answer. */
export type ModelCommand =
  | { readonly kind: 'start_flow'; readonly flow: FlowId }
  | { readonly kind: 'set_slot'; readonly slot: string; readonly value: string }
  | { readonly kind: 'clarify'; readonly flows: readonly FlowId[] }
  | { readonly kind: 'chitchat'; readonly topic: string }
  | { readonly kind: PlainKind }
  | { readonly kind: 'none' };

export interface ModelAnswer {
  readonly commands: readonly ModelCommand[];
}

/** The shape of an answer, as JSON schema for the endpoint and as the check of what comes back: nothing that is not a move passes. */
export function answerSchema(moves: Moves): z.ZodType<ModelAnswer> {
  const slots = [...new Set(moves.slots.map(({ name }) => name))];
  const command = z.union([
    z.strictObject({ kind: z.enum(['none', ...moves.plain]) }),
    ...(moves.flows.length > 0 ? [z.strictObject({ kind: z.literal('start_flow'), flow: z.enum(moves.flows) })] : []),
    ...(moves.flows.length > 1
      ? [z.strictObject({ kind: z.literal('clarify'), flows: z.array(z.enum(moves.flows)).min(2).max(MOST_FLOWS) })]
      : []),
    ...(moves.topics.length > 0 ? [z.strictObject({ kind: z.literal('chitchat'), topic: z.enum(moves.topics) })] : []),
    ...(slots.length > 0 ? [slotValue.extend({ slot: z.enum(slots) })] : []),
  ]);
  return z.strictObject({ commands: z.array(command).max(MOST_COMMANDS) });
}
