import type { ActionCatalogue } from '../dialogs/flow/action-catalogue.ts';
import { CONTACT_ACTIONS } from './contact/action-descriptors.ts';
import { CUSTOMER_ACTIONS } from './customers/action-descriptors.ts';
import { DIAGNOSTICS_ACTIONS } from './diagnostics/action-descriptors.ts';
import { KNOWLEDGE_ACTIONS } from './knowledge/action-descriptors.ts';
import { ORDER_ACTIONS } from './orders/action-descriptors.ts';
import { SUBSCRIPTION_ACTIONS } from './subscriptions/action-descriptors.ts';
import { SURVEY_ACTIONS } from './surveys/action-descriptors.ts';

/** Every action that a flow may call, described: what the checker and the studio read. Nothing here needs a company system. */
export const ACTION_CATALOGUE: ActionCatalogue = {
  ...ORDER_ACTIONS,
  ...CUSTOMER_ACTIONS,
  ...SUBSCRIPTION_ACTIONS,
  ...DIAGNOSTICS_ACTIONS,
  ...KNOWLEDGE_ACTIONS,
  ...SURVEY_ACTIONS,
  ...CONTACT_ACTIONS,
};
