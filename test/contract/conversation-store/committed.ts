import type { ConversationStore } from '../../../integrations/conversation-store/conversation-store.ts';
import { anUtterance } from '../../kit/an-event.ts';
import { aTurn, LIMITS, mustRun } from './store-under-test.ts';

/** A conversation with one turn committed; gives its id. */
export async function committed(store: ConversationStore, alias: string, turn: Parameters<typeof aTurn>[1]) {
  const run = mustRun(await store.begin({ alias }, anUtterance(`m-${Math.random()}`), LIMITS));
  await store.commit(run.lease, aTurn(`c-${run.lease.conversationId}-${run.lease.version}`, turn));
  return run.conversationId;
}
