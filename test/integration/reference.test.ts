import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeReference } from '../../bots/cli/reference/write-reference.ts';

const root = path.resolve(__dirname, '..', '..');
let folder: string;
let pages: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-'));
  pages = await writeReference(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the reference', () => {
  it('says what the code says: npm run docs brings it up to date', () => {
    const stale = pages
      .map((page) => path.basename(page))
      .filter(
        (name) =>
          readFileSync(path.join(folder, name), 'utf8') !==
          readFileSync(path.join(root, 'docs', 'reference', name), 'utf8'),
      );
    expect(stale).toEqual([]);
  });

  it('names no place of the machine it was made on', () => {
    for (const page of pages) expect(readFileSync(page, 'utf8')).not.toContain(root);
  });
});
