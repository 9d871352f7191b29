import { CHECK_CODES } from '../../../../dialogs/flow/checks/check-codes.ts';
import { ACTION_CASES } from './cases-of-actions.ts';
import { EXPRESSION_CASES, FILE_CASES, type Planted, SLOT_CASES, TARGET_CASES } from './cases-of-structure.ts';
import {
  DEADLINE_CASES,
  FLOW_SET_CASES,
  HANDOFF_CASES,
  LOCALE_CASES,
  MIGRATION_CASES,
  SPOKEN_CASES,
  TEXT_CASES,
} from './cases-of-words.ts';
import { asFiles, type Files, PATTERN_FILES, problemsOf } from './kit.ts';

const CASES: readonly Planted[] = [
  ...FILE_CASES,
  ...TARGET_CASES,
  ...SLOT_CASES,
  ...EXPRESSION_CASES,
  ...ACTION_CASES,
  ...TEXT_CASES,
  ...LOCALE_CASES,
  ...SPOKEN_CASES,
  ...DEADLINE_CASES,
  ...HANDOFF_CASES,
  ...FLOW_SET_CASES,
  ...MIGRATION_CASES,
];

/** An empty file stands for one that is not there. */
const present = (files: Files) => Object.fromEntries(Object.entries(files).filter(([, text]) => text !== ''));
const withoutEmpty = (files: Files) => ({ files: asFiles(present({ ...PATTERN_FILES, ...files })) });

describe('every code of the checker', () => {
  it('has a planted fault and a near-miss', () => {
    expect([...new Set(CASES.map(({ code }) => code))].sort()).toEqual(Object.keys(CHECK_CODES).sort());
  });

  it.each(CASES.map((planted) => [planted.code, planted] as const))(
    '%s is found where it is planted',
    (code, { fault, faultWith }) => {
      const found = problemsOf({}, { ...withoutEmpty(fault), ...faultWith }).filter((problem) => problem.code === code);
      expect(found.length).toBeGreaterThan(0);
      for (const problem of found) {
        expect(problem.severity).toBe(CHECK_CODES[code].severity);
        expect(problem.message).toMatch(/[.…]$|: .+$/);
        expect(problem.hint.length).toBeGreaterThan(5);
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.column).toBeGreaterThan(0);
      }
    },
  );

  it.each(CASES.map((planted) => [planted.code, planted] as const))(
    '%s is silent about what is only like it',
    (code, { near, nearWith }) => {
      const found = problemsOf({}, { ...withoutEmpty(near), ...nearWith });
      expect(found.filter((problem) => problem.code === code)).toEqual([]);
      // The near-miss is right in every other way, too: otherwise its silence would prove little.
      expect(found.filter((problem) => problem.severity === 'error' && !EXPECTED_BESIDES.has(problem.code))).toEqual(
        [],
      );
    },
  );
});

/** The cases bring only the patterns that they need. */
const EXPECTED_BESIDES: ReadonlySet<string> = new Set(['pattern-missing']);
