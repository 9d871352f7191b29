import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PRODUCT_FOLDER } from '../../../bots/product-folder.ts';
import type { Progress } from './proof.ts';

export interface KeptProgress {
  readonly open: <Round>() => Progress<Round>;
  /** How many rounds there were before. */
  readonly earlier: number;
  forget(): void;
}

/** Rounds of a proof that is not finished, in a file that stays out of the repository. One seed and one state of the code, or none. */
export function keepProgress(name: string, seed: string, commit: string): KeptProgress {
  const folder = path.join(PRODUCT_FOLDER, '.cache', 'proofs');
  const file = path.join(folder, `${name}.json`);
  // The file is what `add` wrote.
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { of: string; rounds: unknown[] })
    : undefined;
  const of = `${seed} ${commit}`;
  const rounds: unknown[] = kept?.of === of ? kept.rounds : [];
  return {
    earlier: rounds.length,
    open: <Round>() => ({
      // Only the proof itself adds rounds, and all of one kind.
      rounds: rounds as Round[],
      add: (round: Round) => {
        rounds.push(round);
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, JSON.stringify({ of, rounds }));
      },
    }),
    forget: () => rmSync(file, { force: true }),
  };
}
