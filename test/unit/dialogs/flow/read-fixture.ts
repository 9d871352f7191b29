import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TextFile } from '../../../../dialogs/flow/source-file.ts';

/** The files of a folder below `fixtures/`. */
export function readFixture(name: string): readonly TextFile[] {
  const folder = path.join(import.meta.dirname, 'fixtures', name);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((place) => ({ path: path.relative(folder, place), text: readFileSync(place, 'utf8') }));
}
