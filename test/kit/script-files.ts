import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseScript, type ScriptFile } from '../../dialogs/scripts/parse-script.ts';

const root = path.resolve(__dirname, '..', '..');

/** Every conversation script of the repository, read at once, since jest names its tests before it runs them. */
export function scriptFiles(): readonly ScriptFile[] {
  return readdirSync(path.join(root, 'test', 'conversations'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((place) =>
      parseScript({ path: path.relative(root, place).split(path.sep).join('/'), text: readFileSync(place, 'utf8') }),
    );
}
