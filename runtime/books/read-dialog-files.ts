import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the dialogs: `path` is relative to the folder that was read, with forward slashes. */
export interface DialogFile {
  readonly path: string;
  readonly text: string;
}

export const isDialogFile = (name: string): boolean => /\.ya?ml$/.test(name);

/** Every YAML file below a folder with its text, in the order of its path. Throws what the file system throws when the folder is not there. */
export async function readDialogFiles(folder: string): Promise<readonly DialogFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const places = entries
    .filter((entry) => entry.isFile() && isDialogFile(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    places.map(async (place) => ({
      path: path.relative(folder, place).split(path.sep).join('/'),
      text: await readFile(place, 'utf8'),
    })),
  );
}
