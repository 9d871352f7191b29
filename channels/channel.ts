import type { Capabilities } from '../dialogs/protocol/capabilities.ts';
import type { Address, InboundEvent } from '../dialogs/protocol/event.ts';
import type { ChannelName } from '../dialogs/protocol/ids.ts';
import type { OutboundMessage } from '../dialogs/protocol/message.ts';
import type { Json } from '../dialogs/protocol/value.ts';

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
  /** Push channels. `retryKey` is the same for every try. */
  send?(to: Address, payload: PlatformPayload, retryKey: string): Promise<DeliveryResult>;
}
