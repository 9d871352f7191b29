import type { ActionName } from '../dialogs/protocol/ids.ts';
import type { Action } from './action.ts';
import { type ContactPorts, createContactActions } from './contact/actions.ts';
import { type CustomerPorts, createCustomerActions } from './customers/actions.ts';
import { createDiagnosticsActions, type DiagnosticsPorts } from './diagnostics/actions.ts';
import { createKnowledgeActions } from './knowledge/actions.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { createOrderActions, type OrderPorts } from './orders/actions.ts';
import { createSubscriptionActions, type SubscriptionPorts } from './subscriptions/actions.ts';
import { createSurveyActions } from './surveys/actions.ts';

/** Everything that the actions work with: the company's systems, the archive, the counters. */
export type ActionPorts = OrderPorts &
  CustomerPorts &
  SubscriptionPorts &
  DiagnosticsPorts &
  ContactPorts & { readonly knowledge: Knowledge };

/** All actions that flows may call, by name. */
export function createActions(ports: ActionPorts): ReadonlyMap<ActionName, Action> {
  const actions = [
    ...createOrderActions(ports),
    ...createCustomerActions(ports),
    ...createSubscriptionActions(ports),
    ...createDiagnosticsActions(ports),
    ...createKnowledgeActions(ports),
    ...createSurveyActions(),
    ...createContactActions(ports),
  ];
  return new Map(actions.map((action) => [action.name, action]));
}
