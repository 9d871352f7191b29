import type { ChannelHost } from '../channels/channel.ts';
import { createInbox } from './inbox/begin-turn.ts';
import { createRecordsWriter } from './outbox/create-records-writer.ts';
import { deliverOutbox } from './outbox/deliver-outbox.ts';
import type { RuntimeParts } from './parts.ts';
import { createPump } from './pump.ts';

export interface Runtime extends ChannelHost {
  /** Resolves when every turn that runs is done and what it said is on its way. */
  settled(): Promise<void>;
  /** Takes nothing more, ends what runs within the time set for it, and gives leases back. */
  stop(): Promise<void>;
}

const AT_ONCE = 20;
/** The archive is off every turn's path: it is written in batches. */
const ARCHIVE_DELAY_MS = 150;

/** The shell at work: turns, deliveries, records, timers. */
export function createRuntime(parts: RuntimeParts): Runtime {
  const { store, records, settings, telemetry } = parts;
  const stopping = new AbortController();
  const everyMs = settings.sweepMs;
  const outbox = createPump({ name: 'outbox', everyMs, work: () => deliverOutbox(parts), telemetry });
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
      outbox.wake();
      archive.wake();
    },
  });
  const sweep = async (): Promise<void> => {
    if (stopping.signal.aborted) return;
    for (const id of await store.sweep(AT_ONCE)) {
      void inbox.resume(id).catch((fault: unknown) => telemetry.error('resume_failed', {}, fault));
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
      // Finished is a turn when what it said has been sent.
      return accepted.kind === 'accepted' ? { ...accepted, finished: accepted.finished.then(outbox.drain) } : accepted;
    },
    forget: async (conversationId) => {
      await store.erase(conversationId);
      // What was on its way to the archive arrives first, so that it is taken away as well.
      await archive.drain();
      await records.erase({ conversationId });
    },
    settled,
    stop: async () => {
      stopping.abort();
      await sweeper.stop();
      await Promise.race([inbox.settled(), new Promise((resolve) => setTimeout(resolve, settings.stopMs).unref())]);
      await outbox.stop();
      await archive.stop();
    },
  };
}
