import type { ActionContext } from './action.ts';
import type { Call } from './operation.ts';

/** What a company system is told of the turn that calls it. */
export function callOf(context: ActionContext): Call {
  return { idempotencyKey: context.idempotencyKey, signal: context.signal };
}
