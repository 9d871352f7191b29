import type { Json } from '../../protocol/value.ts';

/**
 * Leaves for another flow: this one ends as a success and does not come back.
 * @example
 * - link: order-status
 */
export interface LinkStep {
  readonly kind: 'link';
  readonly id: string;
  readonly if?: string;
  readonly flow: string;
  readonly with: Readonly<Record<string, Json>>;
}
