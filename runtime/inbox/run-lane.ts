import { mergeWindow } from '../../dialogs/engine/merge-window.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type {
  Begin,
  Commit,
  CommitTurn,
  InboundEntry,
  Lease,
  StoredReply,
} from '../../integrations/conversation-store/conversation-store.ts';
import { inSpan } from '../../integrations/telemetry/in-span.ts';
import type { RuntimeParts } from '../parts.ts';
import { apologise } from '../turn/apologise.ts';
import { handleTurn, type TurnInput } from '../turn/handle-turn.ts';
import { sayUnheard } from '../turn/say-unheard.ts';
import { type JoinedEntry, joinParts } from './join-parts.ts';

export interface LaneHooks {
  /** Brings an event into its conversation like any other. */
  readonly bring: (event: InboundEvent) => Promise<void>;
  /** Something was committed, or refused as `fenced`: there may be messages to send and records to write. */
  readonly committed: (kind: Commit['kind']) => void;
  readonly stopped: AbortSignal;
  /** The lease that the conversation is held by from now on. */
  readonly holds: (lease: Lease) => void;
  /** What was said to an event of a place that answers only when it is asked. */
  readonly replied: (event: InboundEvent, reply: StoredReply) => void;
}

type Running = Extract<Begin, { kind: 'run' }>;

const RETRY_MS = 250;
/** A message over which the process itself dies leaves no fault behind, only a rising count. So many deaths weigh as much as one fault. */
const CRASHES_PER_FAULT = 5;

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
      const attempt = { conversationId, lease, waiting, hooks, ...(state ? { state } : {}) };
      const done = await inTrace(parts, attempt, (traced) => runTurn(traced, attempt));
      if (!done) return;
      const { turn, committed } = done;
      parts.passPoint?.('after_commit');
      hooks.committed(committed.kind);
      if (committed.kind !== 'fenced') tellAskers(attempt, turn);
      if (committed.kind !== 'more' || committed.lease.expiresAt === 0) return;
      ({ lease, inbox } = committed);
      state = turn.state;
      hooks.holds(lease);
      parts.passPoint?.('between_messages');
    }
  } finally {
    clearInterval(renewing);
  }
}

/** A turn that used nothing up apologises for the first entry. */
function tellAskers({ waiting, hooks }: Attempt, { used, reply }: CommitTurn): void {
  if (reply !== undefined) for (const { event } of waiting.slice(0, Math.max(1, used))) hooks.replied(event, reply);
}

interface Attempt {
  readonly conversationId: string;
  readonly lease: Lease;
  readonly waiting: readonly [InboundEntry, ...InboundEntry[]];
  readonly state?: ConversationState;
  readonly hooks: LaneHooks;
}

/** What happens over the first entry belongs to the trace that it came with. */
function inTrace<Result>(
  parts: RuntimeParts,
  { conversationId, waiting: [{ event, attempts }] }: Attempt,
  work: (traced: RuntimeParts) => Promise<Result>,
): Promise<Result> {
  const here = parts.telemetry.within?.(event.trace) ?? parts.telemetry;
  const facts = { channel: event.from.channel, kind: event.kind, conversationId, attempts };
  return inSpan(here, 'turn', facts, (telemetry) => work({ ...parts, telemetry }));
}

/** The turn over the first entry, committed. Nothing where it is to be tried again. */
async function runTurn(parts: RuntimeParts, attempt: Attempt) {
  const { telemetry } = parts;
  const { channel } = attempt.waiting[0].event.from;
  const taken = await turnOver(parts, attempt);
  if (!taken) return undefined;
  // Two runs over one message need not decide alike: the one that lost its lease must not take the other's commit for its own.
  const said = sayUnheard(taken, attempt.waiting[0].event, attempt.state?.unheard, parts.clock());
  const turn = { ...said, commitId: `${taken.commitId}.${attempt.lease.holder}` };
  parts.passPoint?.('before_commit');
  const committed = await inSpan(telemetry, 'commit', {}, (inside) =>
    commitSurely({ ...parts, telemetry: inside }, attempt.lease, turn),
  );
  const outcome = committed.kind === 'fenced' ? 'fenced' : turn.used === 0 ? 'given_up' : 'done';
  telemetry.note?.({ outcome });
  telemetry.count?.('turns', { outcome, channel });
  if (committed.kind === 'fenced') telemetry.count?.('fenced', {});
  return { turn, committed };
}

/** The turn over the first entry. One that breaks is tried again a little later; at last its entry is laid aside with an apology. */
async function turnOver(parts: RuntimeParts, attempt: Attempt): Promise<CommitTurn | undefined> {
  const { waiting, lease } = attempt;
  let entry: JoinedEntry = { event: waiting[0].event, attempts: waiting[0].attempts, used: 1 };
  try {
    if (entry.attempts > CRASHES_PER_FAULT * parts.settings.attemptsMax) throw new Error('It never came to an end.');
    const windowMs = attempt.state ? await mergeWindowOf(parts, attempt.state) : 0;
    entry = await joinParts(parts, waiting, windowMs, () => parts.store.waiting(lease));
    return { ...(await handleTurn(parts, inputOf(attempt, entry))), used: entry.used };
  } catch (fault) {
    return afterFault(parts, attempt, entry, fault);
  }
}

const mergeWindowOf = async ({ book }: RuntimeParts, state: ConversationState): Promise<number> =>
  mergeWindow((await book.of(state.bookRevision)).book, state);

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
  // A store that is away says nothing about the message.
  const away = fault instanceof CatalogueError && fault.entry.code === 'store_unavailable';
  const givenUp = !away && attempts >= parts.settings.attemptsMax;
  parts.telemetry.error('turn_failed', { conversationId, kind: event.kind, attempts, givenUp }, fault);
  if (!givenUp) {
    parts.telemetry.note?.({ outcome: 'failed' });
    parts.telemetry.count?.('turns', { outcome: 'failed', channel: event.from.channel });
    parts.telemetry.count?.('retries', { what: 'turn' });
    await parts.store.release(lease, RETRY_MS * attempts);
    return undefined;
  }
  await parts.store.bury(lease, used, fault instanceof Error ? fault.name : 'unknown');
  parts.telemetry.count?.('dead_letters', { kind: 'turn' }, used);
  const apology = await apologise(parts, inputOf(attempt, { event, attempts, used }));
  if (!apology) await parts.store.release(lease, 0);
  return apology;
}

const LONGEST_PAUSE_MS = 500;

/**
 * A commit whose answer is not known is sent again: the same id gets the same answer. It is tried for as long as a lease lasts: what was
 * done in a turn is not thrown away because the store restarts meanwhile.
 */
async function commitSurely(parts: RuntimeParts, lease: Lease, turn: CommitTurn): Promise<Commit> {
  const until = performance.now() + parts.settings.leaseMs;
  for (let tries = 1; ; tries++) {
    try {
      return await parts.store.commit(lease, turn);
    } catch (fault) {
      if (performance.now() >= until) throw fault;
      parts.telemetry.count?.('retries', { what: 'commit' });
      await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, 50 * tries)));
    }
  }
}
