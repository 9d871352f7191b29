/**
 * Ends the flow.
 * @example
 * - end: failed
 */
export interface EndStep {
  readonly kind: 'end';
  readonly id: string;
  readonly if?: string;
  readonly outcome: 'success' | 'failed';
  /** Also say goodbye and close the session. */
  readonly close: boolean;
}
