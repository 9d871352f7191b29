import { type Connection, createConnection } from 'mongoose';
import { migratedTo } from '../../../integrations/records/mongodb/migrate.ts';
import { MIGRATIONS } from '../../../integrations/records/mongodb/migrations/index.ts';
import { type Finding, middleOf, tellOf, timesOf } from './finding.ts';

const { ok, warning, error } = tellOf('records');
const ANSWER_MS = 3000;
const SLOW_MS = 100;

/** Is MongoDB reached, and is the archive in it as this code wants it? Looks, and changes nothing: no migration runs. */
export async function checkMongodb(url: string): Promise<readonly Finding[]> {
  const connection = createConnection();
  // without a database in the address the bot takes `omotenashi`
  const named = /^[a-z+]+:\/\/[^/]+\/[^?]/.test(url) ? {} : { dbName: 'omotenashi' };
  try {
    await connection.openUri(url, {
      ...named,
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: ANSWER_MS,
    });
    return await looks(connection);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message.split('\n')[0] : String(fault);
    return [
      error(
        `MongoDB does not answer: ${why}`,
        'Start it, or mend MONGODB_URL. Until then conversations go on, and records wait.',
      ),
    ];
  } finally {
    await connection.close();
  }
}

async function looks(connection: Connection): Promise<readonly Finding[]> {
  const command = (name: string): Promise<Readonly<Record<string, unknown>>> =>
    connection.db?.command({ [name]: 1 }) ?? Promise.resolve({});
  const times = await timesOf(() => command('ping'));
  const [{ version }, hello] = [await command('buildInfo'), await command('hello')];
  const alone = hello['setName'] === undefined && hello['msg'] !== 'isdbgrid';
  return [
    ok(`MongoDB ${String(version)} answers in ${middleOf(times)}${alone ? '' : ', as a replica set'}.`),
    ...(Number.parseFloat(middleOf(times)) > SLOW_MS
      ? [
          warning(
            `MongoDB takes ${middleOf(times)} for nothing at all.`,
            'No turn waits for it, but staff do: bring it nearer.',
          ),
        ]
      : []),
    ...(alone
      ? [
          warning(
            'MongoDB is a single server without a replica set: a write that was cut off is only repeated later.',
            'Run it as a replica set; one member is enough.',
          ),
        ]
      : []),
    ...(await archive(connection)),
  ];
}

/** Migrations that wait, and indexes that somebody dropped. */
async function archive(connection: Connection): Promise<readonly Finding[]> {
  const newest = Math.max(...MIGRATIONS.map((one) => one.version));
  const done = await migratedTo(connection);
  if (done === 0) return [ok('The archive is empty; the first start prepares it.')];
  if (done < newest) return [ok(`The archive is at version ${done} of ${newest}; the next start brings it there.`)];
  if (done > newest)
    return [
      warning(
        `The archive is at version ${done}; this code knows ${newest}.`,
        'Fine for going back one version; upgrade again when you can.',
      ),
    ];
  const indexes = await connection.collection('records').indexes();
  const wanted = ['by_day', 'by_kind', 'by_outcome', 'by_conversation', 'by_customer'];
  const missing = wanted.filter((name) => !indexes.some((index) => index.name === name));
  return missing.length === 0
    ? [ok(`The archive is at version ${done}, with all its indexes.`)]
    : [
        error(
          `The archive lacks indexes: ${missing.join(', ')}. Questions of staff read everything.`,
          `Let the next start make them: mongosh "$MONGODB_URL" --eval 'db.migrations.deleteOne({_id: ${newest}})', then start the bot.`,
        ),
      ];
}
