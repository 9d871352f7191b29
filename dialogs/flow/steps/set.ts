import type { Json } from '../../protocol/value.ts';
import type { Route } from '../next.ts';

/**
 * Fills slots; null empties one. `set: {}` with a `next` is a pure branch.
 * @example
 * - set: { wish: '"track"' }
 */
export interface SetStep {
  readonly kind: 'set';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  readonly values: Readonly<Record<string, Json>>;
}
