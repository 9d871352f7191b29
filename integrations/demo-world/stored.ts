import type { Bilingual, Money } from '../data-shapes.ts';
import type { CARRIERS } from '../orders/order.ts';
import type { PlanKind } from '../subscriptions/plan.ts';
import type { Course } from './course.ts';
import type { Person } from './people.ts';

/** A customer as the demo world keeps one. */
export interface StoredCustomer extends Person {
  readonly id: string;
  readonly customer_since: string;
  readonly tier: 'standard' | 'silver' | 'gold';
  readonly value_band: 'low' | 'middle' | 'high';
  readonly preferred_channel: 'webchat' | 'email' | 'sms' | 'phone';
  readonly doorstep_facts: boolean;
  readonly card_last4: string;
  /** Every payment with the card on file is declined. */
  readonly card_declines: boolean;
}

/** What of an order never moves, beside its course. */
export interface StoredOrder {
  readonly number: string;
  readonly customer_id: string;
  readonly email: string;
  readonly postcode: string;
  /** Of the customer who ordered. */
  readonly billing_postcode: string;
  readonly recipient: string;
  readonly address: string;
  readonly zone: string;
  readonly is_gift: boolean;
  readonly items: readonly {
    readonly product: string;
    readonly name: Bilingual;
    readonly quantity: number;
    readonly price: Money;
  }[];
  readonly total: Money;
  readonly carrier: (typeof CARRIERS)[number];
  readonly tracking_number: string;
  /** Towns of the scans, from the warehouse to the customer's. */
  readonly places: readonly Bilingual[];
  readonly course: Course;
}

export interface StoredDevice {
  readonly serial: string;
  readonly customer_id: string;
  readonly product: string;
  readonly bought_on: string;
  readonly warranty_until: string;
}

export interface StoredPlan {
  readonly id: string;
  readonly customer_id: string;
  readonly kind: PlanKind;
  readonly tier: 'basic' | 'standard' | 'premium';
  readonly product?: string | undefined;
  readonly ends_on: string;
  readonly auto_renewal: boolean;
  readonly term_months: number;
  readonly price: Money;
  readonly cancelled_on?: string | undefined;
}
