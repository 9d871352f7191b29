import { ulid } from 'ulid';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Card } from '../../dialogs/protocol/message.ts';
import { cardLines } from '../../dialogs/response/card-lines.ts';
import type { ChatLine, ChatPartner, ChatTurn } from './chat-partner.ts';

/** How long nothing may come before a turn counts as answered, in milliseconds: the server sends no mark for "that was all". */
const QUIET_MS = 700;
/** How long the first answer may take, in milliseconds. */
const ANSWER_MS = 15_000;

type Message = ChatLine['messages'][number] & { readonly from: string; readonly card?: Card };

interface Inbox {
  next(withinMs: number): Promise<Message | undefined>;
  close(): void;
}

/** Talks to the running server by the chat's own HTTP interface, like any customer's page. */
export async function connectChat(options: {
  readonly url: string;
  readonly locale: Locale;
  readonly customer?: string;
}): Promise<ChatPartner> {
  const base = options.url.replace(/\/$/, '');
  const customerToken = options.customer ? await signIn(base, options.customer) : undefined;
  const { conversationId, token } = await post(`${base}/webchat/conversations`, {
    locale: options.locale,
    ...(customerToken ? { customer_token: customerToken } : {}),
  });
  const headers = { Authorization: `Bearer ${token}` };
  const inbox = await openInbox(`${base}/webchat/conversations/${conversationId}/events`, headers);
  return {
    greeting: turnOf(null, await collect(inbox)),
    async say(words) {
      await post(`${base}/webchat/conversations/${conversationId}/messages`, { id: ulid(), text: words }, headers);
      return turnOf(words, await collect(inbox));
    },
    async close() {
      inbox.close();
    },
  };
}

async function signIn(base: string, customerId: string): Promise<string> {
  const { customer_token: token } = await post(`${base}/demo/sign-in`, { customerId });
  if (!token) throw new Error(`The server signs nobody in as ${customerId}; omotenashi demo lists the customers.`);
  return token;
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Record<string, string>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  // every answer of these addresses is a flat object of strings and numbers; the server's contract tests hold it to that
  return (await answer.json()) as Record<string, string>;
}

/** The server's event stream as a queue of messages. */
async function openInbox(url: string, headers: Record<string, string>): Promise<Inbox> {
  const stop = new AbortController();
  const answer = await fetch(url, { headers, signal: stop.signal });
  if (!answer.ok || !answer.body) throw new Error(`${url} answered ${answer.status}`);
  const waiting: Message[] = [];
  let wake = () => {};
  void readEvents(answer.body, (message) => {
    waiting.push(message);
    wake();
  }).catch(() => undefined);
  return {
    async next(withinMs) {
      if (waiting.length === 0)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, withinMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      return waiting.shift();
    },
    close: () => stop.abort(),
  };
}

async function readEvents(body: ReadableStream<Uint8Array>, onMessage: (message: Message) => void): Promise<void> {
  let rest = '';
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + part).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      );
      const data = fields.get('data');
      if (fields.get('event') === 'message' && data) onMessage(JSON.parse(data));
    }
  }
}

async function collect(inbox: Inbox): Promise<Message[]> {
  const messages: Message[] = [];
  for (;;) {
    const message = await inbox.next(messages.length === 0 ? ANSWER_MS : QUIET_MS);
    if (!message) return messages;
    if (message.from !== 'customer') messages.push(message);
  }
}

/** What the server tells a customer's page: words and choices, nothing of flows and slots. */
function turnOf(customer: string | null, messages: readonly Message[]): ChatTurn {
  const line = {
    customer,
    messages: messages.map(({ text, choices }) => ({ text, speech: null, choices: choices ?? [] })),
    flow: null,
    pattern: null,
    step: null,
    slots: {},
    control: { owner: 'bot', epoch: null },
    commands: [],
  };
  return { line, cards: messages.map(({ card }) => cardLines(card)) };
}
