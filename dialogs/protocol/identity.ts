import type { CustomerId, Instant, OrderNumber } from './ids.ts';

export const IDENTITY_LEVELS = ['none', 'claimed', 'recognised', 'verified'] as const;
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

/** How surely we know who speaks, and what that stands for: one customer or one order. Only actions and signed tokens raise it. */
export interface Identity {
  readonly level: IdentityLevel;
  readonly proves: {
    readonly customer?: CustomerId;
    readonly order?: OrderNumber;
  };
  readonly method?: string;
  readonly at?: Instant;
  readonly expiresAt?: Instant;
}

/** What expressions may know of the customer (`customer.*`). Bands, never raw money. */
export interface CustomerFacts {
  readonly tier?: string;
  readonly value_band?: string;
  readonly tenure_days?: number;
  readonly phase?: string;
  readonly preferred_channel?: string;
}
