import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
const foldersOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const CHANNEL_FILES = ['index.ts', 'config.ts', 'payloads.ts', 'verify.ts', 'parse.ts', 'render.ts', 'README.md'];
const channels = foldersOf('channels').filter((name) => name !== 'kit');

describe('every channel', () => {
  it.each(channels)('%s has the files that all channels have', (name) => {
    expect(CHANNEL_FILES.filter((file) => !existsSync(path.join(root, 'channels', name, file)))).toEqual([]);
  });

  it.each(channels)('%s answers or sends', (name) => {
    expect(['respond.ts', 'send.ts'].some((file) => existsSync(path.join(root, 'channels', name, file)))).toBe(true);
  });
});

describe('every family of integrations', () => {
  const families = ['orders', 'subscriptions', 'diagnostics', 'customers', 'knowledge'];
  it.each(families)('%s has its socket, its actions and both plugs', (family) => {
    const wanted = [`${family}.ts`, 'actions.ts', 'demo', 'http'];
    expect(wanted.filter((file) => !existsSync(path.join(root, 'integrations', family, file)))).toEqual([]);
  });
});
