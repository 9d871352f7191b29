import type { CheckCode } from '../checks/check-codes.ts';

/** Something wrong with an expression, before it ever runs. */
export interface ExpressionFault {
  readonly code: CheckCode;
  readonly message: string;
  readonly hint?: string;
  /** Characters from the beginning of the expression. */
  readonly offset: number;
}
