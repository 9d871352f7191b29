import type { Said } from './chat-message.ts';
import { HttpFault } from './http-fault.ts';

/** What the server gives for a new conversation or a refreshed token; `expiresIn` in seconds. */
export interface Pass {
  readonly conversationId: string;
  readonly token: string;
  readonly expiresIn: number;
}

export interface ChatApi {
  create(locale: string, customerToken?: string): Promise<Pass>;
  /** With a customer token: the visitor has signed in meanwhile. */
  refresh(id: string, token: string, customerToken?: string): Promise<Pass>;
  send(id: string, token: string, messageId: string, said: Said): Promise<void>;
  events(id: string, token: string, lastEventId: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  remove(id: string, token: string): Promise<void>;
  transcript(id: string, token: string): Promise<Blob>;
}

/** The web chat's HTTP API at `server` (an origin, with a path where the shop mounts it below one). A refusal is an `HttpFault`; without a line to the server `fetch`'s own error comes. */
export function createApi(server: string): ChatApi {
  const at = (id: string, leaf: string) => `${server}/webchat/conversations/${encodeURIComponent(id)}${leaf}`;
  return {
    create: async (locale, customerToken) =>
      (
        await request(`${server}/webchat/conversations`, 'POST', undefined, {
          body: {
            locale,
            zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            ...(customerToken && { customer_token: customerToken }),
          },
        })
      ).json(),
    refresh: async (id, token, customerToken) =>
      (
        await request(at(id, '/token'), 'POST', token, { body: customerToken ? { customer_token: customerToken } : {} })
      ).json(),
    send: async (id, token, messageId, said) => {
      await request(at(id, '/messages'), 'POST', token, { body: { id: messageId, ...said } });
    },
    events: async (id, token, lastEventId, signal) => {
      const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) };
      const { body } = await request(at(id, '/events'), 'GET', token, { headers, signal });
      if (!body) throw new HttpFault(502);
      return body;
    },
    remove: async (id, token) => {
      await request(at(id, ''), 'DELETE', token);
    },
    transcript: async (id, token) => (await request(at(id, '/transcript'), 'GET', token)).blob(),
  };
}

interface Options {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

async function request(url: string, method: string, token?: string, options: Options = {}): Promise<Response> {
  const { body, headers, signal } = options;
  const response = await fetch(url, {
    method,
    cache: 'no-store',
    credentials: 'omit',
    headers: {
      ...headers,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new HttpFault(response.status);
  return response;
}
