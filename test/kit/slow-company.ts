import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A company system that answers when the test lets it. */
export interface SlowCompany {
  readonly url: string;
  /** What was written down, each key once. */
  readonly notes: readonly string[];
  /** From now on whoever asks waits. */
  hold(): void;
  /** Resolves when so many wait. */
  asked(many: number): Promise<void>;
  /** Answers everybody, and whoever comes. */
  letGo(): void;
  end(): void;
}

export async function startSlowCompany(): Promise<SlowCompany> {
  const notes = new Map<string, string>();
  const waiting = new Set<() => void>();
  let holding = false;
  let seen = (): void => {};
  const answer = (response: ServerResponse, body: object): void => {
    const say = () => void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (!holding) return say();
    waiting.add(say);
    response.once('close', () => waiting.delete(say));
    seen();
  };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    if (request.method !== 'POST') return answer(response, { count: notes.size });
    const key = String(request.headers['idempotency-key']);
    if (!notes.has(key)) notes.set(key, JSON.parse(text).note);
    answer(response, {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    // What listens by a port has an address of this shape.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get notes() {
      return [...notes.values()];
    },
    hold: () => {
      holding = true;
    },
    asked: (many) =>
      new Promise((resolve) => {
        seen = () => waiting.size >= many && resolve();
        seen();
      }),
    letGo: () => {
      holding = false;
      for (const say of waiting) say();
    },
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
