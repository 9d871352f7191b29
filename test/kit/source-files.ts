import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const root = path.resolve(__dirname, '..', '..');

/** Every TypeScript file below the given folders of the repository. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => {
        const place = path.join(entry.parentPath, entry.name);
        return { path: path.relative(root, place).split(path.sep).join('/'), text: readFileSync(place, 'utf8') };
      }),
  );
}
