import type { Instant } from '../protocol/ids.ts';
import { POLICY } from './policy.ts';

/** Is it so long since this moment that the customer should be asked before going on? */
export function isLongAgo(then: Instant | undefined, now: Instant, limitMs: number = POLICY.longAgoMs): boolean {
  return then !== undefined && Date.parse(now) - Date.parse(then) > limitMs;
}
