import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { Commit, CommitTurn, InboundEntry, Lease } from '../conversation-store.ts';
import { type Context, MERGES_MOST } from './context.ts';
import { inboxOf, outboxText, recordText } from './entries.ts';
import { tryErrand } from './errands.ts';
import { newHolder } from './new-holder.ts';
import { claimOf, handBack } from './outbox.ts';
import { rememberLatest } from './remember-latest.ts';
import { noteCommit } from './repairs.ts';
import { listOf, numberOf, textOf } from './reply.ts';
import { noteUsed } from './taken-events.ts';

/** How long a conversation promises to stay while another ends in it. */
const PROMISE_MS = 10_000;
/** Commits that were never answered nor sent again are forgotten in time. */
const UNSURE_KNOWN = 1000;

/** Token and version are checked, then everything of a turn is written, in one script. */
export async function commit(context: Context, lease: Lease, turn: CommitTurn): Promise<Commit> {
  const { keys, known } = context;
  const id = lease.conversationId;
  const partition = keys.partitionOf(id);
  if (partition === undefined) return { kind: 'fenced' };
  const aliases = [...new Set((turn.aliases ?? []).map(keys.aliasId))];
  const parts = partsOf(turn, id);
  refuseWhatIsTooLarge(context, parts);
  const movedTo = turn.movedTo === undefined ? '' : await invite(context, id, turn.movedTo);
  const sender = context.takesAtOnce ? (known.unsure.get(turn.commitId) ?? newHolder()) : '';
  if (sender !== '') rememberLatest(known.unsure, turn.commitId, sender, UNSURE_KNOWN);
  const answer = listOf(
    await context.scripts.run(
      'commit',
      keysOf(context, partition, id, aliases),
      argumentsOf(context, lease, turn, { ...parts, aliases, movedTo, sender, partition }),
      { again: true },
    ),
  );
  // Of two answers to the same commit, one brings the claim.
  const isFirst = known.unsure.delete(turn.commitId);
  const kind = kindOf(answer);
  if (kind === 'fenced') return { kind };
  if (numberOf(answer[7]) > 0) context.onDrop(numberOf(answer[7]));
  known.states.keep(id, { commitId: turn.commitId, state: turn.state, bytes: parts.state.length });
  noteUsed(context, id, turn.used);
  if (movedTo === '') noteCommit(context, id, { turn, ...parts, version: numberOf(answer[1]) });
  // What an earlier turn had to say may not be said any more, when someone else speaks now.
  const { epoch } = turn.state.control;
  await handBack(context, ({ claim }) => claim.conversationId === id && claim.entry.epoch < epoch);
  if (parts.records.length > 0) known.records.add(partition);
  if (numberOf(answer[4]) < 0) {
    if (parts.sends.length > 0) known.due.add(id);
  } else if (isFirst) takeAtOnce(context, id, answer, sender);
  if (aliases.length > 0) await tryErrand(context, `point\n${id}\n${aliases.join(' ')}`);
  if (movedTo !== '') await tryErrand(context, `move\n${id}\n${movedTo}`);
  if (kind === 'done') return { kind };
  const more = moreOf(lease, answer);
  const shown = known.shown.get(id);
  if (shown) known.shown.set(id, { ...shown, inbox: more.inbox });
  return more;
}

interface Parts {
  readonly state: string;
  readonly reply: string;
  /** Name, then when it is due in ms, '' = taken away. */
  readonly timers: readonly (string | number)[];
  readonly sends: readonly string[];
  readonly records: readonly string[];
}

interface Written extends Parts {
  readonly aliases: readonly string[];
  readonly movedTo: string;
  readonly sender: string;
  readonly partition: number;
}

const partsOf = (turn: CommitTurn, id: string): Parts => ({
  state: JSON.stringify(turn.state),
  reply: turn.reply === undefined ? '' : JSON.stringify(turn.reply),
  timers: turn.timers.flatMap(({ timer, at }) => [timer, at === undefined ? '' : Date.parse(at)]),
  sends: turn.outgoing.filter((entry) => entry.kind !== 'record').map(outboxText),
  records: turn.outgoing.filter((entry) => entry.kind === 'record').map((entry) => recordText(id, entry)),
});

function refuseWhatIsTooLarge({ stateMaxBytes }: Context, { state, sends, records }: Parts): void {
  const bytes = Buffer.byteLength(state);
  if (bytes > stateMaxBytes)
    throw new CatalogueError('internal', `A conversation's state has ${bytes} bytes; ${stateMaxBytes} may be kept.`);
  const large = [...sends, ...records].find((entry) => Buffer.byteLength(entry) > 4 * stateMaxBytes);
  if (large !== undefined)
    throw new CatalogueError('internal', `An outgoing entry has more than ${4 * stateMaxBytes} bytes.`);
}

function keysOf({ keys }: Context, partition: number, id: string, aliases: readonly string[]): string[] {
  const { conversation, inbox, seen, replies, outbox } = keys.of(id);
  const { work, due, timers, records, errands, letters } = keys.at(partition);
  const pointers = aliases.map((alias) => keys.alias(partition, alias));
  return [conversation, inbox, seen, replies, outbox, work, due, timers, records, errands, letters, ...pointers];
}

function argumentsOf(context: Context, lease: Lease, turn: CommitTurn, written: Written): (string | number)[] {
  const { state, reply, timers, sends, records, aliases, movedTo, sender, partition } = written;
  return [
    ...[context.clock(), lease.conversationId, lease.holder, lease.token, lease.version, turn.commitId, turn.used],
    ...[state, turn.state.control.epoch, JSON.stringify(turn.state.locale), reply, movedTo],
    ...[context.outboxMax, context.recordsMax, sender, context.claimMs, partition, context.keys.partitions],
    ...[sends.length, records.length, turn.timers.length, aliases.length],
    ...[...sends, ...records, ...timers, ...aliases],
  ];
}

function kindOf(answer: readonly unknown[]): Commit['kind'] {
  switch (answer[0]) {
    case 'DONE':
      return 'done';
    case 'MORE':
      return 'more';
    case 'USED':
      throw new CatalogueError('internal', 'A turn uses more entries than its inbox holds.');
    case 'OUTBOX':
      throw new CatalogueError('internal', 'Too many messages of this conversation wait to be sent.');
    case 'CIRCLE':
      throw new CatalogueError('internal', 'Two conversations would go on in each other.');
    default:
      return 'fenced';
  }
}

/** The first entry came with the answer: this process sends it without asking for it. */
function takeAtOnce({ known, steady }: Context, id: string, answer: readonly unknown[], sender: string): void {
  const [, , , , attempts, uncertain, entry] = answer;
  known.taken.push({ claim: claimOf(id, sender, [attempts, uncertain, entry]), takenAt: steady() });
}

function moreOf(lease: Lease, answer: readonly unknown[]): Extract<Commit, { kind: 'more' }> {
  const [, version, expiresAt, attempts, , , , , ...shown] = answer;
  const inbox: readonly InboundEntry[] = inboxOf(shown, numberOf(attempts));
  return { kind: 'more', lease: { ...lease, version: numberOf(version), expiresAt: numberOf(expiresAt) }, inbox };
}

/** Asks the conversation that shall go on to stay, and follows it where it has gone on itself. */
async function invite(context: Context, id: string, to: string): Promise<string> {
  const { keys, scripts } = context;
  let target = to;
  for (let hop = 0; hop < MERGES_MOST && target !== id && keys.partitionOf(target) !== undefined; hop++) {
    const answer = textOf(
      await scripts.run('invite', [keys.of(target).conversation], [context.clock(), id, PROMISE_MS], { again: true }),
    );
    if (answer === '') return target;
    if (answer === 'GONE') break;
    target = answer;
  }
  throw new CatalogueError('internal', 'A conversation cannot go on in itself or in none.');
}
