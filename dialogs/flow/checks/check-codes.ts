import { CODES_OF_STRUCTURE } from './codes-of-structure.ts';
import { CODES_OF_WORDS } from './codes-of-words.ts';

export type { Severity } from './check-code-entry.ts';

/** Every code of the checker: `docs/reference/checks.md` is made from it. Codes are never reused for another meaning. */
export const CHECK_CODES = { ...CODES_OF_STRUCTURE, ...CODES_OF_WORDS } as const;

export type CheckCode = keyof typeof CHECK_CODES;
