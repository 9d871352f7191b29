import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { openCompanyServer } from '../../bots/company-server.ts';
import { createCompanySockets, readCompanySystems } from '../../bots/company-systems.ts';
import { aWorld } from '../kit/company/a-world.ts';

const root = resolve(__dirname, '..', '..');
let folder: string;
let child: ChildProcess;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'omotenashi-company-'));
});
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('the demo company serves itself, and the file that it writes leads bots to it', async () => {
  const systems = join(folder, 'company.yaml');
  child = spawn(
    process.execPath,
    ['--import', 'tsx', 'bots/cli/main.ts', 'demo', 'serve', '--port', '0', '--write', systems],
    {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: join(folder, 'data') },
    },
  );
  let said = '';
  await new Promise<void>((told, failed) => {
    child.stdout?.on('data', (part) => {
      said += part;
      if (said.includes('is ready')) told();
    });
    child.stderr?.on('data', (part) => (said += part));
    child.once('exit', () => failed(new Error(said)));
  });
  const sockets = createCompanySockets(readCompanySystems(systems, {}));
  expect(Object.keys(sockets).sort()).toEqual(
    ['customers', 'diagnostics', 'knowledge', 'notifications', 'orders', 'subscriptions'].sort(),
  );
  const database = new Database(join(folder, 'data', 'omotenashi.db'));
  const [row] = database.prepare('SELECT number FROM demo_orders LIMIT 1').all() as { number: string }[];
  database.close();
  const order = await sockets.orders?.readOrder({ order_number: row?.number ?? '' });
  expect(order).toMatchObject({ outcome: 'ok', value: { order_number: row?.number } });
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
}, 60_000);

test('it asks for its token, and is open to no other machine without one', async () => {
  const { world, database } = aWorld();
  const config = { world, port: 0, host: '127.0.0.1', onFault: () => {} };
  await expect(openCompanyServer({ ...config, host: '0.0.0.0' })).rejects.toThrow('DEMO_COMPANY_TOKEN');
  const served = await openCompanyServer({ ...config, token: 'a-long-enough-token' });
  const ask = async (path: string, init: RequestInit = {}) => (await fetch(`${served.url}${path}`, init)).status;
  const authorization = 'Bearer a-long-enough-token';
  expect(await ask('/mailbox.json')).toBe(401);
  expect(await ask('/mailbox.json', { headers: { authorization: 'Bearer wrong' } })).toBe(401);
  expect(await ask('/mailbox.json', { headers: { authorization } })).toBe(200);
  expect(await ask('/orders/NO000000', { headers: { authorization } })).toBe(404);
  expect(await ask('/nothing', { headers: { authorization } })).toBe(404);
  expect(await ask('/orders/NO000000', { method: 'PATCH', headers: { authorization } })).toBe(405);
  expect(await ask('/orders/NO000000', { method: 'POST', headers: { authorization }, body: '{' })).toBe(400);
  await served.close();
  database.close();
});

test('what breaks in it is told where it runs; callers hear only that it broke', async () => {
  const { world, database } = aWorld();
  const fault = new Error('the mailbox is jammed');
  const read = () => {
    throw fault;
  };
  const faults: unknown[] = [];
  const served = await openCompanyServer({
    ...{ world: { ...world, mailbox: { ...world.mailbox, read } }, port: 0, host: '127.0.0.1' },
    onFault: (told) => void faults.push(told),
  });
  const answer = await fetch(`${served.url}/mailbox.json`);
  await served.close();
  database.close();
  expect([answer.status, await answer.json()]).toEqual([500, { error: 'The demo company broke.' }]);
  expect(faults).toEqual([fault]);
});
