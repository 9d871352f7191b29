import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint answers with: the model's words, a fault, something that is no answer, or nothing at all. */
export type ModelReply =
  | { readonly kind: 'says'; readonly content: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'raw'; readonly body: string }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'silent' };

export interface AskedModel {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: object } };
  };
}

/** A local server that speaks the OpenAI protocol for chat completions. */
export interface ModelEndpoint {
  readonly url: string;
  readonly asked: readonly AskedModel[];
  /** What it answers from now on. */
  reply(next: ModelReply | ((asked: AskedModel) => ModelReply)): void;
  end(): void;
}

/** The reply of a model that gives these commands. */
export const says = (...commands: readonly object[]): ModelReply => ({
  kind: 'says',
  content: JSON.stringify({ commands }),
});

export async function startModelEndpoint(): Promise<ModelEndpoint> {
  const asked: AskedModel[] = [];
  let next: ModelReply | ((asked: AskedModel) => ModelReply) = says();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    const one = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: JSON.parse(text || '{}'),
    };
    asked.push(one);
    answer(response, typeof next === 'function' ? next(one) : next);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    // What listens by a port has an address of this shape.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    reply: (reply) => {
      next = reply;
    },
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(response: ServerResponse, reply: ModelReply): void {
  const json = { 'content-type': 'application/json' };
  switch (reply.kind) {
    case 'says':
      response.writeHead(200, json).end(
        JSON.stringify({
          ...{ id: 'chat-1', object: 'chat.completion', created: 1_790_000_000, model: 'test-model' },
          choices: [{ index: 0, message: { role: 'assistant', content: reply.content }, finish_reason: 'stop' }],
          usage: { prompt_tokens: 900, completion_tokens: 20, total_tokens: 920 },
        }),
      );
      return;
    case 'status':
      response.writeHead(reply.status, json).end(JSON.stringify({ error: { message: 'no', type: 'server_error' } }));
      return;
    case 'raw':
      response.writeHead(200, json).end(reply.body);
      return;
    case 'moved':
      response.writeHead(307, { location: reply.to }).end();
      return;
    default:
      // Says nothing until the caller gives up.
      return;
  }
}
