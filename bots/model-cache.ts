import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelCache } from '../integrations/nlu/embedded/model-cache.ts';
import { PRODUCT_FOLDER } from './product-folder.ts';

/** Where the command line keeps what it learned: beside the packages, so that a fresh install begins afresh. */
export const CLI_MODELS = path.join(PRODUCT_FOLDER, 'node_modules', '.cache', 'omotenashi');

const ENDING = '.model';
/** Models of other examples that are kept besides: somebody changes a phrase and changes it back. */
const KEPT = 3;

/**
 * Models as files of a folder, which is made when the first is written. A half-written one is never read.
 * @param elsewhere a folder that is read as well
 */
export function createModelCache(folder: string, elsewhere?: string): ModelCache {
  const fileOf = (key: string) => path.join(folder, `${key}${ENDING}`);
  return {
    read: async (key) =>
      readFile(fileOf(key)).catch(() =>
        elsewhere === undefined ? undefined : readFile(path.join(elsewhere, `${key}${ENDING}`)).catch(() => undefined),
      ),
    write: async (key, bytes) => {
      await mkdir(folder, { recursive: true });
      await forgetOlder(folder);
      const half = `${fileOf(key)}.${process.pid}`;
      await writeFile(half, bytes);
      await rename(half, fileOf(key));
    },
  };
}

async function forgetOlder(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.includes(ENDING));
  const aged = await Promise.all(
    names.map(async (name) => ({ name, written: (await stat(path.join(folder, name))).mtimeMs })),
  );
  for (const { name } of aged.sort((a, b) => b.written - a.written).slice(KEPT)) {
    await rm(path.join(folder, name), { force: true });
  }
}
