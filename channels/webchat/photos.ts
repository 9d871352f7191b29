import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type/core';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';

export const PHOTO_LIMIT_BYTES = 10 * 1024 * 1024;
export const PHOTO_KINDS = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
const PHOTOS_PER_THREAD = 50;

export interface Photos {
  /** Keeps a photo; what it is, is read from its bytes. @throws CatalogueError `media_type_unsupported`, `body_too_large` */
  keep(thread: string, bytes: Uint8Array): Promise<{ readonly url: string; readonly mediaType: string }>;
  /** By the last part of its address, which nobody can guess. */
  read(id: string): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | undefined>;
  /** Whose photo is it? */
  belongs(thread: string, id: string): boolean;
  erase(thread: string): Promise<void>;
}

const ID = /^([\w]{16,32})-([\w-]{22})$/;

/** Photos of customers, as files below `folder`: one folder per thread, so that they go with their conversation. */
export function createPhotos(folder: string): Photos {
  return {
    keep: async (thread, bytes) => {
      if (bytes.length > PHOTO_LIMIT_BYTES) throw new CatalogueError('body_too_large', 'A photo may have 10 MB.');
      const mediaType = await kindOf(bytes);
      const place = join(folder, thread);
      await mkdir(place, { recursive: true, mode: 0o700 });
      if ((await readdir(place)).length >= PHOTOS_PER_THREAD) {
        throw new CatalogueError('too_many_requests', 'That is enough photos for one conversation.', {
          retryAfter: 3600,
        });
      }
      const name = randomBytes(16).toString('base64url');
      await writeFile(join(place, name), bytes, { mode: 0o600, flush: true });
      return { url: `/webchat/files/${thread}-${name}`, mediaType };
    },
    read: async (id) => {
      const [, thread, name] = ID.exec(id) ?? [];
      if (thread === undefined || name === undefined) return undefined;
      const bytes = await readFile(join(folder, thread, name)).catch(() => undefined);
      return bytes && { bytes, mediaType: await kindOf(bytes) };
    },
    belongs: (thread, id) => ID.exec(id)?.[1] === thread,
    erase: (thread) => rm(join(folder, thread), { recursive: true, force: true }),
  };
}

async function kindOf(bytes: Uint8Array): Promise<string> {
  const mediaType = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  const known = PHOTO_KINDS.find((kind) => kind === mediaType);
  if (!known) throw new CatalogueError('media_type_unsupported');
  return known;
}
