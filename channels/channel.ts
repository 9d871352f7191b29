import type { Capabilities } from '../dialogs/protocol/capabilities.ts';
import type { Address, InboundEvent } from '../dialogs/protocol/event.ts';
import type { ChannelName, ConversationId, CustomerId } from '../dialogs/protocol/ids.ts';
import type { OutboundMessage } from '../dialogs/protocol/message.ts';
import type { Control } from '../dialogs/protocol/state.ts';
import type { Json } from '../dialogs/protocol/value.ts';
import type { HttpRoute } from './http-route.ts';

/** An HTTP request as it came in: the raw bytes, since signatures are made over them. */
export interface WebhookRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly remoteAddress?: string;
}

export interface WebhookResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** `trusted`: go on to `parse` · `refused`: answer it, nothing else happens · `challenge`: answer a platform's set-up question. */
export type Verdict =
  | { readonly kind: 'trusted' }
  | {
      readonly kind: 'refused';
      readonly response: WebhookResponse;
      readonly why: string;
    }
  | { readonly kind: 'challenge'; readonly response: WebhookResponse };

export type DeliveryResult =
  | { readonly kind: 'delivered'; readonly platformId?: string }
  /** A passing fault: try again, at the earliest after `afterMs`. */
  | { readonly kind: 'retry'; readonly afterMs?: number; readonly why: string }
  /** It will never go through: dead letter. */
  | { readonly kind: 'refused'; readonly why: string };

/** What a platform takes, already valid for it. */
export type PlatformPayload = Json;

/** What became of an event that a channel brought in. */
export type Accepted =
  /**
   * It is kept. `finished` resolves with true when its turn, and those before it, are done or given up; with false when that is still to
   * come: another process has the conversation, or the turn broke and is tried again.
   */
  | { readonly kind: 'accepted'; readonly conversationId: ConversationId; readonly finished: Promise<boolean> }
  | { readonly kind: 'duplicate'; readonly conversationId: ConversationId; readonly reply?: Json }
  /** Too much is waiting: it was not kept. */
  | { readonly kind: 'full' }
  /** The conversation that it names is not there any more. */
  | { readonly kind: 'unknown' };

/** What a place that answers only when it is asked gets to say. */
export type Asked =
  /** The same request again gets the same messages again. */
  | {
      readonly kind: 'answered';
      readonly conversationId: ConversationId;
      readonly messages: readonly OutboundMessage[];
    }
  /** Its turn is not done yet, and goes on: ask again with the same event. */
  | { readonly kind: 'late'; readonly conversationId: ConversationId }
  | { readonly kind: 'full' }
  | { readonly kind: 'unknown' };

/** What the shell does for a channel that brings its own routes. */
export interface ChannelHost {
  /** For `delivery: reply`: as `accept`, and waits for what is said to this event, at most so many milliseconds. */
  ask(event: InboundEvent, withinMs: number): Promise<Asked>;
  /** `beforeTurn` runs once the event is kept and before any turn over it starts. */
  accept(event: InboundEvent, beforeTurn?: (conversationId: ConversationId) => Promise<void>): Promise<Accepted>;
  /** Takes away everything that is kept of a conversation. */
  forget(conversationId: ConversationId): Promise<void>;
}

/**
 * THE SOCKET of a channel: a translator between one platform and our protocol. It holds no business rule.
 * @example see `channels/webchat/index.ts`
 */
export interface Channel {
  readonly name: ChannelName;
  readonly capabilities: Capabilities;
  /** Pure. What holds in this place: audience, country. */
  at(place: Address): Capabilities;
  /** Is the request genuine? Reads the raw body, before anything is parsed. */
  verify(request: WebhookRequest): Promise<Verdict>;
  /** Pure. Unknown kinds give no events. */
  parse(request: WebhookRequest): readonly InboundEvent[];
  /** Pure. One neutral message → what the platform takes, split by its limits. */
  render(message: OutboundMessage, to: Address): readonly PlatformPayload[];
  /** Reply channels: the HTTP answer. */
  respond?(payloads: readonly PlatformPayload[]): WebhookResponse;
  /** Where the place can show who speaks now. `retryKey` as with `send`. */
  showControl?(to: Address, control: Control, retryKey: string): Promise<DeliveryResult>;
  /** Addresses of its own, for a channel whose other side is ours. Without it the shell gives it one webhook. */
  routes?(host: ChannelHost): readonly HttpRoute[];
  /** Is somebody there now to see what is sent? Without it the place itself keeps it for them, as a phone does. */
  isThere?(at: Address): Promise<boolean>;
  /** The conversation in which this customer, whom the place vouches for, is there now. Both answer for all processes together. */
  conversationOf?(customer: CustomerId): Promise<ConversationId | undefined>;
  /** The same `retryKey` again shows nothing twice: what a crash left unknown is sent again without a second thought. */
  readonly sendsOnce?: boolean;
  /** Push channels. `retryKey` is the same for every try. */
  send?(to: Address, payload: PlatformPayload, retryKey: string): Promise<DeliveryResult>;
}
