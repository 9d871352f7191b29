import { type protos, SessionsClient } from '@google-cloud/dialogflow-cx';
import { type AgentName, endpointOf } from './agent-name.ts';

type Request = protos.google.cloud.dialogflow.cx.v3.IMatchIntentRequest;
type Response = protos.google.cloud.dialogflow.cx.v3.IMatchIntentResponse;

/** What of the client we use. */
export interface Sessions {
  /** Asks once, within the time. */
  matchIntent(request: Request, timeoutMs: number): Promise<Response>;
  close(): Promise<void>;
}

/** Another place than Google's, as tests and proxies need it. */
type SessionsOptions = NonNullable<ConstructorParameters<typeof SessionsClient>[0]>;

/**
 * A client for the region in which the agent lives, signed in as Google's libraries do it (GOOGLE_APPLICATION_CREDENTIALS, or the
 * machine's own account). It signs in in the background, so that no customer waits for it; where that fails, the next question tries
 * again with a new client, since one that failed stays so.
 */
export function openSessions(agent: AgentName, options: SessionsOptions = {}): Sessions {
  let signingIn: Promise<SessionsClient> | undefined;
  let signedIn: SessionsClient | undefined;
  let closed = false;
  const signIn = async (): Promise<SessionsClient> => {
    const client = new SessionsClient({ apiEndpoint: endpointOf(agent), ...options });
    await client.initialize();
    if (closed) await client.close();
    signedIn = client;
    return client;
  };
  const open = () => {
    signingIn ??= signIn().catch((fault: unknown) => {
      signingIn = undefined;
      throw fault;
    });
    return signingIn;
  };
  open().catch(() => undefined);
  return {
    matchIntent: async (request, timeoutMs) => {
      // Never before it is signed in: the library lets a fault of that escape, and that would end the process.
      const client = await open();
      // The library would go on trying inside the time.
      const [response] = await client.matchIntent(request, { timeout: timeoutMs, retry: { retryCodes: [] } });
      return response;
    },
    close: async () => {
      closed = true;
      await signedIn?.close();
    },
  };
}
