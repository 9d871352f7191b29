import type { ChannelHost } from '../channels/channel.ts';
import type { ConversationId } from '../dialogs/protocol/ids.ts';
import { createInbox } from './inbox/begin-turn.ts';
import { createDelivery } from './outbox/create-delivery.ts';
import { createRecordsWriter } from './outbox/create-records-writer.ts';
import { eraseFromArchive } from './outbox/erase-from-archive.ts';
import type { RuntimeParts } from './parts.ts';
import { createPump } from './pump.ts';
import { meetDeadline } from './turn/meet-deadline.ts';

export interface Runtime extends ChannelHost {
  /** Resolves when every turn that runs is done and what it said is on its way. */
  settled(): Promise<void>;
  /** Takes nothing more, ends what runs within the time set for it, and gives leases back. */
  stop(): Promise<void>;
  /** Does it take nothing more? */
  readonly stopping: () => boolean;
}

const AT_ONCE = 20;
const ROUNDS = 20;
/** How long a stop waits for what is being sent. */
const SENDING_MS = 2000;
/** The archive is off every turn's path: it is written in batches. */
const ARCHIVE_DELAY_MS = 500;

/** The shell at work: turns, deliveries, records, timers. */
export function createRuntime(parts: RuntimeParts): Runtime {
  const { store, settings, telemetry } = parts;
  const stopping = new AbortController();
  const everyMs = settings.sweepMs;
  const delivery = createDelivery(parts);
  const outbox = createPump({ name: 'outbox', everyMs, work: delivery.deliverDue, telemetry });
  const archive = createPump({
    name: 'records',
    everyMs,
    delayMs: ARCHIVE_DELAY_MS,
    work: createRecordsWriter(parts),
    telemetry,
  });
  const inbox = createInbox(parts, {
    stopped: stopping.signal,
    committed: () => {
      delivery.wake();
      outbox.wake();
      archive.wake();
    },
  });
  const resume = (id: ConversationId): Promise<void> =>
    inbox.resume(id).catch((fault: unknown) => telemetry.error('resume_failed', {}, fault));
  // After a process died, hundreds may wait: all are taken up at once, here and by the others.
  const sweep = async (): Promise<void> => {
    for (let round = 0; round < ROUNDS && !stopping.signal.aborted; round++) {
      const ids = await store.sweep(AT_ONCE);
      parts.passPoint?.('in_sweep');
      await Promise.all(ids.map(resume));
      if (ids.length < AT_ONCE) return;
    }
  };
  const sweeper = createPump({ name: 'sweep', everyMs, work: sweep, telemetry });
  const settled = async () => {
    await inbox.settled();
    await outbox.drain();
    await archive.drain();
  };
  return {
    accept: async (event, beforeTurn) => {
      const accepted = await inbox.accept(event, beforeTurn);
      if (accepted.kind !== 'accepted') return accepted;
      // Finished is a turn when what it said has been sent.
      return { ...accepted, finished: accepted.finished.then((here) => outbox.drain().then(() => here)) };
    },
    ask: inbox.ask,
    forget: async (conversationId) => {
      // The archive hears of it in its turn, also when it is away now: what is written late is taken away as well.
      await store.erase(conversationId, eraseFromArchive(conversationId));
      await archive.drain();
    },
    settled,
    stopping: () => stopping.signal.aborted,
    stop: async () => {
      stopping.abort();
      const stopped = Promise.all([sweeper.stop(), inbox.settled()]);
      await within(settings.stopMs, stopped, inbox.handBack);
      // What was said is sent, and ticked off; what a platform does not take by then is another process' to send.
      await within(SENDING_MS, Promise.all([outbox.stop().then(delivery.settled), archive.stop()]));
    },
  };
}

/** Waits for the work, but not for ever. */
async function within(withinMs: number, work: Promise<unknown>, whenLate?: () => Promise<void>): Promise<void> {
  if ((await meetDeadline(work, withinMs)) === 'late') await whenLate?.();
}
