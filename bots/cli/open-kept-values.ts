import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { FlowProblem } from '../../dialogs/flow/flow-problem.ts';
import type { KeptValues } from '../../dialogs/flow/kept-values.ts';
import type { TextFile } from '../../dialogs/flow/source-file.ts';
import { PRODUCT_FOLDER } from '../product-folder.ts';

interface SavedValues extends KeptValues {
  /** What was found the last time, where it was the very same texts under the same names; `keep` it otherwise. */
  lastFound(files: readonly TextFile[]): readonly FlowProblem[] | undefined;
  keepFound(files: readonly TextFile[], problems: readonly FlowProblem[]): void;
  /** Writes down what was in use, where something new is. A folder that cannot be written to is left alone. */
  save(): Promise<void>;
}

const FILE = path.join(PRODUCT_FOLDER, 'node_modules', '.cache', 'omotenashi', 'dialogs.json');
/** Says of which sources the compiled program is: what another version read counts for nothing. */
const PROGRAM = path.join(PRODUCT_FOLDER, 'dist', '.server.hash');

const hashOf = (text: string): string => createHash('sha1').update(text).digest('base64url');

interface Saved {
  readonly values: ReadonlyMap<string, unknown>;
  readonly found?: { readonly of: string; readonly problems: readonly FlowProblem[] };
}

/** What dialog files held at the last check, by the hash of their text, and what was found. Undefined where the program runs from its sources. */
export async function openKeptValues(): Promise<SavedValues | undefined> {
  if (!import.meta.url.includes('/dist/')) return undefined;
  const program = await readFile(PROGRAM, 'utf8').catch(() => undefined);
  if (program === undefined) return undefined;
  const before = await readSaved(program);
  const inUse = new Map<string, unknown>();
  let { found } = before;
  let isNew = false;
  return {
    get: (text) => {
      const hash = hashOf(text);
      const value = before.values.get(hash);
      if (value !== undefined) inUse.set(hash, value);
      return value;
    },
    keep: (text, value) => {
      // What JSON cannot hold exactly is read anew each time.
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)) return;
      inUse.set(hashOf(text), value);
      isNew = true;
    },
    lastFound: (files) => (found?.of === hashOfAll(files) ? found.problems : undefined),
    keepFound: (files, problems) => {
      found = { of: hashOfAll(files), problems };
      isNew = true;
    },
    save: async () => {
      if (!isNew) return;
      const text = JSON.stringify({ program, found, values: Object.fromEntries(inUse) });
      await mkdir(path.dirname(FILE), { recursive: true })
        .then(() => writeFile(`${FILE}.${process.pid}`, text))
        .then(() => rename(`${FILE}.${process.pid}`, FILE))
        .catch(() => undefined);
    },
  };
}

function hashOfAll(files: readonly TextFile[]): string {
  const hash = createHash('sha1');
  for (const { path: name, text } of files) hash.update(`${name}\0${text.length}\0${text}`);
  return hash.digest('base64url');
}

async function readSaved(program: string): Promise<Saved> {
  try {
    const saved: { program?: unknown; values?: Record<string, unknown>; found?: Saved['found'] } = JSON.parse(
      await readFile(FILE, 'utf8'),
    );
    if (saved.program !== program) return { values: new Map() };
    return { values: new Map(Object.entries(saved.values ?? {})), ...(saved.found ? { found: saved.found } : {}) };
  } catch {
    return { values: new Map() };
  }
}
