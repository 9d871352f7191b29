import type { Json } from '../../../dialogs/protocol/value.ts';
import type { Claim, ConversationStore, Outgoing } from '../conversation-store.ts';
import type { Context, Taken } from './context.ts';
import { lookIfTime } from './look.ts';
import { newHolder } from './new-holder.ts';
import { noteAck } from './repairs.ts';
import { listOf, numberOf, textOf } from './reply.ts';

/** A claim as scripts answer it. */
export function claimOf(
  conversationId: string,
  holder: string,
  [attempts, uncertain, text]: readonly unknown[],
): Claim {
  const [entry = '{}', body = 'null'] = textOf(text).split('\n');
  return {
    conversationId,
    // Both are read back as they were given to `commit`; JSON has no line feed of its own.
    entry: { ...(JSON.parse(entry) as Omit<Outgoing, 'body'>), body: JSON.parse(body) as Json },
    attempts: numberOf(attempts),
    uncertain: numberOf(uncertain) === 1,
    holder,
  };
}

/** What came with a commit is begun within this time, or claimed anew: someone else may speak by then. */
const FRESH_MS = 1000;

/** First entries of outboxes: what came with a commit, then what this process knows of, then what a look at all partitions finds. */
export async function claim(context: Context, limit: number): Promise<readonly Claim[]> {
  const { known, steady, claimMs } = context;
  const oldest = steady() - Math.min(FRESH_MS, claimMs / 4);
  await handBack(context, ({ takenAt }) => takenAt < oldest);
  const claims = known.taken.splice(0, limit).map((taken) => taken.claim);
  if (claims.length < limit) await lookIfTime(context);
  while (claims.length < limit && known.due.size > 0) {
    const ids = [...known.due].slice(0, limit - claims.length);
    for (const id of ids) known.due.delete(id);
    const taken = await Promise.all(ids.map((id) => claimOne(context, id)));
    claims.push(...taken.filter((one) => one !== undefined));
  }
  return claims;
}

/** Lays back what was taken and not begun. */
export async function handBack(context: Context, which: (taken: Taken) => boolean): Promise<void> {
  const { known } = context;
  if (known.taken.length === 0) return;
  const back = known.taken.filter(which);
  if (back.length === 0) return;
  const kept = known.taken.filter((one) => !back.includes(one));
  known.taken.splice(0, known.taken.length, ...kept);
  await Promise.all(back.map(({ claim: of }) => layBack(context, of, 'back', '')));
}

async function claimOne(context: Context, id: string): Promise<Claim | undefined> {
  const { scripts, clock, claimMs } = context;
  const holder = newHolder();
  const answer = await scripts.run('claim', sendingKeys(context, id), [
    ...[clock(), id, holder, claimMs],
    ...partitionArguments(context, id),
  ]);
  return answer === null ? undefined : claimOf(id, holder, listOf(answer));
}

function sendingKeys({ keys }: Context, id: string): string[] {
  const { conversation, outbox } = keys.of(id);
  const { due, letters } = keys.at(keys.partitionOf(id) ?? 0);
  return [conversation, outbox, due, letters];
}

const partitionArguments = ({ keys }: Context, id: string): number[] => [keys.partitionOf(id) ?? 0, keys.partitions];

/** The sender goes on sending. false: another took it over. */
export async function keepClaim(context: Context, { conversationId: id, holder }: Claim): Promise<boolean> {
  const { keys, scripts, clock, claimMs } = context;
  const places = [keys.of(id).conversation, keys.at(keys.partitionOf(id) ?? 0).due];
  return (await scripts.run('keep', places, [clock(), id, holder, claimMs], { again: true })) === 1;
}

/** It is with the platform. The next entry of the conversation comes along, where this process sends at once. */
export async function ack(context: Context, { conversationId: id, entry, holder }: Claim): Promise<void> {
  const { scripts, known, clock, claimMs, takesAtOnce } = context;
  const sender = takesAtOnce ? newHolder() : '';
  const answer = await scripts.run(
    'ack',
    sendingKeys(context, id),
    [clock(), id, holder, JSON.stringify(entry.id), sender, claimMs, ...partitionArguments(context, id)],
    { again: true },
  );
  noteAck(context, entry.id);
  if (answer !== null) known.taken.push({ claim: claimOf(id, sender, listOf(answer)), takenAt: context.steady() });
  else if (!takesAtOnce) known.due.add(id);
}

/** It did not go through: later again, or never. */
export const nack = (context: Context, of: Claim, how: Parameters<ConversationStore['nack']>[1]): Promise<void> =>
  'dead' in how ? layBack(context, of, '', oneLine(how.dead)) : layBack(context, of, how.afterMs, '');

async function layBack(
  context: Context,
  { conversationId: id, entry, holder }: Claim,
  when: number | '' | 'back',
  why: string,
): Promise<void> {
  const { scripts, known, clock } = context;
  const args = [
    ...[clock(), id, holder, JSON.stringify(entry.id), when, why, entry.kind, JSON.stringify(entry.body)],
    ...partitionArguments(context, id),
  ];
  await scripts.run('nack', sendingKeys(context, id), args, { again: true });
  known.due.add(id);
}

/** Reasons stand in one line of a letter. */
export const oneLine = (why: string): string => why.replaceAll('\n', ' ');
