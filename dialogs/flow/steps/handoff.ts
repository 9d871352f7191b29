import type { HandoffReason } from '../../protocol/command.ts';
import type { Json } from '../../protocol/value.ts';
import type { Route } from '../next.ts';

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
