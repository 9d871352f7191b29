import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseScript, type ScriptFile } from '../../dialogs/scripts/parse-script.ts';
import { readDialogFiles } from '../../runtime/books/read-dialog-files.ts';

/** Every conversation script below a folder, or the one that `place` names; none when there is no such place. */
export async function readScripts(place: string): Promise<readonly ScriptFile[]> {
  const found = await stat(place).catch(() => undefined);
  if (!found) return [];
  const folder = found.isDirectory() ? place : path.dirname(place);
  const files = await readDialogFiles(folder);
  const wanted = found.isDirectory() ? files : files.filter((file) => file.path === path.basename(place));
  return wanted.map((file) => parseScript({ ...file, path: path.posix.join(folder, file.path) }));
}
