import type { ConversationId } from '../../dialogs/protocol/ids.ts';
import { instantOf } from '../clock.ts';
import type { RuntimeParts } from '../parts.ts';

/** A conversation as it was found by its first event after the store had been away. */
export interface Touched {
  readonly conversationId: ConversationId;
  /** Of the state that was found; 0 where there was none. */
  readonly version: number;
  /** Resolves when its turns are done: was any of them written? Not so where another process gave back what was lost meanwhile. */
  readonly wentOn: Promise<boolean>;
}

type Parts = Pick<RuntimeParts, 'records' | 'telemetry' | 'clock' | 'mayHaveLost'>;

/**
 * After the store may have lost writes, each conversation is compared with the archive at its first event. A turn that the archive knows and
 * the store does not is counted, and staff are told: it cannot be restored, since the archive holds what was said, masked, and no state. The
 * conversation goes on from what it has, and asks again. No turn waits for this.
 */
export function findLostTurns({ records, telemetry, clock, mayHaveLost }: Parts): (touched: Touched) => void {
  const compared = new Set<ConversationId>();
  const compare = async ({ conversationId, version, wentOn }: Touched): Promise<void> => {
    // What this very turn writes comes later.
    const before = { kind: 'turn', conversationId, to: instantOf(clock()) } as const;
    const [last] = await records.find({ ...before, newestFirst: true, limit: 1 });
    const archived = last ? versionOf(last.id, conversationId) : 0;
    if (archived <= version) return;
    if (await wentOn) {
      telemetry.count?.('unrepairable', {});
      telemetry.error('turns_lost_with_the_store', { conversationId, found: version, archived });
    } else compared.delete(conversationId);
  };
  return (touched) => {
    if (!mayHaveLost?.()) return compared.clear();
    if (compared.has(touched.conversationId)) return;
    compared.add(touched.conversationId);
    compare(touched).catch((fault: unknown) => telemetry.warn('lost_turns_not_looked_for', {}, fault));
  };
}

/** A turn's record is named after the version that its commit made. */
function versionOf(id: string, conversationId: ConversationId): number {
  const version = Number.parseInt(id.slice(conversationId.length + 1), 10);
  return id.startsWith(`${conversationId}.`) && Number.isSafeInteger(version) ? version : 0;
}
