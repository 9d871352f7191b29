import { createMongodbRecords, type MongodbConnection, openMongodb } from '../../integrations/records/mongodb/index.ts';
import { migrate, migratedTo } from '../../integrations/records/mongodb/migrate.ts';
import type { Migration } from '../../integrations/records/mongodb/migration.ts';
import type { ArchiveRecord } from '../../integrations/records/records.ts';
import { canStartMongodb, type MongodbServer, startMongodb } from '../kit/mongodb-server.ts';
import { describeWith } from '../kit/what-is-here.ts';

const aRecord = (n: number): ArchiveRecord => ({
  id: `r${n}`,
  kind: 'turn',
  at: new Date(1e12 + n).toISOString(),
  body: { n },
});

describeWith('mongodb', canStartMongodb)('MongoDB as it comes and goes', () => {
  let server: MongodbServer;
  const open: MongodbConnection[] = [];
  const opened = (url = server.newUrl()) => {
    const mongodb = openMongodb(url, { leaseMs: 1500, lookMs: 20 });
    open.push(mongodb);
    return mongodb;
  };
  beforeAll(async () => {
    server = await startMongodb();
  });
  afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));
  afterAll(() => server.end());

  test('opening it waits for nothing; it is away, and is said to be; once it is there all goes on', async () => {
    await server.kill();
    const mongodb = opened();
    const records = createMongodbRecords({ mongodb });
    await expect(records.write([aRecord(1)])).rejects.toThrow();
    expect(await mongodb.check()).toMatchObject([
      { level: 'error', message: expect.stringContaining('does not answer') },
    ]);
    await server.start();
    await records.write([aRecord(1)]);
    expect(await records.find({ limit: 5 })).toEqual([aRecord(1)]);
    expect((await mongodb.check()).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a restart while records are written loses none that was acknowledged', async () => {
    const mongodb = opened();
    const records = createMongodbRecords({ mongodb });
    const done: number[] = [];
    const failed: number[] = [];
    for (let n = 0; n < 60; n++) {
      if (n === 20) await server.kill();
      if (n === 24) await server.start();
      await records.write([aRecord(n)]).then(
        () => done.push(n),
        () => failed.push(n),
      );
    }
    expect(failed.length).toBeGreaterThan(0);
    // what failed is written again, as the outbox does
    const until = Date.now() + 10_000;
    const again = () =>
      records.write(failed.map(aRecord)).then(
        () => true,
        () => false,
      );
    while (!(await again()) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await records.find({ limit: 100 })).toEqual(Array.from({ length: 60 }, (_, n) => aRecord(n)));
  }, 60_000);

  test('many processes that start at once migrate once, and each finds it done', async () => {
    const url = server.newUrl();
    const runs: string[] = [];
    let running = 0;
    const step = (version: number): Migration => ({
      version,
      name: `step ${version}`,
      up: async (connection) => {
        running += 1;
        runs.push(`${version}`);
        expect(running).toBe(1);
        await connection.collection('things').createIndex({ [`field${version}`]: 1 });
        running -= 1;
      },
    });
    const connections = await Promise.all(Array.from({ length: 6 }, () => opened(url).ready()));
    const migrations = [3, 4, 5].map(step);
    await Promise.all(connections.map((connection) => migrate(connection, migrations, { leaseMs: 1500, lookMs: 20 })));
    expect(runs).toEqual(['3', '4', '5']);
    const done = await connections[0]?.collection('migrations').find().sort({ _id: 1 }).toArray();
    expect(done?.map(({ _id, name }) => [_id, name])).toEqual([
      [1, 'records'],
      [2, 'messages'],
      ...migrations.map(({ version, name }) => [version, name]),
    ]);
  });

  test('the work of a process that died in the middle is taken up when its lease has lapsed', async () => {
    const connection = await opened().ready();
    const now = Date.now();
    await connection.collection<{ _id: string }>('migrations').insertOne({
      _id: 'lease',
      ...{ holder: 'somebody who died', expires: new Date(now + 300) },
    });
    let runs = 0;
    const migration: Migration = { version: 3, name: 'three', up: async () => void runs++ };
    await migrate(connection, [migration], { leaseMs: 1500, lookMs: 20 });
    expect(Date.now()).toBeGreaterThanOrEqual(now + 300);
    expect([runs, await migratedTo(connection)]).toEqual([1, 3]);
  });

  test('a migration that breaks is done again, and the rest waits for it', async () => {
    const connection = await opened().ready();
    let fails = true;
    const runs: number[] = [];
    const three: Migration = {
      version: 3,
      name: 'three',
      up: async () => {
        if (fails) throw new Error('the disk is full');
        runs.push(3);
      },
    };
    const four: Migration = { version: 4, name: 'four', up: async () => void runs.push(4) };
    await expect(migrate(connection, [three, four])).rejects.toThrow('the disk is full');
    expect(await migratedTo(connection)).toBe(2);
    fails = false;
    await migrate(connection, [three, four]);
    expect(runs).toEqual([3, 4]);
  });

  test('a database of a newer version is used as it is, and the operator is told', async () => {
    const url = server.newUrl();
    const newer = await opened(url).ready();
    await newer.collection<{ _id: number }>('migrations').insertOne({ _id: 9 });
    await createMongodbRecords({ mongodb: opened(url) }).write([aRecord(1)]);
    expect(await opened(url).check()).toContainEqual(
      expect.objectContaining({ level: 'warning', message: 'The database is at version 9; this code knows 2.' }),
    );
  });

  test.each<[string, object, string]>([
    ['a day', { from: '2026-11-24T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' }, 'by_day'],
    ['a kind', { kind: 'turn' }, 'by_kind'],
    ['an outcome', { kind: 'turn', outcome: 'success' }, 'by_outcome'],
    ['a conversation', { conversationId: 'c1' }, 'by_conversation'],
    ['a customer', { customerId: 'k1' }, 'by_customer'],
    ['a message', { message: { channel: 'sms', id: '1' } }, 'by_message'],
  ])('has an index for the question about %s', async (_, query, index) => {
    const connection = await opened().ready();
    const indexes = await connection.collection('records').listIndexes().toArray();
    const { key } = indexes.find(({ name }) => name === index) ?? {};
    const asked = Object.keys(query).map((name) => ({ from: 'at', to: 'at' })[name] ?? name);
    // What is asked for comes first in the index, then the order of the answer.
    expect(Object.keys(key ?? {})).toEqual([...new Set([...asked, 'at', 'seq'])]);
  });

  test('an address without a database means ours, and a wrong one is an error in words', async () => {
    const mongodb = opened(server.url.replace(/\/[^/]+$/, ''));
    expect((await mongodb.ready()).name).toBe('omotenashi');
    expect(await opened('mongodb://').check()).toMatchObject([{ level: 'error' }]);
    expect(await opened('http://example.test').check()).toMatchObject([{ level: 'error' }]);
  });
});
