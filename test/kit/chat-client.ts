/** One event of the stream. */
export interface StreamEvent {
  readonly id: number | undefined;
  readonly event: string;
  // The stream's bodies are read as a page would read them: without a type.
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came
  readonly data: any;
}

export interface Stream {
  readonly events: StreamEvent[];
  /** Waits until an event fits. */
  until(fits: (event: StreamEvent) => boolean): Promise<StreamEvent>;
  readonly ended: Promise<void>;
  close(): void;
}

export interface Conversation {
  readonly id: string;
  readonly token: string;
  readonly expiresIn: number;
}

export interface ChatClient {
  create(body?: unknown, headers?: Record<string, string>): Promise<Conversation>;
  post(conversation: Conversation, body: unknown, headers?: Record<string, string>): Promise<Response>;
  say(conversation: Conversation, id: string, text: string): Promise<number>;
  follow(conversation: Conversation, lastEventId?: number): Promise<Stream>;
  at(conversation: Conversation, leaf: string): string;
}

// biome-ignore lint/suspicious/noExplicitAny: as above
export const jsonOf = async (answer: Response): Promise<any> => JSON.parse(await answer.text());

export const bearer = ({ token }: Pick<Conversation, 'token'>) => ({ Authorization: `Bearer ${token}` });

const PATIENCE_MS = 15_000;

/** A page's side of the chat, in a few lines. */
export function chatClient(url: string): ChatClient {
  const at = ({ id }: Conversation, leaf: string) => `${url}/webchat/conversations/${id}${leaf}`;
  const post: ChatClient['post'] = (conversation, body, headers = {}) =>
    fetch(at(conversation, '/messages'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...bearer(conversation), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    at,
    post,
    create: async (body = {}, headers = {}) => {
      const answer = await fetch(`${url}/webchat/conversations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
      const { conversationId, ...rest } = await jsonOf(answer);
      return { id: conversationId, ...rest };
    },
    say: async (conversation, id, text) => (await post(conversation, { id, text })).status,
    follow: async (conversation, lastEventId) => {
      const stop = new AbortController();
      const answer = await fetch(at(conversation, '/events'), {
        headers: {
          ...bearer(conversation),
          ...(lastEventId === undefined ? {} : { 'Last-Event-ID': String(lastEventId) }),
        },
        signal: stop.signal,
      });
      if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`);
      return readStream(answer.body, stop);
    },
  };
}

function readStream(body: ReadableStream<Uint8Array>, stop: AbortController): Stream {
  const events: StreamEvent[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const one of waiting) one();
  };
  const read = async (): Promise<void> => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const part of body) {
      const blocks = (rest + decoder.decode(part, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) events.push(...eventOf(block));
      wake();
    }
  };
  const ended = read().catch(() => undefined);
  return {
    events,
    ended,
    close: () => stop.abort(),
    until: (fits) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = events.find(fits);
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(
            new Error(
              `nothing fits among ${JSON.stringify(events.map(({ id, event, data }) => [id, event, data.text]))}`,
            ),
          );
        }, PATIENCE_MS);
        waiting.add(look);
        look();
      }),
  };
}

function eventOf(block: string): readonly StreamEvent[] {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const [event, data, id] = [fields.get('event'), fields.get('data'), fields.get('id')];
  if (event === undefined || data === undefined) return [];
  return [{ event, data: JSON.parse(data), id: id === undefined ? undefined : Number(id) }];
}

export const says = (text: string) => (event: StreamEvent) => event.event === 'message' && event.data.text === text;

/** The echo's answers, in order. */
export const echoes = (events: readonly StreamEvent[]): readonly string[] =>
  events.flatMap(({ event, data }) => {
    const said = event === 'message' && data.from === 'bot' ? /^You said (.*)\.$/.exec(data.text)?.[1] : undefined;
    return said === undefined ? [] : [said];
  });
