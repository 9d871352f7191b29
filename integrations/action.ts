import type { z } from 'zod';
import type { ActionDescriptor } from '../dialogs/flow/action-catalogue.ts';
import type { Audience } from '../dialogs/protocol/capabilities.ts';
import type { Outcome } from '../dialogs/protocol/effect.ts';
import type { ChannelName, ConversationId, Instant } from '../dialogs/protocol/ids.ts';
import type { Locale } from '../dialogs/protocol/locale.ts';
import type { Identity } from '../dialogs/protocol/state.ts';
import type { ArchiveRecord } from './records/records.ts';

/** What a running action may know of the conversation. */
export interface ActionContext {
  readonly conversationId: ConversationId;
  readonly identity: Identity;
  readonly locale: Locale;
  /** IANA time zone to reckon "today" in. */
  readonly zone: string;
  readonly now: Instant;
  readonly channel: ChannelName;
  /** Who sends: the counters of tries are kept per sender. */
  readonly sender: string;
  readonly audience: Audience;
  /** Stable over re-runs of the turn; writes pass it on to the company system. */
  readonly idempotencyKey: string;
  /**
   * For the archive. It is kept with the turn and written after it: nobody waits for the archive, nothing is lost while it is away, and
   * a turn that is run again leaves one. Make the id of `idempotencyKey`.
   */
  readonly keep: (record: ArchiveRecord) => void;
  /** Ends when the action's time is up. */
  readonly signal: AbortSignal;
}

/** An action that flows can reach: what it is, and the code behind it. */
export interface Action<Input extends z.ZodObject = z.ZodObject> extends ActionDescriptor {
  readonly input: Input;
  /** Gets input that fits `input`. Throws only for faults: the caller turns them into the outcome `failed`. */
  run(input: z.infer<Input>, context: ActionContext): Promise<Outcome>;
}

type Defaults = 'outcomes' | 'access' | 'commits' | 'purchase';

/**
 * Defines an action.
 * @example
 * defineAction({ name: 'get_order_status', description: 'State and date of one order.', input: z.object({ order_number: z.string() }),
 *   output: orderStatus, outcomes: ['not_found'], needs: { level: 'recognised', proves: 'order' }, timeoutMs: 3000,
 *   run: async ({ order_number }, context) => … })
 */
export function defineAction<Input extends z.ZodObject>(
  action: Omit<Action<Input>, Defaults> & Partial<Pick<Action<Input>, Defaults>>,
): Action<Input> {
  const outcomes = new Set(action.outcomes ?? []);
  if (action.needs) outcomes.add('not_proved');
  return {
    access: 'read',
    commits: false,
    purchase: false,
    ...action,
    outcomes: [...outcomes],
  };
}
