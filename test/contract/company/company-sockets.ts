import type { Customers } from '../../../integrations/customers/customers.ts';
import type { Diagnostics } from '../../../integrations/diagnostics/diagnostics.ts';
import type { Knowledge } from '../../../integrations/knowledge/knowledge.ts';
import type { Notifications } from '../../../integrations/notifications/notifications.ts';
import type { Orders } from '../../../integrations/orders/orders.ts';
import type { Subscriptions } from '../../../integrations/subscriptions/subscriptions.ts';
import type { AWorld } from '../../kit/company/a-world.ts';

/** The sockets that a set of plugs gives. */
export interface CompanySockets {
  readonly orders: Orders;
  readonly subscriptions: Subscriptions;
  readonly diagnostics: Diagnostics;
  readonly customers: Customers;
  readonly knowledge: Knowledge;
  readonly notifications: Notifications;
}

export interface OpenCompany {
  readonly sockets: CompanySockets;
  /** The world behind the plugs, to find cases in and to look at what happened. */
  readonly behind: AWorld;
  close(): Promise<void>;
}
