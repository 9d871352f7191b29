import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** What some suites need from outside. `test/kit/tell-left-out.cjs` says of each how to include it. */
export type Needed = 'redis' | 'mongodb' | 'browser';

/** With OMOTENASHI_TESTS=all nothing is left out: what is missing fails. */
const ALL = process.env['OMOTENASHI_TESTS'] === 'all';

/**
 * `describe` for a suite that needs something from outside. Where that is not here the suite is left out, and the end of `npm test` says so.
 * @example
 * describeWith('redis', isRedisHere)('the store in Redis', () => { … });
 */
export const describeWith =
  (needed: Needed, isHere: boolean) =>
  (title: string, suite: () => void): void => {
    if (isHere || ALL) describe(title, suite);
    else describe.skip(`${title} [needs ${needed}]`, suite);
  };

/** The program's path, as a shell would find it; nothing when it is not installed. */
export function programOnPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
