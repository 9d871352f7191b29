import type { CompanySystemSettings } from '../../company-api/company-system.ts';
import type { ClientParts } from '../../company-api/create-company-client.ts';
import { createHttpSocket } from '../../company-api/create-http-socket.ts';
import { SUBSCRIPTIONS_API, type Subscriptions } from '../subscriptions.ts';

/** The subscriptions socket over a company's own REST system; what it expects is in `docs/reference/company-api.openapi.json`. */
export function createHttpSubscriptions(settings: CompanySystemSettings, parts?: ClientParts): Subscriptions {
  return createHttpSocket(SUBSCRIPTIONS_API, settings, parts);
}
