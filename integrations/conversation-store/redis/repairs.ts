import type { CommitTurn, Outgoing } from '../conversation-store.ts';
import type { Context, Recent, RepairCounts, Repairs } from './context.ts';
import { outboxText } from './entries.ts';
import { textOf } from './reply.ts';

const KEPT_MS = 10_000;
/** Redis may be away for so long and still be offered what it was told last. */
const AWAY_MS = 60_000;
const KEPT_BYTES = 33_554_432;

export const noRepairs = (): Repairs => ({ recent: [], broughtBy: new Map(), bytes: 0, running: undefined });

/** Remembers a commit. */
export function noteCommit(context: Context, conversationId: string, noted: Noted): void {
  const { turn, state, reply, timers: set, records, version } = noted;
  const { keys, known, steady } = context;
  const shown = known.shown.get(conversationId);
  const last = shown?.inbox.at(0);
  if (!shown || !last) return;
  const partition = keys.partitionOf(conversationId) ?? 0;
  const { conversation, inbox, seen, replies, outbox } = keys.of(conversationId);
  const { work, due, timers, ages, records: archive, erased } = keys.at(partition);
  const isHome = shown.aliasId !== undefined && keys.partitionOf(shown.aliasId) === partition;
  const pointer = isHome && shown.aliasId ? [keys.alias(partition, shown.aliasId)] : [];
  const used = shown.inbox.slice(0, turn.used).map(({ event }) => JSON.stringify(event.id));
  const offer = (waiting: readonly Outgoing[]): (string | number)[] => [
    ...[context.clock(), conversationId, version, turn.commitId, state, turn.state.control.epoch],
    ...[JSON.stringify(turn.state.locale), JSON.stringify(last.event.from)],
    ...[reply, shown.dedupeMs, isHome ? (shown.aliasId ?? '') : ''],
    ...[used.length, waiting.length, records.length, turn.timers.length],
    ...[...used, ...waiting.map(outboxText), ...records, ...set],
  ];
  // A message that may never be said twice may be on its way: it is not offered again.
  const sends = turn.outgoing.filter((entry) => entry.kind !== 'record' && entry.resend !== 'never');
  const { repairs } = known;
  const one: Recent = {
    ...{ conversationId, version, at: steady(), bytes: state.length, offer },
    waiting: new Map(sends.map((entry) => [entry.id, entry])),
    keys: [conversation, inbox, seen, replies, outbox, work, due, timers, ages, archive, erased, ...pointer],
  };
  repairs.recent.push(one);
  for (const { id } of sends) repairs.broughtBy.set(id, one);
  repairs.bytes += state.length;
  forget(repairs, steady() - KEPT_MS);
}

interface Noted {
  readonly turn: CommitTurn;
  readonly state: string;
  readonly reply: string;
  readonly timers: readonly (string | number)[];
  readonly records: readonly string[];
  /** That it made. */
  readonly version: number;
}

function forget(repairs: Repairs, before: number): void {
  for (let [oldest] = repairs.recent; oldest; [oldest] = repairs.recent) {
    if (oldest.at >= before && repairs.bytes <= KEPT_BYTES) return;
    repairs.recent.shift();
    for (const id of oldest.waiting.keys()) repairs.broughtBy.delete(id);
    repairs.bytes -= oldest.bytes;
  }
}

/** The conversation was erased: it must not come back. */
export function forgetCommits({ known }: Context, conversationId: string): void {
  const { repairs } = known;
  const gone = repairs.recent.filter((one) => one.conversationId === conversationId);
  for (const one of gone) for (const id of one.waiting.keys()) repairs.broughtBy.delete(id);
  const kept = repairs.recent.filter((one) => !gone.includes(one));
  repairs.recent.splice(0, repairs.recent.length, ...kept);
  repairs.bytes = kept.reduce((total, { bytes }) => total + bytes, 0);
  known.shown.delete(conversationId);
}

/** It is with the platform: not to be offered again. */
export function noteAck({ known: { repairs } }: Context, outgoingId: string): void {
  repairs.broughtBy.get(outgoingId)?.waiting.delete(outgoingId);
  repairs.broughtBy.delete(outgoingId);
}

/** Offers the last seconds' commits once more. Those that are there are left alone, so that it may be done at any time. */
export function repair(context: Context): Promise<RepairCounts> {
  const { repairs } = context.known;
  repairs.running ??= offerAll(context).finally(() => {
    repairs.running = undefined;
  });
  return repairs.running;
}

/** Other processes offer theirs meanwhile: a commit may have to wait for one of another process that came before it. */
const GAP_TRIES = 40;
const GAP_MS = 20;

async function offerAll(context: Context): Promise<RepairCounts> {
  const { known, steady } = context;
  forget(known.repairs, steady() - AWAY_MS);
  // A conversation's in order; conversations have nothing to do with one another.
  const byConversation = new Map<string, Recent[]>();
  for (const one of known.repairs.recent.toSorted((a, b) => a.version - b.version))
    byConversation.set(one.conversationId, [...(byConversation.get(one.conversationId) ?? []), one]);
  const all = await Promise.all([...byConversation.values()].map((own) => offerInOrder(context, own)));
  return {
    repaired: all.reduce((sum, { repaired }) => sum + repaired, 0),
    unrepairable: all.reduce((sum, { unrepairable }) => sum + unrepairable, 0),
  };
}

/** Commits of one conversation, oldest first. */
async function offerInOrder({ scripts, known }: Context, own: readonly Recent[]): Promise<RepairCounts> {
  let repaired = 0;
  let unrepairable = 0;
  for (const one of own) {
    let answer = '';
    for (let left = GAP_TRIES; left > 0; left--) {
      answer = textOf(await scripts.run('reapply', one.keys, one.offer([...one.waiting.values()]), { again: true }));
      if (answer !== 'GAP') break;
      await new Promise((resolve) => setTimeout(resolve, GAP_MS).unref());
    }
    if (answer === 'REPAIRED') {
      repaired++;
      known.due.add(one.conversationId);
    } else if (answer !== 'KEPT') unrepairable++;
  }
  return { repaired, unrepairable };
}
