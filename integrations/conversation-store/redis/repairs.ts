import type { CommitTurn, InboundEntry, Outgoing } from '../conversation-store.ts';
import { type Context, outboxText } from './context.ts';
import { textOf } from './reply.ts';

/** A commit that was acknowledged a moment ago. */
interface Recent {
  readonly conversationId: string;
  /** That it made. */
  readonly version: number;
  readonly at: number;
  readonly bytes: number;
  /** Of its messages, those that are not with the platform yet. */
  readonly waiting: Map<string, Outgoing>;
  readonly offer: (waiting: readonly Outgoing[]) => (string | number)[];
  readonly keys: readonly string[];
}

/** What a turn was shown when it began: which events a commit used up, and where they came from. */
export interface Shown {
  readonly inbox: readonly InboundEntry[];
  readonly dedupeMs: number;
  readonly aliasId: string | undefined;
}

/** What became of the commits that were offered again. */
export interface RepairCounts {
  /** They had been taken back, and are there again. */
  readonly repaired: number;
  /** They are lost: an earlier one is missing, or another went on from the state before. */
  readonly unrepairable: number;
}

/** The last seconds of a process's commits: a change of the master, or a restart, may take them back. */
export interface Repairs {
  readonly recent: Recent[];
  bytes: number;
  running: Promise<RepairCounts> | undefined;
}

const KEPT_MS = 10_000;
const KEPT_BYTES = 33_554_432;

export const noRepairs = (): Repairs => ({ recent: [], bytes: 0, running: undefined });

/** Remembers a commit. */
export function noteCommit(context: Context, conversationId: string, { turn, state, records, version }: Noted): void {
  const { keys, known, steady } = context;
  const shown = known.shown.get(conversationId);
  const last = shown?.inbox.at(0);
  if (!shown || !last) return;
  const partition = keys.partitionOf(conversationId) ?? 0;
  const { conversation, inbox, seen, replies, outbox } = keys.of(conversationId);
  const { work, due, timers, ages, records: archive } = keys.at(partition);
  const isHome = shown.aliasId !== undefined && keys.partitionOf(shown.aliasId) === partition;
  const pointer = isHome && shown.aliasId ? [keys.alias(partition, shown.aliasId)] : [];
  const used = shown.inbox.slice(0, turn.used).map(({ event }) => JSON.stringify(event.id));
  const set = turn.timers.flatMap(({ timer, at }) => [timer, at === undefined ? '' : Date.parse(at)]);
  const offer = (waiting: readonly Outgoing[]): (string | number)[] => [
    ...[context.clock(), conversationId, version, turn.commitId, state, turn.state.control.epoch],
    ...[JSON.stringify(turn.state.locale), JSON.stringify(last.event.from)],
    ...[
      turn.reply === undefined ? '' : JSON.stringify(turn.reply),
      shown.dedupeMs,
      isHome ? (shown.aliasId ?? '') : '',
    ],
    ...[used.length, waiting.length, records.length, turn.timers.length],
    ...[...used, ...waiting.map(outboxText), ...records, ...set],
  ];
  // A message that may never be said twice may be on its way: it is not offered again.
  const sends = turn.outgoing.filter((entry) => entry.kind !== 'record' && entry.resend !== 'never');
  const { repairs } = known;
  repairs.recent.push({
    ...{ conversationId, version, at: steady(), bytes: state.length, offer },
    waiting: new Map(sends.map((entry) => [entry.id, entry])),
    keys: [conversation, inbox, seen, replies, outbox, work, due, timers, ages, archive, ...pointer],
  });
  repairs.bytes += state.length;
  forget(repairs, steady() - KEPT_MS);
}

interface Noted {
  readonly turn: CommitTurn;
  readonly state: string;
  readonly records: readonly string[];
  /** That it made. */
  readonly version: number;
}

function forget(repairs: Repairs, before: number): void {
  for (let [oldest] = repairs.recent; oldest; [oldest] = repairs.recent) {
    if (oldest.at >= before && repairs.bytes <= KEPT_BYTES) return;
    repairs.recent.shift();
    repairs.bytes -= oldest.bytes;
  }
}

/** The conversation was erased: it must not come back. */
export function forgetCommits({ known }: Context, conversationId: string): void {
  const { repairs } = known;
  const kept = repairs.recent.filter((one) => one.conversationId !== conversationId);
  repairs.recent.splice(0, repairs.recent.length, ...kept);
  repairs.bytes = kept.reduce((total, { bytes }) => total + bytes, 0);
  known.shown.delete(conversationId);
}

/** It is with the platform: not to be offered again. */
export function noteAck({ known }: Context, conversationId: string, outgoingId: string): void {
  for (const one of known.repairs.recent) {
    if (one.conversationId === conversationId) one.waiting.delete(outgoingId);
  }
}

/** Offers the last seconds' commits once more. Those that are there are left alone, so that it may be done at any time. */
export function repair(context: Context): Promise<RepairCounts> {
  const { repairs } = context.known;
  repairs.running ??= offerAll(context).finally(() => {
    repairs.running = undefined;
  });
  return repairs.running;
}

async function offerAll(context: Context): Promise<RepairCounts> {
  const { scripts, known, steady } = context;
  forget(known.repairs, steady() - KEPT_MS);
  // A conversation's in order; conversations have nothing to do with one another.
  const byConversation = new Map<string, Recent[]>();
  for (const one of known.repairs.recent.toSorted((a, b) => a.version - b.version))
    byConversation.set(one.conversationId, [...(byConversation.get(one.conversationId) ?? []), one]);
  let repaired = 0;
  let unrepairable = 0;
  await Promise.all(
    [...byConversation].map(async ([id, ofIt]) => {
      for (const one of ofIt) {
        const args = one.offer([...one.waiting.values()]);
        const answer = textOf(await scripts.run('reapply', one.keys, args, { again: true }));
        if (answer === 'REPAIRED') {
          repaired++;
          known.due.add(id);
        } else if (answer !== 'KEPT') unrepairable++;
      }
    }),
  );
  return { repaired, unrepairable };
}
