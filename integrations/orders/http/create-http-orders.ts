import type { CompanySystemSettings } from '../../company-api/company-system.ts';
import type { ClientParts } from '../../company-api/create-company-client.ts';
import { createHttpSocket } from '../../company-api/create-http-socket.ts';
import { ORDERS_API, type Orders } from '../orders.ts';

/** The orders socket over a company's own REST system; what it expects is in `docs/reference/company-api.openapi.json`. */
export function createHttpOrders(settings: CompanySystemSettings, parts?: ClientParts): Orders {
  return createHttpSocket(ORDERS_API, settings, parts);
}
