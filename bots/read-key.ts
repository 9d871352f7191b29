import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CatalogueError } from '../dialogs/protocol/errors.ts';

const KEY_BYTES = 32;

/**
 * The key `<name>.key` of the data folder; made at the first start, readable by its owner alone.
 * @throws CatalogueError `settings_invalid` when the file is not what it should be
 */
export function readKey(folder: string, name: string): Uint8Array {
  const file = join(folder, `${name}.key`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  } catch (fault) {
    if (!existsSync(file)) throw fault;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (key.length < KEY_BYTES) throw new CatalogueError('settings_invalid', `DATA_DIR: ${file} holds no key.`);
  return new Uint8Array(key);
}
