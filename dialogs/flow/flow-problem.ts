import { CHECK_CODES, type CheckCode, type Severity } from './checks/check-codes.ts';
import type { SourceFile, SourcePath } from './source-file.ts';

/**
 * One problem that the checker found. Lines and columns count from 1.
 * @example { file: 'order-status/flow.yaml', line: 12, column: 5, severity: 'error', code: 'unknown-target', message: '…', hint: '…' }
 */
export interface FlowProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly code: CheckCode;
  readonly message: string;
  readonly hint: string;
}

/** Where in a file a problem is: the key or the value at a path, and how many characters into the value. */
interface ProblemPlace {
  readonly on?: 'key' | 'value';
  readonly offset?: number;
}

/** Collects problems. Nothing is ever thrown: what can't be read is reported and the rest goes on. */
export interface ProblemReport {
  readonly problems: FlowProblem[];
  add(
    code: CheckCode,
    source: SourceFile,
    path: SourcePath,
    message: string,
    hint?: string,
    place?: ProblemPlace,
  ): void;
  hasErrors(): boolean;
}

export function createReport(): ProblemReport {
  const problems: FlowProblem[] = [];
  const seen = new Set<string>();
  return {
    problems,
    add(code, source, path, message, hint, place) {
      const { line, column } = source.locate(path, place?.on ?? 'value', place?.offset ?? 0);
      const key = `${code} ${source.path} ${line} ${column} ${message}`;
      if (seen.has(key)) return;
      seen.add(key);
      const entry = CHECK_CODES[code];
      problems.push({
        file: source.path,
        line,
        column,
        severity: entry.severity,
        code,
        message,
        hint: hint ?? entry.remedy,
      });
    },
    hasErrors: () => problems.some((problem) => problem.severity === 'error'),
  };
}
