import type { CompanySystemSettings } from '../../company-api/company-system.ts';
import type { ClientParts } from '../../company-api/create-company-client.ts';
import { createHttpSocket } from '../../company-api/create-http-socket.ts';
import { KNOWLEDGE_API, type Knowledge } from '../knowledge.ts';

/** The knowledge socket over a company's own REST system; what it expects is in `docs/reference/company-api.openapi.json`. */
export function createHttpKnowledge(settings: CompanySystemSettings, parts?: ClientParts): Knowledge {
  return createHttpSocket(KNOWLEDGE_API, settings, parts);
}
