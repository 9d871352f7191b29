import type { HandoffReason } from './command.ts';
import type { Outcome } from './effect.ts';
import type { CallId, ChannelName, ConversationId, EventId, Instant, MessageId, TimerId } from './ids.ts';
import type { Locale } from './locale.ts';
import type { Identity, Owner } from './state.ts';
import type { Understanding } from './understanding.ts';
import type { Json, Slots } from './value.ts';

/** Where a reply goes. `opaque` is the platform's own (LINE reply token, Teams conversation reference). */
export interface Address {
  readonly channel: ChannelName;
  readonly accountId: string;
  readonly userId: string;
  readonly threadId?: string;
  readonly opaque?: Json;
}

/** What an agent did with the conversation. */
export interface Disposition {
  readonly code: string;
  readonly note?: string;
}

export type EventBody =
  /** `hint`: the platform's own understanding, e.g. Alexa's. */
  | {
      readonly kind: 'utterance';
      readonly text: string;
      readonly hint?: Understanding;
    }
  /** A button or list entry: the value of the choice. */
  | { readonly kind: 'choice'; readonly value: Json }
  | {
      readonly kind: 'attachment';
      readonly url: string;
      readonly mediaType: string;
      readonly name?: string;
    }
  /** `identity`: proved by the page's signed token, checked by the channel before it comes here. */
  | {
      readonly kind: 'session';
      readonly phase: 'started' | 'ended';
      readonly identity?: Identity;
      readonly zone?: string;
    }
  | { readonly kind: 'silence' }
  /** Proactive notice, survey, schedule or device: starts flows whose `triggers.events` list the name. */
  | { readonly kind: 'trigger'; readonly name: string; readonly slots: Slots }
  | { readonly kind: 'timer'; readonly timer: TimerId }
  /** The answer of an `act` effect. */
  | {
      readonly kind: 'actionResult';
      readonly callId: CallId;
      readonly outcome: Outcome;
      readonly late?: boolean;
    }
  | {
      readonly kind: 'agentMessage';
      readonly agentId: string;
      readonly text: string;
    }
  | {
      readonly kind: 'control';
      readonly to: Owner;
      readonly by: string;
      readonly outcome?: Disposition;
      readonly reason?: HandoffReason;
    };

/** Something that came from outside. Without `conversationId` the store resolves it from the address's alias. */
export type InboundEvent = {
  readonly id: EventId;
  readonly conversationId?: ConversationId;
  readonly at: Instant;
  readonly from: Address;
  readonly locale: Locale;
  /** Of a place that answers only when it is asked: the last message that came through there, '' where none did. Absent: it cannot tell. */
  readonly heard?: MessageId | '';
  /** Until when somebody waits for what is said to it. Whatever is done for it later, they were told meanwhile that it was not. */
  readonly deadline?: Instant;
  /** W3C traceparent: ties what becomes of the event to where it came from, over processes and crashes. No rule looks at it. */
  readonly trace?: string;
} & EventBody;

/** What the engine takes: an event from outside, or the meaning of an utterance. */
export type EngineEvent =
  | InboundEvent
  | {
      readonly kind: 'understood';
      readonly of: Understanding;
      readonly text: string;
      readonly id: EventId;
      readonly at: Instant;
    }
  /** A running action has used up the channel's patience: say the holding line and go on; its answer comes later. */
  | {
      readonly kind: 'actionParked';
      readonly callId: CallId;
      readonly id: EventId;
      readonly at: Instant;
    }
  /** An action was not run because nobody waits for its answer any more: the customer is asked first. `key`: what it would have been known by. */
  | {
      readonly kind: 'actionHeld';
      readonly callId: CallId;
      readonly key: string;
      readonly id: EventId;
      readonly at: Instant;
    };
