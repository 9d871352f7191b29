import type { Json } from '../../protocol/value.ts';
import type { Route } from '../next.ts';

/**
 * Asks for a slot until it holds an accepted value.
 * @example
 * - collect: order_number
 *   rejections: [{ if: size(slots.order_number) < 8, say: order_number_incomplete }]
 */
export interface CollectStep {
  readonly kind: 'collect';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  readonly slot: string;
  /** Full text key of the question. */
  readonly ask: string;
  readonly with: Readonly<Record<string, Json>>;
  readonly force_ask: boolean;
  /** Offered answers; `text` is the full key of the label. */
  readonly options?: readonly { readonly value: Json; readonly text: string }[];
  /** CEL source giving a list of `{value, label}` records. */
  readonly options_from?: string;
  readonly rejections: readonly { readonly if: string; readonly say: string }[];
  /** Full text keys, one per retry; absent: the texts of pattern `no-match`; empty: no retry. */
  readonly attempts?: readonly string[];
  /** Full text keys, one per silence; absent: the texts of pattern `no-input`. */
  readonly on_no_input?: readonly string[];
  /** Absent: pattern `cannot-handle`. */
  readonly on_exhausted?: Route;
  readonly skippable: boolean;
  /** Absent: the flow's. */
  readonly interruptions?: 'allow' | 'ask' | 'block';
  readonly merge_ms: number;
}
