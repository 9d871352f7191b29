import type { Notification } from '../notifications/notifications.ts';
import type { Letter } from '../notifications/write-letter.ts';
import type { StoredCustomer } from './stored.ts';

/** A mail of the company's own, written to a customer in their language. */
export interface DemoMail {
  readonly id: string;
  readonly kind: Notification['kind'];
  readonly customer: StoredCustomer;
  readonly letter: Letter;
}
