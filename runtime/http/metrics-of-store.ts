import type { ConversationStore } from '../../integrations/conversation-store/conversation-store.ts';
import type { Meters } from '../../integrations/telemetry/telemetry.ts';
import { meetDeadline } from '../turn/meet-deadline.ts';

const PATIENCE_MS = 1000;

/** Tells what waits in the store, as of now. A store that does not answer in time is told too, and keeps nobody waiting. */
export async function metricsOfStore(store: Pick<ConversationStore, 'depths'>, telemetry: Meters): Promise<void> {
  const depths = await meetDeadline(
    store.depths().catch(() => 'late' as const),
    PATIENCE_MS,
  );
  telemetry.gauge?.('store_up', {}, depths === 'late' ? 0 : 1);
  if (depths === 'late') return;
  const { inbox, outbox, records, deadLetters } = depths;
  for (const [queue, depth] of Object.entries({ inbox, outbox, records, dead_letters: deadLetters })) {
    telemetry.gauge?.('queue_depth', { queue }, depth);
  }
}
