import type { Json } from '../../protocol/value.ts';
import type { Route } from '../next.ts';

/**
 * Runs another flow as a subflow and comes back.
 * @example
 * - call: identify-customer
 *   with: { needed: '"verified"' }
 *   on: { failed: not_proved }
 */
export interface CallStep {
  readonly kind: 'call';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  readonly flow: string;
  readonly with: Readonly<Record<string, Json>>;
  /** Own slot → slot of the subflow. */
  readonly into: Readonly<Record<string, string>>;
  /** Where to go when the subflow ends as failed; absent: like `next`. */
  readonly onFailed?: Route;
}
