import type { Accepted, ChannelHost } from '../../channels/channel.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationId } from '../../dialogs/protocol/ids.ts';
import type { Begin, ConversationStore, Lease } from '../../integrations/conversation-store/conversation-store.ts';
import { inSpan } from '../../integrations/telemetry/in-span.ts';
import type { RuntimeParts } from '../parts.ts';
import { aliasOf } from './alias-of.ts';
import { answerSoon } from './answer-soon.ts';
import { createAskers } from './create-askers.ts';
import { findLostTurns } from './find-lost-turns.ts';
import { type LaneHooks, runLane } from './run-lane.ts';
import { wasAnswered } from './was-answered.ts';

export interface Inbox {
  accept(event: InboundEvent, beforeTurn?: (conversationId: ConversationId) => Promise<void>): Promise<Accepted>;
  readonly ask: ChannelHost['ask'];
  /** Goes on with a conversation that has entries and no turn. Resolves when its turn runs, here or elsewhere. */
  resume(conversationId: ConversationId): Promise<void>;
  /** Resolves when no turn runs. */
  settled(): Promise<void>;
  /** Gives up the leases of turns that still run: others may take them over at once, and what these turns commit is refused. */
  handBack(): Promise<void>;
}

interface Lane {
  readonly finished: Promise<void>;
  lease: Lease;
  /** A turn of it was written. */
  wentOn: boolean;
}

/** Takes events in and sees that their turns are run. */
export function createInbox(parts: RuntimeParts, hooks: Omit<LaneHooks, 'bring' | 'holds' | 'replied'>): Inbox {
  const lanes = new Map<ConversationId, Lane>();
  const { leaseMs, dedupeMs, inboxMax } = parts.settings;
  const compare = findLostTurns(parts);

  const begin = beginIn(parts, { leaseMs, dedupeMs, inboxMax });
  const startLane = (begun: Extract<Begin, { kind: 'run' }>): void => {
    const id = begun.conversationId;
    const holds = (lease: Lease): void => {
      lane.lease = lease;
    };
    const bring = async (event: InboundEvent) => void (await take(event));
    const committed: LaneHooks['committed'] = (kind) => {
      lane.wentOn ||= kind !== 'fenced';
      hooks.committed(kind);
    };
    const finished = runLane(parts, begun, { ...hooks, committed, holds, bring, replied: askers.replied })
      .catch((fault: unknown) => parts.telemetry.error('lane_broke', { conversationId: id }, fault))
      .finally(() => {
        if (lanes.get(id) === lane) lanes.delete(id);
      });
    const lane: Lane = { finished, lease: begun.lease, wentOn: false };
    lanes.set(id, lane);
    compare({ conversationId: id, version: begun.lease.version, wentOn: finished.then(() => lane.wentOn) });
  };
  const receive = (event: InboundEvent): Promise<Begin> => {
    const here = parts.telemetry.within?.(event.trace) ?? parts.telemetry;
    const { channel } = event.from;
    return inSpan(here, 'begin', { channel, kind: event.kind }, async (inside) => {
      // Kept with the event: the turn may be run by another process, after this one died.
      const trace = event.trace ?? inside.trace;
      const begun = await begin(trace === undefined ? event : { ...event, trace }, event.conversationId);
      inside.note?.({ outcome: begun.kind });
      inside.count?.('events', { outcome: begun.kind, channel });
      if (begun.kind === 'wait') inside.count?.('lease_waits', {});
      return begun;
    });
  };
  const take: Inbox['accept'] = async (event, beforeTurn) => {
    // Whoever sends it again finds another process, or this one started anew.
    if (hooks.stopped.aborted) throw new CatalogueError('server_stopping', undefined, { retryAfter: 1 });
    const answered = await wasAnswered(parts, event);
    if (answered !== undefined) return { kind: 'duplicate', conversationId: answered };
    const begun = await receive(event);
    if (begun.kind === 'unknown' && event.conversationId !== undefined)
      compare({ conversationId: event.conversationId, version: 0, wentOn: Promise.resolve(true) });
    if (begun.kind === 'full' || begun.kind === 'unknown') return begun;
    if (begun.kind === 'moved') return { kind: 'unknown' };
    const { conversationId } = begun;
    if (begun.kind === 'duplicate') return begun;
    try {
      await beforeTurn?.(conversationId);
    } finally {
      // Whatever happened to the caller's part: the event is kept, and its turn is owed.
      if (begun.kind === 'run') startLane(begun);
    }
    const lane = lanes.get(conversationId);
    const finished = lane?.finished.then(() => lane.wentOn) ?? Promise.resolve(false);
    return { kind: 'accepted', conversationId, finished };
  };
  const accept: Inbox['accept'] = (event, beforeTurn) =>
    answerSoon(take(event, beforeTurn), (fault) => parts.telemetry.warn('event_not_taken', {}, fault));
  const askers = createAskers({ accept, wait: parts.wait, clock: parts.clock });
  return {
    accept,
    ask: askers.ask,
    resume: async (conversationId) => {
      const begun = await begin(undefined, conversationId);
      if (begun.kind === 'run') startLane(begun);
    },
    settled: async () => {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map(({ finished }) => finished));
    },
    handBack: async () => {
      await Promise.allSettled([...lanes.values()].map(({ lease }) => parts.store.release(lease, 0)));
    },
  };
}

type Limits = Parameters<ConversationStore['begin']>[2];

function beginIn({ store, passPoint }: Pick<RuntimeParts, 'store' | 'passPoint'>, limits: Limits) {
  const beginThere = async (event: InboundEvent | undefined, id: ConversationId | undefined): Promise<Begin> => {
    if (id === undefined)
      return event ? store.begin({ alias: aliasOf(event.from) }, event, limits) : { kind: 'unknown' };
    const begun = await store.begin({ conversationId: id }, event, limits);
    return begun.kind === 'moved' ? store.begin({ conversationId: begun.to }, event, limits) : begun;
  };
  return async (event: InboundEvent | undefined, id: ConversationId | undefined): Promise<Begin> => {
    passPoint?.('before_begin');
    const begun = await beginThere(event, id);
    passPoint?.('after_begin');
    return begun;
  };
}
