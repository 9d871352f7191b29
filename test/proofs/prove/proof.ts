import type { Needed } from '../../kit/what-is-here.ts';

/** A number that a proof has seen. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  /** What is promised of it, in words: "0", "at most 5,000". Absent: told for its own sake. */
  readonly promised?: string;
  readonly kept: boolean;
}

/** What a proof that is run in rounds has seen until now; kept in a file, so that it can be gone on with. */
export interface Progress<Round> {
  readonly rounds: readonly Round[];
  add(round: Round): void;
}

export interface ProofRun {
  readonly seed: string;
  /** A short form, in a minute or two, that shows that the proof works; its figures are no proof. */
  readonly short: boolean;
  readonly tell: (line: string) => void;
  /** What was seen in earlier rounds with this seed. `Round` is what this proof itself has added. */
  progress<Round>(): Progress<Round>;
}

/** One promise, and how it is tried. */
export interface Proof {
  readonly name: string;
  /** One sentence: what holds when it is kept. */
  readonly promise: string;
  readonly needs: readonly Exclude<Needed, 'browser'>[];
  /** About how long it takes on two cores. */
  readonly minutes: number;
  run(run: ProofRun): Promise<readonly Figure[]>;
}
