import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

/** A process keeps the zone it was started in: each zone gets a process of its own. */
const testIn = (zone: string): Promise<{ readonly code: number | null; readonly out: string }> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [path.join(root, 'bots/cli/omotenashi.mjs'), 'test', '--channel', 'webchat'],
      {
        cwd: root,
        env: { ...process.env, TZ: zone, NO_COLOR: '1' },
      },
    );
    let out = '';
    child.stdout.on('data', (part) => {
      out += String(part);
    });
    child.on('close', (code) => resolve({ code, out }));
  });

describe('every conversation script', () => {
  it.each(['America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati'])(
    'says the same on a machine in %s',
    async (zone) => {
      const { code, out } = await testIn(zone);
      expect({ code, failures: out.split('\n').filter((line) => line.startsWith('✗')) }).toEqual({
        code: 0,
        failures: [],
      });
    },
    180_000,
  );
});
