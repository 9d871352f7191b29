import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { Effect, TraceEntry } from '../../dialogs/protocol/effect.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationId, Instant } from '../../dialogs/protocol/ids.ts';
import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type { Understanding } from '../../dialogs/protocol/understanding.ts';
import type { Values } from '../../dialogs/protocol/value.ts';

/** Everything that a turn was, before it is masked for the archive. */
export interface FinishedTurn {
  /** Unique, and the same when the turn is run again. */
  readonly id: string;
  readonly conversationId: ConversationId;
  readonly book: FlowBook;
  readonly event: InboundEvent;
  readonly understanding?: Understanding;
  readonly trace: readonly TraceEntry[];
  readonly effects: readonly Effect[];
  readonly calls: readonly { readonly action: string; readonly with: Values; readonly outcome: string }[];
  readonly messages: readonly OutboundMessage[];
  readonly before: ConversationState;
  readonly state: ConversationState;
  readonly at: Instant;
  readonly durationMs: number;
}
