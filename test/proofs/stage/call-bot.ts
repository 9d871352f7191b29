import { Agent, request as ask, type IncomingMessage } from 'node:http';

export interface BotAnswer {
  readonly status: number;
  readonly body: string;
}

export interface BotCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly timeoutMs?: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const USUAL_MS = 4000;

/** One request; status 0 where no answer came, for whatever reason. */
export async function callBot(call: BotCall): Promise<BotAnswer> {
  const response = await openCall(call);
  if (!response) return { status: 0, body: '' };
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk);
  } catch {
    return { status: 0, body: '' };
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}

/** As far as the head of the answer; undefined where none came. */
export function openCall({ method, url, headers, body, timeoutMs = USUAL_MS }: BotCall) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise<IncomingMessage | undefined>((resolve) => {
    const sent = ask(url, {
      ...{ method, agent },
      headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    });
    const late = setTimeout(() => sent.destroy(new Error('late')), timeoutMs);
    sent.on('response', (response) => {
      clearTimeout(late);
      resolve(response);
    });
    sent.on('error', () => {
      clearTimeout(late);
      resolve(undefined);
    });
    sent.end(text);
  });
}
