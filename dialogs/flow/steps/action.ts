import type { Json } from '../../protocol/value.ts';
import type { Route } from '../next.ts';

/**
 * Calls a back end from the catalogue.
 * @example
 * - action: get_order_status
 *   with: { order_number: slots.order_number }
 *   into: order
 *   on: { not_found: not_matched }
 */
export interface ActionStep {
  readonly kind: 'action';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  readonly action: string;
  readonly with: Readonly<Record<string, Json>>;
  readonly into?: string;
  readonly timeout_ms: number;
  readonly while_waiting?: string;
  /** Outcome → where to go; `ok` goes to `next`. */
  readonly on: Readonly<Record<string, Route>>;
  readonly late: 'ok' | 'skip';
}
