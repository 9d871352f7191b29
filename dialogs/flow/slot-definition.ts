import type { Locale } from '../protocol/locale.ts';
import type { Json } from '../protocol/value.ts';

/** Slot types that are not entities of understanding. */
export const PLAIN_SLOT_TYPES = [
  'text',
  'integer',
  'number',
  'boolean',
  'date',
  'datetime',
  'duration',
  'money',
  'choice',
  'list',
  'record',
] as const;
/** Entity types that understanding finds in the customer's words; their values are strings. */
export const ENTITY_SLOT_TYPES = [
  'order_number',
  'contract_number',
  'person_name',
  'phone_number',
  'email',
  'postal_code',
  'product',
] as const;
export type SlotType = (typeof PLAIN_SLOT_TYPES)[number] | (typeof ENTITY_SLOT_TYPES)[number];

/** One slot of a flow, or of `slots.yaml`. */
export interface SlotDefinition {
  readonly type: SlotType;
  /** Of a `choice`. */
  readonly values?: readonly string[];
  readonly from: 'customer' | 'action' | 'set';
  readonly label?: Readonly<Partial<Record<Locale, string>>>;
  readonly sensitivity: 'public' | 'personal' | 'secret';
  readonly lifetime: 'flow' | 'conversation' | 'customer';
  readonly default?: Json;
}
