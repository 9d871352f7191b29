import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { PRODUCT_FOLDER } from '../../../bots/product-folder.ts';

const OUT = path.join(PRODUCT_FOLDER, 'dist', 'proofs');
const SCRIPT = path.join(OUT, 'test', 'proofs', 'bot', 'main.js');
/** What the compiler leaves where it is, and compiled code reads beside itself. */
const IS_CODE = /\.tsx?$/;

/**
 * Compiles the proofs' bot, apart from what `npm start` compiles, so that neither changes under the other's feet.
 * Faults of types are told and change nothing: `npm run check` is who judges them.
 * @returns the script to be run by node
 */
export function compileBot(tell: (line: string) => void): string {
  const compiler = path.join(PRODUCT_FOLDER, 'node_modules', '.bin', 'tsc');
  const project = path.join(PRODUCT_FOLDER, 'test', 'proofs', 'tsconfig.build.json');
  const done = spawnSync(compiler, ['-p', project], { cwd: PRODUCT_FOLDER, encoding: 'utf8' });
  if (done.error) throw done.error;
  if (done.status !== 0) tell(`The types do not fit: ${done.stdout.split('\n', 1)[0] ?? ''}`);
  for (const folder of ['integrations', 'runtime']) {
    cpSync(path.join(PRODUCT_FOLDER, folder), path.join(OUT, folder), {
      recursive: true,
      filter: (place) => !IS_CODE.test(place),
    });
  }
  return SCRIPT;
}
