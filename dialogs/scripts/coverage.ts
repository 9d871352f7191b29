import type { FlowBook } from '../flow/flow-book.ts';
import type { TraceEntry } from '../protocol/effect.ts';
import type { Locale } from '../protocol/locale.ts';

/** Steps that scripts went through, by language. */
export interface Coverage {
  readonly add: (locale: Locale, trace: readonly TraceEntry[]) => void;
  readonly report: () => readonly FlowCoverage[];
}

export interface FlowCoverage {
  readonly flow: string;
  readonly locale: Locale;
  readonly steps: number;
  readonly passed: number;
  readonly missed: readonly string[];
}

/** Counts which steps of which flows were passed while scripts ran. */
export function createCoverage(book: FlowBook, locales: readonly Locale[]): Coverage {
  const passed = new Set<string>();
  return {
    add: (locale, trace) => {
      for (const entry of trace)
        if (entry.kind === 'step' && entry.flow && entry.step) passed.add(`${locale} ${entry.flow} ${entry.step}`);
    },
    report: () =>
      Object.values(book.flows).flatMap((flow) =>
        locales.map((locale) => {
          const ids = Object.keys(flow.steps);
          const missed = ids.filter((id) => !passed.has(`${locale} ${flow.flow} ${id}`));
          return {
            flow: flow.flow,
            locale,
            steps: ids.length,
            passed: ids.length - missed.length,
            missed,
          };
        }),
      ),
  };
}
