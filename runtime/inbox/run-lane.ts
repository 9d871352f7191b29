import { mergeWindow } from '../../dialogs/engine/merge-window.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type {
  Begin,
  Commit,
  CommitTurn,
  InboundEntry,
  Lease,
} from '../../integrations/conversation-store/conversation-store.ts';
import type { RuntimeParts } from '../parts.ts';
import { apologise } from '../turn/apologise.ts';
import { handleTurn, type TurnInput } from '../turn/handle-turn.ts';
import { type JoinedEntry, joinParts } from './join-parts.ts';

export interface LaneHooks {
  /** Brings an event into its conversation like any other. */
  readonly bring: (event: InboundEvent) => Promise<void>;
  /** Something was committed: there may be messages to send and records to write. */
  readonly committed: () => void;
  readonly stopped: AbortSignal;
}

type Running = Extract<Begin, { kind: 'run' }>;

const RETRY_MS = 250;

/** Runs the turns of one conversation, one at a time and in order, until its inbox is empty or the lease is someone else's. */
export async function runLane(parts: RuntimeParts, begun: Running, hooks: LaneHooks): Promise<void> {
  const { conversationId } = begun;
  let { lease, state, inbox } = begun;
  const renewing = setInterval(() => void parts.store.renew(lease).catch(() => false), parts.settings.renewMs);
  try {
    for (;;) {
      const [first, ...others] = inbox;
      if (!first || hooks.stopped.aborted) return await parts.store.release(lease, 0);
      const waiting = [first, ...others] as const;
      const turn = await turnOver(parts, { conversationId, lease, waiting, hooks, ...(state ? { state } : {}) });
      if (!turn) return;
      const committed = await commitSurely(parts, lease, turn);
      parts.passPoint?.('after_commit');
      hooks.committed();
      if (committed.kind !== 'more' || committed.lease.expiresAt === 0) return;
      ({ lease, inbox } = committed);
      state = turn.state;
    }
  } finally {
    clearInterval(renewing);
  }
}

interface Attempt {
  readonly conversationId: string;
  readonly lease: Lease;
  readonly waiting: readonly [InboundEntry, ...InboundEntry[]];
  readonly state?: ConversationState;
  readonly hooks: LaneHooks;
}

/** The turn over the first entry. One that breaks is tried again a little later; at last its entry is laid aside with an apology. */
async function turnOver(parts: RuntimeParts, attempt: Attempt): Promise<CommitTurn | undefined> {
  const { waiting, lease } = attempt;
  let entry: JoinedEntry = { event: waiting[0].event, attempts: waiting[0].attempts, used: 1 };
  try {
    const windowMs = attempt.state ? mergeWindow(parts.book.current().book, attempt.state) : 0;
    entry = await joinParts(parts, waiting, windowMs, () => parts.store.waiting(lease));
    return { ...(await handleTurn(parts, inputOf(attempt, entry))), used: entry.used };
  } catch (fault) {
    return afterFault(parts, attempt, entry, fault);
  }
}

const inputOf = ({ conversationId, lease, state, hooks }: Attempt, { event }: JoinedEntry): TurnInput => ({
  ...{ conversationId, event, version: lease.version, bringLater: hooks.bring },
  ...(state ? { state } : {}),
});

async function afterFault(
  parts: RuntimeParts,
  attempt: Attempt,
  { event, attempts, used }: JoinedEntry,
  fault: unknown,
): Promise<CommitTurn | undefined> {
  const { conversationId, lease } = attempt;
  const givenUp = attempts >= parts.settings.attemptsMax;
  parts.telemetry.error('turn_failed', { conversationId, kind: event.kind, attempts, givenUp }, fault);
  if (!givenUp) {
    await parts.store.release(lease, RETRY_MS * attempts);
    return undefined;
  }
  await parts.store.bury(lease, used, fault instanceof Error ? fault.name : 'unknown');
  const apology = await apologise(parts, inputOf(attempt, { event, attempts, used }));
  if (!apology) await parts.store.release(lease, 0);
  return apology;
}

const COMMIT_TRIES = 4;

/** A commit whose answer is not known is sent again: the same id gets the same answer. */
async function commitSurely(parts: RuntimeParts, lease: Lease, turn: CommitTurn): Promise<Commit> {
  for (let tries = 1; ; tries++) {
    try {
      return await parts.store.commit(lease, turn);
    } catch (fault) {
      if (tries === COMMIT_TRIES) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50 * tries));
    }
  }
}
