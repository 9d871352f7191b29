import path from 'node:path';
import { createPhotos } from '../channels/webchat/index.ts';
import type { Settings } from './config.ts';

export interface PhotoFolder {
  readonly folder: string;
  /** The bytes of a customer's photo, by its address. */
  readUpload(url: string): Promise<Uint8Array | undefined>;
}

/** Where customers' photos lie: every process that serves their conversations must find them there. */
export function photoFolder(settings: Pick<Settings, 'PHOTO_DIR'>, dataFolder: string): PhotoFolder {
  const folder = settings.PHOTO_DIR ? path.resolve(settings.PHOTO_DIR) : path.join(dataFolder, 'photos');
  const photos = createPhotos(folder);
  return { folder, readUpload: async (url) => (await photos.read(url.slice(url.lastIndexOf('/') + 1)))?.bytes };
}
