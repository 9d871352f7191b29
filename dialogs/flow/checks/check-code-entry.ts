export type Severity = 'error' | 'warning' | 'info';

/** One kind of problem that the checker finds. */
export interface CheckCodeEntry {
  readonly group: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** What to do about it; also the hint of a problem that has no better one. */
  readonly remedy: string;
  /** Found only by comparing with an older revision. */
  readonly needsAgainst?: true;
}

/** Makes the entries of one group. */
export const codeGroup =
  (name: string) =>
  (severity: Severity, summary: string, remedy: string): CheckCodeEntry => ({ group: name, severity, summary, remedy });
