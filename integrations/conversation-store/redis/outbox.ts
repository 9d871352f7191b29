import type { Json } from '../../../dialogs/protocol/value.ts';
import type { Claim, ConversationStore, Outgoing } from '../conversation-store.ts';
import { newHolder } from './begin.ts';
import type { Context } from './context.ts';
import { lookIfTime } from './look.ts';
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

/** First entries of outboxes: what came with a commit, then what this process knows of, then what a look at all partitions finds. */
export async function claim(context: Context, limit: number): Promise<readonly Claim[]> {
  const { known } = context;
  const claims: Claim[] = [];
  while (claims.length < limit) {
    const next = known.taken.shift();
    if (!next) break;
    // Half its time is gone and it was not begun: left to lapse, and to whoever finds it then.
    if (performance.now() - next.takenAt < context.claimMs / 2) claims.push(next.claim);
  }
  if (claims.length < limit) await lookIfTime(context);
  while (claims.length < limit && known.due.size > 0) {
    const ids = [...known.due].slice(0, limit - claims.length);
    for (const id of ids) known.due.delete(id);
    const taken = await Promise.all(ids.map((id) => claimOne(context, id)));
    claims.push(...taken.filter((one) => one !== undefined));
  }
  return claims;
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
  if (answer !== null) known.taken.push({ claim: claimOf(id, sender, listOf(answer)), takenAt: performance.now() });
  else if (!takesAtOnce) known.due.add(id);
}

/** It did not go through: later again, or never. */
export async function nack(
  context: Context,
  { conversationId: id, entry, holder }: Claim,
  how: Parameters<ConversationStore['nack']>[1],
): Promise<void> {
  const { scripts, known, clock } = context;
  const [afterMs, why] = 'dead' in how ? ['', oneLine(how.dead)] : [how.afterMs, ''];
  await scripts.run(
    'nack',
    sendingKeys(context, id),
    [
      ...[clock(), id, holder, JSON.stringify(entry.id), afterMs, why, entry.kind, JSON.stringify(entry.body)],
      ...partitionArguments(context, id),
    ],
    { again: true },
  );
  known.due.add(id);
}

/** Reasons stand in one line of a letter. */
export const oneLine = (why: string): string => why.replaceAll('\n', ' ');
