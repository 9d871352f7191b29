import type { CustomerId, OrderNumber } from '../dialogs/protocol/ids.ts';
import { IDENTITY_LEVELS, type IdentityLevel } from '../dialogs/protocol/state.ts';
import type { ActionContext } from './action.ts';

type Who = Pick<ActionContext, 'identity' | 'now' | 'audience'>;

function holds({ identity, now }: Who, level: IdentityLevel): boolean {
  if (identity.expiresAt !== undefined && identity.expiresAt <= now) return false;
  return IDENTITY_LEVELS.indexOf(identity.level) >= IDENTITY_LEVELS.indexOf(level);
}

/** The customer who is proved at this level, in a place where nobody else reads or hears. */
export function provedCustomer(who: Who, level: IdentityLevel = 'verified'): CustomerId | undefined {
  return who.audience === 'private' && holds(who, level) ? who.identity.proves.customer : undefined;
}

/** Is this very order proved by a second fact, in a private place? A verified customer's own orders are another matter. */
export function provesOrder(who: Who, orderNumber: OrderNumber): boolean {
  return who.audience === 'private' && holds(who, 'recognised') && who.identity.proves.order === orderNumber;
}

/** The customer whose household a linked speaker stands in: enough for the doorstep facts, wherever they are heard. */
export function householdOf(who: Who): CustomerId | undefined {
  return holds(who, 'claimed') ? who.identity.proves.customer : undefined;
}
