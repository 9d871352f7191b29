import { randomBytes } from 'node:crypto';
import { aliasOf } from '../../../runtime/inbox/alias-of.ts';

/** What one chat is found by, as the chat makes such names. */
export interface ChatNames {
  readonly userId: string;
  readonly threadId: string;
}

/** Of a chat that nobody has had yet. */
export const newChatNames = (): ChatNames => ({
  userId: `visitor-${randomBytes(10).toString('hex')}`,
  threadId: randomBytes(12).toString('hex'),
});

/** Its address as both stores are given it. `accountId`: whose bot it is. */
export const chatAlias = (accountId: string, { userId, threadId }: ChatNames): string =>
  aliasOf({ channel: 'webchat', accountId, userId, threadId });
