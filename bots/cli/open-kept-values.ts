import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { KeptValues } from '../../dialogs/flow/kept-values.ts';
import { PRODUCT_FOLDER } from '../product-folder.ts';

interface SavedValues extends KeptValues {
  /** Writes down what was in use, where something new is. A folder that cannot be written to is left alone. */
  save(): Promise<void>;
}

const FILE = path.join(PRODUCT_FOLDER, 'node_modules', '.cache', 'omotenashi', 'dialogs.json');
/** Says of which sources the compiled program is: what another version read counts for nothing. */
const PROGRAM = path.join(PRODUCT_FOLDER, 'dist', '.server.hash');

const hashOf = (text: string): string => createHash('sha1').update(text).digest('base64url');

/** What dialog files held at the last check, by the hash of their text. Undefined where the program runs from its sources. */
export async function openKeptValues(): Promise<SavedValues | undefined> {
  if (!import.meta.url.includes('/dist/')) return undefined;
  const program = await readFile(PROGRAM, 'utf8').catch(() => undefined);
  if (program === undefined) return undefined;
  const before = await readSaved(program);
  const inUse = new Map<string, unknown>();
  let isNew = false;
  return {
    get: (text) => {
      const hash = hashOf(text);
      const value = before.get(hash);
      if (value !== undefined) inUse.set(hash, value);
      return value;
    },
    keep: (text, value) => {
      // What JSON cannot hold exactly is read anew each time.
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)) return;
      inUse.set(hashOf(text), value);
      isNew = true;
    },
    save: async () => {
      if (!isNew) return;
      const text = JSON.stringify({ program, values: Object.fromEntries(inUse) });
      await mkdir(path.dirname(FILE), { recursive: true })
        .then(() => writeFile(`${FILE}.${process.pid}`, text))
        .then(() => rename(`${FILE}.${process.pid}`, FILE))
        .catch(() => undefined);
    },
  };
}

async function readSaved(program: string): Promise<ReadonlyMap<string, unknown>> {
  try {
    const saved: { program?: unknown; values?: Record<string, unknown> } = JSON.parse(await readFile(FILE, 'utf8'));
    return new Map(saved.program === program ? Object.entries(saved.values ?? {}) : []);
  } catch {
    return new Map();
  }
}
