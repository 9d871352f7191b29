import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type DialogFile, readDialogFiles } from '../../runtime/books/read-dialog-files.ts';

const git = async (cwd: string, ...args: string[]): Promise<string> =>
  (await promisify(execFile)('git', args, { cwd, maxBuffer: 64 * 1024 * 1024 })).stdout;

/** The dialogs as they stood at a git revision, or in another folder when `reference` names one. Rejects with a sentence for people. */
export async function readAtRevision(folder: string, reference: string): Promise<readonly DialogFile[]> {
  if (await isFolder(reference)) return readDialogFiles(reference);
  const cwd = path.resolve(folder);
  const names = await git(cwd, 'ls-tree', '-r', '--name-only', reference, '.').catch(
    (error: Error & { stderr?: string }) => {
      throw new Error(
        `--against ${reference} is neither a folder nor a revision that git knows (${(error.stderr ?? error.message).trim()}).`,
      );
    },
  );
  const files = names.split('\n').filter((name) => /\.ya?ml$/.test(name));
  return Promise.all(
    files.map(async (name) => ({ path: name, text: await git(cwd, 'show', `${reference}:./${name}`) })),
  );
}

const isFolder = async (place: string): Promise<boolean> => {
  const found = await stat(place).catch(() => undefined);
  return found?.isDirectory() ?? false;
};
