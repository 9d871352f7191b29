import { decodeJwt } from 'jose';
import type { Address, InboundEvent } from '../../dialogs/protocol/event.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { WebhookRequest } from '../channel.ts';
import { type CustomerMessage, customerMessage } from './payloads.ts';

/** Where the answers to a thread go. */
export const addressOf = (accountId: string, of: { readonly thread: string; readonly userId: string }): Address => ({
  channel: 'webchat',
  accountId,
  userId: of.userId,
  threadId: of.thread,
});

/** A customer's message → our event. A photo that came inside the message has been laid aside before: it has an address by now. */
export function eventOf(
  message: CustomerMessage,
  about: {
    readonly from: Address;
    readonly at: string;
    readonly locale: Locale;
    readonly trace?: string;
    readonly conversationId?: string;
  },
): InboundEvent | undefined {
  const head = { id: message.id, ...about };
  if ('text' in message) return { ...head, kind: 'utterance', text: message.text };
  if ('choice' in message) return { ...head, kind: 'choice', value: message.choice };
  const { attachment } = message;
  if (!('url' in attachment)) return undefined;
  const { url, mediaType, name } = attachment;
  return {
    ...head,
    kind: 'attachment',
    url,
    mediaType: mediaType ?? 'image/jpeg',
    ...(name === undefined ? {} : { name }),
  };
}

/** The channel's own reading of a verified request, as the socket asks for it. Anything else than a message gives no events. */
export function parse(accountId: string, now: () => number, request: WebhookRequest): readonly InboundEvent[] {
  try {
    const message = customerMessage.safeParse(JSON.parse(Buffer.from(request.body).toString('utf8')));
    const token = request.headers['authorization']?.replace(/^Bearer /i, '') ?? '';
    const { thread, user } = decodeJwt(token);
    if (!message.success || typeof thread !== 'string' || typeof user !== 'string') return [];
    const event = eventOf(message.data, {
      from: addressOf(accountId, { thread, userId: user }),
      at: new Date(now()).toISOString(),
      locale: 'en',
    });
    return event ? [event] : [];
  } catch {
    return [];
  }
}
