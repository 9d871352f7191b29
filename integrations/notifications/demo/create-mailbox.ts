import type { DemoMail } from '../../demo-world/demo-mail.ts';
import { parsed, textOf, type WorldTables } from '../../demo-world/world-tables.ts';
import type { Notification, Notifications } from '../notifications.ts';
import { writeLetter } from '../write-letter.ts';

/** A mail or text as the mailbox page shows it. */
interface ReceivedMail extends Notification {
  readonly at: string;
}

export interface Mailbox {
  readonly notifications: Notifications;
  post(mail: DemoMail): void;
  /** Newest first. */
  read(options?: { readonly limit?: number; readonly customerId?: string }): readonly ReceivedMail[];
}

/** Where codes, mails and texts of the demo world arrive. A notification with a known id is not put in again. */
export function createMailbox({ rows }: Pick<WorldTables, 'rows'>, now: () => Date): Mailbox {
  const put = (mail: Notification) => {
    const at = now().toISOString();
    rows.run(
      'INSERT INTO demo_mails (id, customer_id, at, data) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
      ...[mail.id, mail.customerId ?? null, at, JSON.stringify({ ...mail, at })],
    );
  };
  return {
    notifications: { send: async (notification) => put(notification) },
    post: ({ id, kind, customer, letter }) => {
      const { id: customerId, email: to, locale } = customer;
      put({ id, kind, by: 'email', to, customerId, locale, ...writeLetter(letter, locale) });
    },
    read: ({ limit = 50, customerId } = {}) => {
      const found =
        customerId === undefined
          ? rows.all('SELECT data FROM demo_mails ORDER BY seq DESC LIMIT ?', limit)
          : rows.all('SELECT data FROM demo_mails WHERE customer_id = ? ORDER BY seq DESC LIMIT ?', customerId, limit);
      return found.flatMap((row) => parsed<ReceivedMail>(textOf(row, 'data')) ?? []);
    },
  };
}
