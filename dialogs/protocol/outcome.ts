import type { CustomerFacts, Identity } from './identity.ts';
import type { Json } from './value.ts';

/**
 * How an action ended. `outcome` is `ok`, one that the action declares, `failed` or `timeout`.
 * Only an action may change `identity` or `customer`: it has checked the proof itself.
 */
export interface Outcome {
  readonly outcome: string;
  readonly output?: Json;
  readonly identity?: Identity;
  readonly customer?: CustomerFacts;
  /** Short id to find the fault in the logs, for `failed`. */
  readonly faultId?: string;
}
