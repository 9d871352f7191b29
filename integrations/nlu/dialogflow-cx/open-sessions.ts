import { SessionsClient } from '@google-cloud/dialogflow-cx';
import { type AgentName, endpointOf } from './agent-name.ts';

/** Another place than Google's, as tests and proxies need it. */
type SessionsOptions = NonNullable<ConstructorParameters<typeof SessionsClient>[0]>;

/**
 * A client for the region in which the agent lives, signed in as Google's libraries do it (GOOGLE_APPLICATION_CREDENTIALS, or the
 * machine's own account). It connects in the background, so that no customer waits for it.
 */
export function openSessions(agent: AgentName, options: SessionsOptions = {}): SessionsClient {
  const client = new SessionsClient({ apiEndpoint: endpointOf(agent), ...options });
  // A client that cannot begin says so again at every question, where it is heard.
  client.initialize().catch(() => undefined);
  return client;
}
