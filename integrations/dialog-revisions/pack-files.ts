import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { RevisionFile } from './dialog-revisions.ts';

const files = z.array(z.object({ path: z.string(), text: z.string() })).min(1);
/** No dialogs come near it; a broken or forged revision must not fill the memory. */
const LIMIT_BYTES = 64 * 1024 * 1024;

/** Files → bytes; about a fifth of their size. */
export const packFiles = (of: readonly RevisionFile[]): Buffer => gzipSync(JSON.stringify(of));

/** Bytes → files. Undefined: they are no packed files. */
export function unpackFiles(bytes: Uint8Array): readonly RevisionFile[] | undefined {
  try {
    return files.safeParse(JSON.parse(gunzipSync(bytes, { maxOutputLength: LIMIT_BYTES }).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
