import type { Json } from '../../../dialogs/protocol/value.ts';
import type { Outgoing } from '../conversation-store.ts';
import type { Context } from './context.ts';
import { lookIfTime } from './look.ts';
import { listOf, numberOf, textsOf } from './reply.ts';

interface Waiting {
  readonly at: number;
  readonly partition: number;
  readonly entry: Outgoing;
}

/** Records of the partitions that are known to hold some, oldest first. */
export async function claimRecords(context: Context, limit: number): Promise<readonly Outgoing[]> {
  const { known } = context;
  if (known.records.size === 0) await lookIfTime(context);
  const partitions = [...known.records];
  // Of many partitions a fair part each: the rest comes with the next call.
  const each = partitions.length <= 4 ? limit : Math.ceil((2 * limit) / partitions.length);
  const found = await Promise.all(partitions.map((partition) => recordsAt(context, partition, each)));
  const waiting = found
    .flat()
    .toSorted((a, b) => a.at - b.at)
    .slice(0, limit);
  for (const { entry, partition } of waiting) known.places.set(entry.id, partition);
  return waiting.map(({ entry }) => entry);
}

async function recordsAt(context: Context, partition: number, limit: number): Promise<readonly Waiting[]> {
  const { keys, scripts, known, name, readerMs, clock } = context;
  const { records, reader } = keys.at(partition);
  const [count, ...entries] = listOf(
    await scripts.run('claim-records', [records, reader], [clock(), name, readerMs, limit]),
  );
  // Empty, or another process's: a look finds it again.
  if (numberOf(count) <= 0) known.records.delete(partition);
  return textsOf(entries).map((text) => recordOf(text, partition));
}

function recordOf(text: string, partition: number): Waiting {
  const [at = '', , id = '', epoch = '', body = ''] = text.split('\n');
  // Id and body are what was given to `commit`; JSON has no line feed of its own.
  const entry = { id: JSON.parse(id) as string, epoch: Number(epoch), body: JSON.parse(body) as Json };
  return { at: Number(at), partition, entry: { ...entry, kind: 'record', resend: 'again' } };
}

/** The archive has them. Where an id lies that another process handed out, every partition is asked. */
export async function ackRecords({ keys, scripts, known }: Context, ids: readonly string[]): Promise<void> {
  const byPartition = new Map<number, string[]>();
  const add = (partition: number, id: string): void =>
    void byPartition.set(partition, [...(byPartition.get(partition) ?? []), id]);
  for (const id of ids) {
    const partition = known.places.get(id);
    if (partition !== undefined) add(partition, id);
    else for (let each = 0; each < keys.partitions; each++) add(each, id);
  }
  await Promise.all(
    [...byPartition].map(async ([partition, these]) => {
      const args = these.map((id) => JSON.stringify(id));
      const left = await scripts.run('ack-records', [keys.at(partition).records], args, { again: true });
      if (numberOf(left) === 0) known.records.delete(partition);
    }),
  );
  for (const id of ids) known.places.delete(id);
}
