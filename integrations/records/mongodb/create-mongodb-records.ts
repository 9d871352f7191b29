import type { Connection, QueryFilter } from 'mongoose';
import { checkOwner } from '../check-owner.ts';
import { checkQuery } from '../check-query.ts';
import { checkRecords } from '../check-records.ts';
import { erasuresIn, isErasure, markOf, ownersOf } from '../erasures.ts';
import { writeMessage } from '../message-name.ts';
import type { ArchiveRecord, RecordOwner, RecordQuery, Records } from '../records.ts';
import type { MongodbConnection } from './open-mongodb.ts';
import { recordModel } from './record-model.ts';
import { fromStored, type StoredRecord, toStored } from './stored-record.ts';

export interface MongodbRecordsConfig {
  readonly mongodb: Pick<MongodbConnection, 'ready'>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** So many records of one millisecond keep their order apart from the next one's. */
const PER_MILLISECOND = 1000;
const DUPLICATE_KEY = 11000;

/** The archive in MongoDB: one collection, records never changed. The caller closes the connection. */
export function createMongodbRecords({ mongodb, now = Date.now }: MongodbRecordsConfig): Records {
  let last = 0;
  const nextSeq = (): number => {
    last = Math.max(last + 1, now() * PER_MILLISECOND);
    return last;
  };
  const model = async () => recordModel(await mongodb.ready());
  return {
    write: async (records) => {
      checkRecords(records);
      if (records.length === 0) return;
      // within one call, too, the first of an id stays
      const fresh = new Map<string, StoredRecord>();
      for (const record of records.filter((one) => !isErasure(one)))
        if (!fresh.has(record.id)) fresh.set(record.id, toStored(record, nextSeq()));
      const connection = await mongodb.ready();
      const collection = connection.collection<StoredRecord>('records');
      if (fresh.size > 0) {
        // not one after the other: what is there already must not keep back the rest
        await collection.insertMany([...fresh.values()], { ordered: false }).catch(unlessThere);
      }
      await keepAway(connection, records);
    },
    find: async (query) => {
      checkQuery(query);
      if (query.limit <= 0) return [];
      const records = await model();
      const { after } = query;
      const seen = after && (await records.findById(after.id, { seq: 1 }).lean());
      const direction = query.newestFirst ? -1 : 1;
      const found = await records
        .find(filterOf(query, seen?.seq))
        .sort({ at: direction, seq: direction })
        .limit(query.limit)
        .lean<StoredRecord[]>();
      return found.map(fromStored);
    },
    erase: async (of) => {
      checkOwner(of);
      return (await (await model()).deleteMany(ownedBy(of))).deletedCount;
    },
    close: async () => {},
  };
}

interface StoredErasure {
  readonly _id: string;
  readonly until: Date;
}

/**
 * Notes the erasures among records, and takes away what was written although its owner had it erased. Noted before anything is taken away
 * and looked for after it was written: of two processes, one at least sees the other.
 */
async function keepAway(connection: Connection, records: readonly ArchiveRecord[]): Promise<void> {
  const erasures = connection.collection<StoredErasure>('erasures');
  for (const { of, until } of erasuresIn(records))
    await erasures.updateOne({ _id: markOf(of) }, { $max: { until: new Date(until) } }, { upsert: true });
  const owners = new Map(ownersOf(records).map((of) => [markOf(of), of]));
  if (owners.size === 0) return;
  const noted = await erasures.find({ _id: { $in: [...owners.keys()] } }).toArray();
  for (const { _id, until } of noted) {
    const of = owners.get(_id);
    if (of) await connection.collection('records').deleteMany({ ...ownedBy(of), at: { $lte: until } });
  }
}

const ownedBy = (of: RecordOwner) =>
  'conversationId' in of ? { conversationId: { $eq: of.conversationId } } : { customerId: { $eq: of.customerId } };

/** The query's wishes as a filter; each value is only ever compared with. */
function filterOf(query: RecordQuery, lastSeq: number | undefined): QueryFilter<StoredRecord> {
  const { kind, conversationId, customerId, outcome, from, to, after, newestFirst } = query;
  const message = query.message && writeMessage(query.message);
  const words = Object.entries({ kind, conversationId, customerId, outcome, message });
  const time = {
    ...(from === undefined ? {} : { $gte: new Date(from) }),
    ...(to === undefined ? {} : { $lt: new Date(to) }),
  };
  return {
    ...Object.fromEntries(words.flatMap(([name, value]) => (value === undefined ? [] : [[name, { $eq: value }]]))),
    ...(Object.keys(time).length === 0 ? {} : { at: time }),
    ...(after ? { $or: beyond(new Date(after.at), lastSeq, newestFirst ? '$lt' : '$gt') } : {}),
  };
}

/** Where the last record of that page was taken away meanwhile, its whole instant counts as seen. */
const beyond = (at: Date, seq: number | undefined, than: '$lt' | '$gt') => [
  { at: { [than]: at } },
  ...(seq === undefined ? [] : [{ at: { $eq: at }, seq: { [than]: seq } }]),
];

/** A record that was there already is what was wanted. Anything else is a fault. */
function unlessThere(fault: unknown): void {
  const faults = writeErrorsOf(fault);
  if (faults.length === 0 || faults.some(({ code }) => code !== DUPLICATE_KEY)) throw fault;
}

function writeErrorsOf(fault: unknown): readonly { readonly code?: unknown }[] {
  if (typeof fault !== 'object' || fault === null) return [];
  // a fault of the majority's confirmation comes beside them: then it is not known whether the rest was kept
  if ('writeConcernErrors' in fault && Array.isArray(fault.writeConcernErrors) && fault.writeConcernErrors.length > 0)
    return [];
  if ('writeErrors' in fault) return [fault.writeErrors].flat() as { readonly code?: unknown }[];
  return 'code' in fault ? [fault] : [];
}
