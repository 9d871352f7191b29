import type { TraceEntry } from './effect.ts';
import type { InboundEvent } from './event.ts';
import type { ConversationId, TurnId } from './ids.ts';
import type { OutboundMessage } from './message.ts';
import type { Control } from './state.ts';
import type { Understanding } from './understanding.ts';

/** One turn as it goes to the records: masked before it is written. */
export interface Turn {
  readonly id: TurnId;
  readonly conversationId: ConversationId;
  readonly event: InboundEvent;
  readonly understanding?: Understanding;
  readonly trace: readonly TraceEntry[];
  readonly messages: readonly OutboundMessage[];
  readonly control: Control;
  readonly durationMs: number;
}
