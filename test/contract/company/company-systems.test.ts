import { createHttpCustomers } from '../../../integrations/customers/http/create-http-customers.ts';
import { createHttpDiagnostics } from '../../../integrations/diagnostics/http/create-http-diagnostics.ts';
import { createHttpKnowledge } from '../../../integrations/knowledge/http/create-http-knowledge.ts';
import { createHttpNotifications } from '../../../integrations/notifications/http/create-http-notifications.ts';
import { createHttpOrders } from '../../../integrations/orders/http/create-http-orders.ts';
import { createHttpSubscriptions } from '../../../integrations/subscriptions/http/create-http-subscriptions.ts';
import { aWorld } from '../../kit/company/a-world.ts';
import { serveCompany } from '../../kit/company/serve-company.ts';
import { companyContract } from './company-contract.ts';

companyContract('demo', async () => {
  const behind = aWorld();
  return { sockets: behind.world, behind, close: async () => void behind.database.close() };
});

companyContract('http', async () => {
  const behind = aWorld();
  const served = await serveCompany(behind.world);
  const settings = { name: 'Aozora', base_url: served.url, auth: { kind: 'bearer', token: 'secret' } } as const;
  const sockets = {
    orders: createHttpOrders(settings),
    subscriptions: createHttpSubscriptions(settings),
    diagnostics: createHttpDiagnostics(settings),
    customers: createHttpCustomers(settings),
    knowledge: createHttpKnowledge(settings),
    notifications: createHttpNotifications(settings),
  };
  return {
    sockets,
    behind,
    close: async () => {
      await served.close();
      behind.database.close();
    },
  };
});
