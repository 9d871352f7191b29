import type { CompanySystemSettings } from '../../company-api/company-system.ts';
import type { ClientParts } from '../../company-api/create-company-client.ts';
import { createHttpSocket } from '../../company-api/create-http-socket.ts';
import { DIAGNOSTICS_API, type Diagnostics } from '../diagnostics.ts';

/** The diagnostics socket over a company's own REST system; what it expects is in `docs/reference/company-api.openapi.json`. */
export function createHttpDiagnostics(settings: CompanySystemSettings, parts?: ClientParts): Diagnostics {
  return createHttpSocket(DIAGNOSTICS_API, settings, parts);
}
