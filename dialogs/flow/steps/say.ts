import type { Resend } from '../../protocol/effect.ts';
import type { Json } from '../../protocol/value.ts';
import type { Route } from '../next.ts';

/**
 * Says a text.
 * @example
 * - say: order_delayed
 *   with: { days: slots.order.days_late }
 */
export interface SayStep {
  readonly kind: 'say';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  /** Full text key. */
  readonly text: string;
  /** Value name → CEL source (string) or literal. */
  readonly with: Readonly<Record<string, Json>>;
  readonly resend: Resend;
}
