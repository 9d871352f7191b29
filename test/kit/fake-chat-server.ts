import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChatMessage, Control, Said } from '../../web/widget/chat/chat-message.ts';
import { servePage } from './serve-page.ts';

interface Entry {
  readonly event: 'message' | 'control';
  readonly data: unknown;
}

interface Conversation {
  readonly log: Entry[];
  readonly seen: Set<string>;
  readonly listeners: Set<ServerResponse>;
  token: string;
}

/** What the fake answers to something said; the greeting answers to `undefined`. */
export type Script = (said: Said | undefined, locale: string) => readonly Partial<ChatMessage>[];

export interface FakeChatServer {
  readonly url: string;
  /** Everything accepted, in order: what a real server would have in its store. */
  readonly accepted: { readonly id: string; readonly said: Said; readonly customerToken?: string }[];
  readonly conversations: ReadonlyMap<string, Conversation>;
  /** Every POST of a message, also those that were doubled, refused or lost. */
  readonly posts: string[];
  push(message: Partial<ChatMessage>): void;
  control(control: Control): void;
  typing(on: boolean): void;
  /** Cuts every open connection, as a router does. */
  cut(): void;
  /** The next `count` posts of messages are answered so; 0 = the message is kept, but the answer is lost. A negative count ends it. */
  fail(count: number, status: number): void;
  /** Tokens made so far are refused until they are refreshed. */
  expireTokens(): void;
  /** The process dies; conversations are in its store. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Forgets all conversations, as after their retention. */
  forget(): void;
  delayMs: number;
  script: Script;
}

/**
 * The web chat's HTTP API as the real server speaks it, over real HTTP and server-sent events, without a bot
 * behind it: for tests of what the network can do to a chat.
 */
export async function startFakeChatServer(script: Script): Promise<FakeChatServer> {
  const conversations = new Map<string, Conversation>();
  const failing: number[] = [];
  let server: Server;
  let port = 0;
  let made = 0;

  const append = (conversation: Conversation, event: Entry['event'], data: unknown) => {
    conversation.log.push({ event, data });
    for (const listener of conversation.listeners) write(listener, event, data, conversation.log.length);
  };
  const say = (conversation: Conversation, message: Partial<ChatMessage>) => {
    const id = `m${++made}`;
    append(conversation, 'message', {
      id,
      from: 'bot',
      text: '',
      locale: 'en',
      at: new Date().toISOString(),
      choices: [],
      ...message,
    });
  };
  const latest = () => [...conversations.values()].at(-1);
  const fake: FakeChatServer = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    accepted: [],
    posts: [],
    conversations,
    delayMs: 0,
    script,
    push: (message) => {
      const conversation = latest();
      if (conversation) say(conversation, message);
    },
    control: (control) => {
      const conversation = latest();
      if (conversation) append(conversation, 'control', control);
    },
    typing: (on) => {
      for (const listener of latest()?.listeners ?? []) write(listener, 'typing', { on });
    },
    cut: () => {
      for (const { listeners } of conversations.values()) for (const listener of listeners) listener.destroy();
    },
    fail: (count, status) => {
      if (count < 0) failing.length = 0;
      else failing.push(...Array<number>(count).fill(status));
    },
    expireTokens: () => {
      for (const conversation of conversations.values()) conversation.token = `expired-${conversation.token}`;
      fake.cut();
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
    start: async () => {
      server = createServer((request, response) => {
        handle(request, response).catch(() => response.destroy());
      });
      await new Promise<void>((resolve) => {
        server.listen(port, '127.0.0.1', resolve);
      });
      port = (server.address() as AddressInfo).port;
    },
    forget: () => conversations.clear(),
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', fake.url);
    const [, , , id, leaf] = url.pathname.split('/');
    if (!url.pathname.startsWith('/webchat/')) return servePage(url, response);
    if (url.pathname.startsWith('/webchat/files/')) return photo(fake, id ?? '', response);
    const body = JSON.parse((await readAll(request)) || '{}');
    if (fake.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fake.delayMs));
    if (!id) return create(body, response);
    const conversation = conversations.get(id);
    if (!conversation) return answer(response, 404);
    const token = request.headers.authorization?.replace('Bearer ', '');
    if (leaf === 'token') {
      if (token !== conversation.token.replace('expired-', '')) return answer(response, 401);
      conversation.token = `token-${++made}`;
      return answer(response, 200, { conversationId: id, token: conversation.token, expiresIn: 900 });
    }
    if (token !== conversation.token) return answer(response, 401);
    if (leaf === 'events') return stream(conversation, Number(request.headers['last-event-id'] ?? 0), response);
    if (leaf === 'messages') return take(conversation, body, response);
    if (leaf === 'transcript') return answer(response, 200, { messages: conversation.log });
    conversations.delete(id);
    for (const listener of conversation.listeners) listener.end();
    return answer(response, 204);
  };
  const create = (
    { locale = 'en', customer_token: customerToken }: Record<string, string>,
    response: ServerResponse,
  ) => {
    if (customerToken === 'refused') return answer(response, 401);
    const conversation: Conversation = { log: [], seen: new Set(), listeners: new Set(), token: `token-${++made}` };
    const id = `c${++made}`;
    conversations.set(id, conversation);
    append(conversation, 'control', { owner: 'bot' });
    for (const message of fake.script(undefined, locale)) say(conversation, { locale, ...message });
    return answer(response, 201, { conversationId: id, token: conversation.token, expiresIn: 900 });
  };
  const take = (conversation: Conversation, { id, ...said }: { id: string } & Said, response: ServerResponse) => {
    fake.posts.push(id);
    const failure = failing.shift();
    if (failure) return answer(response, failure);
    if (!conversation.seen.has(id)) {
      conversation.seen.add(id);
      fake.accepted.push({ id, said });
      say(conversation, { id, from: 'customer', ...shown(id, said) });
      for (const message of fake.script(said, 'en')) say(conversation, message);
    }
    // The message is kept, and the line breaks before the answer.
    if (failure === 0) return response.destroy();
    return answer(response, 202, { id });
  };
  await fake.start();
  return fake;
}

function shown(id: string, said: Said): Partial<ChatMessage> {
  if ('text' in said) return { text: said.text };
  if ('choice' in said) return { text: said.label };
  const { name } = said.attachment;
  return { text: name, media: { kind: 'image', url: `/webchat/files/${id}`, alt: name } };
}

function photo({ accepted }: FakeChatServer, id: string, response: ServerResponse) {
  const said = accepted.find((one) => one.id === id)?.said;
  if (!said || !('attachment' in said)) return answer(response, 404);
  response.writeHead(200, { 'content-type': said.attachment.mediaType });
  response.end(Buffer.from(said.attachment.data, 'base64'));
}

function stream(conversation: Conversation, after: number, response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  conversation.log.forEach(({ event, data }, at) => {
    if (at >= after) write(response, event, data, at + 1);
  });
  conversation.listeners.add(response);
  response.on('close', () => conversation.listeners.delete(response));
}

function write(response: ServerResponse, event: string, data: unknown, id?: number) {
  response.write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function answer(response: ServerResponse, status: number, body?: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
