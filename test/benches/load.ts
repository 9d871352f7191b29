import { Agent, request } from 'node:http';

export interface Load {
  /** Milliseconds from a turn's POST to its answer, one per turn. */
  readonly turnsMs: readonly number[];
  readonly seconds: number;
}

/** One conversation of the load: its turns are done one after the other. */
export type Talk = () => AsyncIterable<number>;

/** Runs all talks, `lanes` of them at any time. */
export async function load(talks: readonly Talk[], lanes: number): Promise<Load> {
  const turnsMs: number[] = [];
  const waiting = [...talks];
  const lane = async () => {
    for (let talk = waiting.shift(); talk; talk = waiting.shift()) for await (const ms of talk()) turnsMs.push(ms);
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  return { turnsMs, seconds: (performance.now() - begun) / 1000 };
}

/** One connection per lane is kept open for all that is posted. */
export const keepAlive = (lanes: number): Agent => new Agent({ keepAlive: true, maxSockets: lanes });

/** Whoever gets no answer for so long fails the bench, in milliseconds: no load of ours comes near it. */
export const ANSWER_MS = 30_000;

/** Posts JSON and gives what is answered. @throws Error on any status but 2xx, and when no answer comes */
export function postJson(
  agent: Agent,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        timeout: ANSWER_MS,
        headers: { 'Content-Type': 'application/json', 'Content-Length': bytes.length, ...headers },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(text);
          else reject(new Error(`${url}: ${status} ${text}`));
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${url}: no answer in ${ANSWER_MS} ms`)));
    sent.on('error', reject);
    sent.end(bytes);
  });
}
