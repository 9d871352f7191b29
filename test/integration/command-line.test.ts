import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the executable as a person would, in a folder, with lines on standard input. */
function omotenashi(
  args: readonly string[],
  options: { readonly lines?: readonly string[]; readonly cwd?: string; readonly data?: string } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'bots/cli/omotenashi.mjs'), ...args], {
      cwd: options.cwd ?? root,
      env: { ...process.env, NO_COLOR: '1', ...(options.data ? { DATA_DIR: options.data } : {}) },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => (out += String(part)));
    child.stderr.on('data', (part) => (err += String(part)));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end((options.lines ?? []).map((line) => `${line}\n`).join(''));
  });
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

jest.setTimeout(60_000);

describe('omotenashi check', () => {
  it('finds nothing wrong with the shipped dialogs', async () => {
    const { code, out } = await omotenashi(['check', '--json']);
    expect({
      code,
      errors: JSON.parse(out).filter((problem: { severity: string }) => problem.severity === 'error'),
    }).toEqual({ code: 0, errors: [] });
  });

  it('names file, line, column, code and what to do, and ends with 1', async () => {
    await omotenashi(['new', 'flow', 'gift-wrapping', '--dir', folder]);
    writeFileSync(
      path.join(folder, 'gift-wrapping', 'flow.yaml'),
      'schema: 1\nflow: gift-wrapping\ndescription: Gifts.\nsteps:\n  - say: nothing_like_it\n',
    );
    const { code, out } = await omotenashi(['check', folder, '--json']);
    const found = JSON.parse(out).find((problem: { code: string }) => problem.code === 'text-missing');
    expect(code).toBe(1);
    expect(found).toEqual({
      file: path.posix.join(folder, 'gift-wrapping/flow.yaml'),
      line: 5,
      column: expect.any(Number),
      severity: 'error',
      code: 'text-missing',
      message: expect.stringContaining('nothing_like_it'),
      hint: expect.any(String),
    });
  });

  it('says which folder is missing', async () => {
    const { code, err } = await omotenashi(['check', 'no/such/folder']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('no/such/folder') });
  });
});

describe('omotenashi new', () => {
  it('makes a flow that is whole beside the others', async () => {
    cpSync(path.join(root, 'dialogs', 'flows'), folder, { recursive: true });
    await omotenashi(['new', 'flow', 'gift-wrapping', '--dir', folder]);
    expect(readdirSync(path.join(folder, 'gift-wrapping')).sort()).toEqual(['en.yaml', 'flow.yaml', 'ja.yaml']);
    const { out } = await omotenashi(['check', folder, '--json']);
    expect(JSON.parse(out).filter((problem: { severity: string }) => problem.severity === 'error')).toEqual([]);
  });

  it('never writes over what is there', async () => {
    await omotenashi(['new', 'flow', 'gift-wrapping', '--dir', folder]);
    const { code, err } = await omotenashi(['new', 'flow', 'gift-wrapping', '--dir', folder]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('there already') });
  });
});

describe('omotenashi chat --json', () => {
  it('prints one object per turn and nothing else, the greeting first', async () => {
    const { code, out } = await omotenashi(['chat', '--json'], {
      lines: ['where is my package?', '', 'let me talk to a person'],
    });
    const turns = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(turns.map((turn) => turn.customer)).toEqual([null, 'where is my package?', '', 'let me talk to a person']);
    expect(turns[1]).toMatchObject({
      flow: 'order-status',
      control: { owner: 'bot', epoch: 0 },
      commands: [{ kind: 'start_flow', flow: 'order-status' }],
    });
    expect(turns[3]).toMatchObject({ control: { owner: 'queue', epoch: 1 } });
    expect(turns.every((turn) => turn.messages.length > 0)).toBe(true);
  });

  it('masks personal values', async () => {
    const { out } = await omotenashi(['chat', '--json'], { lines: ['where is my order AB123456', '94107'] });
    const last = JSON.parse(out.trim().split('\n').at(-1) ?? '');
    expect(JSON.stringify([last.slots, last.commands])).not.toContain('94107');
  });
});

describe('omotenashi demo', () => {
  it('lists five hundred customers with two thousand orders, the same each time', async () => {
    const first = await omotenashi(['demo', '--json'], { data: folder });
    const { customers } = JSON.parse(first.out);
    const orders = customers.flatMap((customer: { orders: unknown[] }) => customer.orders);
    expect([customers.length, orders.length]).toEqual([500, 2000]);
    expect(Object.keys(customers[0])).toEqual([
      'id',
      'name',
      'locale',
      'email',
      'postcode',
      'orders',
      'plans',
      'devices',
    ]);
    expect((await omotenashi(['demo', '--json'], { data: folder })).out).toBe(first.out);
  });

  it('moves an order, and says when there is none of that number', async () => {
    const { customers } = JSON.parse((await omotenashi(['demo', '--json'], { data: folder })).out);
    const { number } = customers[0].orders[0];
    expect((await omotenashi(['demo', 'advance', number, 'out_for_delivery'], { data: folder })).code).toBe(0);
    const after = JSON.parse((await omotenashi(['demo', '--json'], { data: folder })).out);
    expect(after.customers[0].orders[0]).toMatchObject({ number, state: 'out_for_delivery' });
    expect(await omotenashi(['demo', 'advance', 'ZZ000000', 'lost'], { data: folder })).toMatchObject({
      code: 1,
      err: expect.stringContaining('ZZ000000'),
    });
  });
});

describe('a slip of the hand', () => {
  it.each([
    [['chekc'], 'check'],
    [['chat', '--jsn'], '--json'],
    [['chat', '--channel', 'webcaht'], 'webchat'],
  ])('%j is told what was meant', async (args, meant) => {
    const { code, err } = await omotenashi(args);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(meant) });
  });
});

describe('omotenashi export schema', () => {
  it.each(['flow', 'slots', 'locale', 'script'])('prints the JSON Schema of %s files', async (kind) => {
    const { code, out } = await omotenashi(['export', 'schema', kind]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: expect.stringContaining('2020-12'), type: 'object' });
  });
});
