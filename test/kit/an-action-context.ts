import type { ActionContext } from '../../integrations/action.ts';

/** What an action is told of the turn that runs it: a stranger in a private chat in English. */
export const anActionContext = (given: Partial<ActionContext> = {}): ActionContext => ({
  conversationId: 'c1',
  identity: { level: 'none', proves: {} },
  locale: 'en',
  zone: 'Asia/Tokyo',
  now: '2026-11-24T01:00:00.000Z',
  channel: 'webchat',
  sender: 's1',
  audience: 'private',
  idempotencyKey: 'k1',
  keep: () => {},
  signal: new AbortController().signal,
  ...given,
});
