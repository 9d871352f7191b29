import type { CompanySystemSettings } from '../../company-api/company-system.ts';
import type { ClientParts } from '../../company-api/create-company-client.ts';
import { createHttpSocket } from '../../company-api/create-http-socket.ts';
import { CUSTOMERS_API, type Customers } from '../customers.ts';

/** The customers socket over a company's own REST system; what it expects is in `docs/reference/company-api.openapi.json`. */
export function createHttpCustomers(settings: CompanySystemSettings, parts?: ClientParts): Customers {
  return createHttpSocket(CUSTOMERS_API, settings, parts);
}
