import { z } from 'zod';
import { LOCALES } from '../../../dialogs/protocol/locale.ts';
import type { CompanySystemSettings } from '../../company-api/company-system.ts';
import type { ClientParts } from '../../company-api/create-company-client.ts';
import { createHttpSocket } from '../../company-api/create-http-socket.ts';
import { operation } from '../../operation.ts';
import type { Notifications } from '../notifications.ts';

/** What is asked of a company's own system for mails and texts. */
export const NOTIFICATIONS_API = {
  send: operation({
    summary: 'Sends a mail or text. A notification with a known id is accepted and not sent again.',
    method: 'PUT',
    path: '/notifications/{id}',
    input: z.object({
      id: z.string(),
      kind: z.enum(['one_time_code', 'link', 'notice', 'receipt']),
      by: z.enum(['email', 'sms']),
      to: z.string(),
      customerId: z.string().optional(),
      locale: z.enum(LOCALES),
      subject: z.string(),
      text: z.string(),
    }),
    output: z.object({}),
    outcomes: [],
  }),
} as const;

/** The notifications socket over a company's own REST system. */
export function createHttpNotifications(settings: CompanySystemSettings, parts?: ClientParts): Notifications {
  const socket = createHttpSocket(NOTIFICATIONS_API, settings, parts);
  return {
    send: async (notification) => {
      await socket.send({ ...notification }, { idempotencyKey: notification.id });
    },
  };
}
