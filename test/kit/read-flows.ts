import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from '../../dialogs/flow/source-file.ts';

const root = join(__dirname, '../../dialogs/flows');

/** The shipped dialogs' files below a folder of `dialogs/flows`, with paths relative to `dialogs/flows`. */
export function readFlows(folder = ''): readonly TextFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return readFlows(path);
    return entry.name.endsWith('.yaml') ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}
