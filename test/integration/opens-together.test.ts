import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';

/** Opens every folder that it is told, with the records in it, and says how that went. */
const PROGRAM = `
  const { openDatabase } = await import('./integrations/conversation-store/sqlite/open-database.ts');
  const { createSqliteRecords } = await import('./integrations/records/sqlite/index.ts');
  const { createInterface } = await import('node:readline');
  for await (const folder of createInterface({ input: process.stdin })) {
    try {
      const opened = openDatabase(folder, { shared: true });
      createSqliteRecords({ database: opened.database });
      opened.close();
      console.log('opened');
    } catch (fault) {
      console.log(String(fault));
    }
  }
`;

test('processes that begin at the same moment make the same new file together', async () => {
  const processes = [1, 2, 3].map(() =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM], {
      cwd: PRODUCT_FOLDER,
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const told = processes.map(({ stdout }) => createInterface({ input: stdout }));
  const folders = Array.from({ length: 40 }, () => mkdtempSync(path.join(tmpdir(), 'omotenashi-together-')));
  try {
    for (const folder of folders) {
      const answers = told.map((lines) => once(lines, 'line'));
      for (const { stdin } of processes) stdin.write(`${folder}\n`);
      expect((await Promise.all(answers)).flat()).toEqual(['opened', 'opened', 'opened']);
    }
  } finally {
    for (const one of processes) one.kill();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
