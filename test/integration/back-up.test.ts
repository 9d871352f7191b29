import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUp } from '../../bots/back-up.ts';
import { openRecordsOf } from '../../bots/open-records-of.ts';
import { restore } from '../../bots/restore.ts';
import { createMongodbRecords, openMongodb } from '../../integrations/records/mongodb/index.ts';
import { isMongodbHere, useMongodb } from '../kit/mongodb-server.ts';
import { describeWith } from '../kit/what-is-here.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'omotenashi-copy-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('a copy', () => {
  const full = (name = 'data') => {
    const DATA_DIR = path.join(base, name);
    mkdirSync(path.join(DATA_DIR, 'photos'), { recursive: true });
    mkdirSync(path.join(DATA_DIR, 'models'));
    writeFileSync(path.join(DATA_DIR, 'session.key'), 'secret', { mode: 0o600 });
    writeFileSync(path.join(DATA_DIR, 'photos', 'a.jpg'), 'photo');
    writeFileSync(path.join(DATA_DIR, 'omotenashi.lock'), '');
    return { DATA_DIR, PHOTO_DIR: undefined, MONGODB_URL: undefined };
  };

  test('takes keys and photos, leaves locks and what can be made anew, and is nobody else to read', async () => {
    const to = path.join(base, 'copy');
    expect(await backUp(full(), to)).toEqual({ files: ['photos', 'session.key'] });
    expect(readdirSync(path.join(to, 'photos'))).toEqual(['a.jpg']);
    expect(statSync(to).mode & 0o077).toBe(0);
  });

  test('never goes over another one, and leaves nothing half done', async () => {
    const to = path.join(base, 'copy');
    await backUp(full(), to);
    await expect(backUp(full('other'), to)).rejects.toMatchObject({ entry: { code: 'copy_refused' } });
    const broken = full('broken');
    writeFileSync(
      path.join(broken.DATA_DIR, 'omotenashi.db'),
      'this is no database, and long enough to be looked at as one'.repeat(90),
    );
    await expect(backUp(broken, path.join(base, 'second'))).rejects.toThrow();
    expect(readdirSync(base).sort()).toEqual(['broken', 'copy', 'data', 'other']);
  });

  test('is not made of nothing', async () => {
    const nowhere = { DATA_DIR: path.join(base, 'nowhere'), PHOTO_DIR: undefined, MONGODB_URL: undefined };
    await expect(backUp(nowhere, path.join(base, 'copy'))).rejects.toMatchObject({ entry: { code: 'copy_refused' } });
    await expect(restore(nowhere, path.join(base, 'copy'))).rejects.toMatchObject({ entry: { code: 'copy_refused' } });
    expect(existsSync(nowhere.DATA_DIR)).toBe(false);
  });

  test('is never put over conversations', async () => {
    const to = path.join(base, 'copy');
    const settings = full();
    await backUp(settings, to);
    await expect(restore(settings, to)).rejects.toMatchObject({ entry: { code: 'copy_refused' } });
    expect(readFileSync(path.join(settings.DATA_DIR, 'session.key'), 'utf8')).toBe('secret');
  });
});

describeWith('mongodb', isMongodbHere)('records of MongoDB', () => {
  test('go into the copy, and from it into another MongoDB or into the file, each once', async () => {
    const server = await useMongodb();
    const [from, to] = [server.newUrl(), server.newUrl()];
    const all = Array.from({ length: 1203 }, (_, n) => ({
      ...{ id: `r${n}`, kind: 'turn' as const, at: new Date(1e12 + Math.floor(n / 3)).toISOString() },
      ...{ conversationId: `c${n % 7}`, outcome: 'open', body: { text: `お荷物 ${n}`, '$odd.name': n } },
    }));
    const open = [openMongodb(from), openMongodb(to)] as const;
    const [first, second] = [createMongodbRecords({ mongodb: open[0] }), createMongodbRecords({ mongodb: open[1] })];
    await first.write(all);
    const data = path.join(base, 'data');
    mkdirSync(data);
    const copy = path.join(base, 'copy');
    expect(await backUp({ DATA_DIR: data, PHOTO_DIR: undefined, MONGODB_URL: from }, copy)).toMatchObject({
      records: 1203,
    });

    // One of them is there already, as after a first try that broke off.
    await second.write(all.slice(0, 1));
    const settings = { DATA_DIR: path.join(base, 'other'), PHOTO_DIR: undefined, MONGODB_URL: to };
    for (let n = 0; n < 2; n++) expect(await restore(settings, copy)).toMatchObject({ records: 1203 });
    expect(await second.find({ limit: 5000 })).toEqual(all);

    await restore({ ...settings, DATA_DIR: path.join(base, 'file'), MONGODB_URL: undefined }, copy);
    const inFile = await openRecordsOf({ DATA_DIR: path.join(base, 'file'), MONGODB_URL: undefined });
    expect(await inFile.records.find({ limit: 5000 })).toEqual(all);
    await inFile.close();
    await Promise.all(open.map((one) => one.close()));
    await server.end();
  }, 60_000);
});
