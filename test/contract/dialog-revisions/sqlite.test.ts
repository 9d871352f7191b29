import Database from 'libsql';
import { createSqliteDialogRevisions } from '../../../integrations/dialog-revisions/sqlite/index.ts';
import { dialogRevisionsContract } from './dialog-revisions-contract.ts';

const opened: Database.Database[] = [];
afterAll(() => {
  for (const database of opened) database.close();
});

const inMemory = (now: () => number = Date.now) => {
  const database = new Database(':memory:');
  opened.push(database);
  return { database, revisions: createSqliteDialogRevisions({ database, now, unusedMs: 1000 }) };
};

dialogRevisionsContract('sqlite', async () => {
  const { database, revisions } = inMemory();
  const spoil = async (revision: string) =>
    void database.prepare("UPDATE dialog_revisions SET files = 'bm90aGluZw==' WHERE revision = ?").run(revision);
  return { revisions, spoil };
});

test('revisions that are neither kept nor read for long are forgotten', async () => {
  let now = 0;
  const { revisions } = inMemory(() => now);
  const files = [{ path: 'a.yaml', text: '' }];
  await revisions.keep('read', files);
  await revisions.keep('unused', files);
  now = 900;
  await revisions.read('read');
  now = 1500;
  await revisions.keep('newest', files);
  expect(await revisions.read('read')).toEqual(files);
  expect(await revisions.read('unused')).toBeUndefined();
});
