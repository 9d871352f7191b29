import type { CustomerId } from '../../dialogs/protocol/ids.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';

/** Something that leaves for a customer by mail or text outside the conversation: a code, a link, a notice. */
export interface Notification {
  /** Makes sending it twice harmless. */
  readonly id: string;
  readonly kind: 'one_time_code' | 'link' | 'notice' | 'receipt';
  readonly by: 'email' | 'sms';
  readonly to: string;
  readonly customerId?: CustomerId;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
}

/**
 * THE SOCKET by which codes, mails and texts leave. Neither text nor address is ever logged.
 * @example
 * await notifications.send({ id, kind: 'one_time_code', by: 'email', to, locale: 'en', subject, text });
 */
export interface Notifications {
  send(notification: Notification): Promise<void>;
}
