import type { CustomerFacts } from '../../dialogs/protocol/state.ts';
import type { Customer } from './customers.ts';

/** What expressions of flows may know of a customer. */
export function factsOf(customer: Customer): CustomerFacts {
  const { tier, value_band, tenure_days, phase, preferred_channel } = customer;
  return { tier, value_band, tenure_days, phase, preferred_channel };
}
