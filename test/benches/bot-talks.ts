import { type Agent, get } from 'node:http';
import { meetDeadline } from '../../runtime/turn/meet-deadline.ts';
import { ANSWER_MS, postJson, type Talk } from './load.ts';

/** An order that is under way, and what proves it. */
export interface ProvedOrder {
  readonly number: string;
  readonly postcode: string;
}

interface OpenChat {
  say(id: string, text: string): Promise<unknown>;
  /** Resolves when the first message of the conversation's nth turn has come by the stream; rejects when it does not. */
  answered(turn: number): Promise<void>;
  close(): void;
}

export interface BotTalks {
  readonly talks: readonly Talk[];
  close(): void;
}

/** Opens the conversations and their event streams; the talks themselves are the three turns of "where is my package?". */
export async function openBotTalks(
  agent: Agent,
  url: string,
  orders: readonly ProvedOrder[],
  count: number,
): Promise<BotTalks> {
  const chats: OpenChat[] = [];
  for (let n = 0; n < count; n++) chats.push(await openChat(agent, url));
  const talks = chats.map((chat, n) => talkOver(chat, orders[n % orders.length] ?? { number: '', postcode: '' }));
  return {
    talks,
    close: () => {
      for (const chat of chats) chat.close();
    },
  };
}

const talkOver = (chat: OpenChat, order: ProvedOrder): Talk =>
  async function* () {
    for (const [n, text] of ['Where is my package?', order.number, order.postcode].entries()) {
      const begun = performance.now();
      // The greeting was turn 1.
      const answered = chat.answered(n + 2);
      await chat.say(`m${n}`, text);
      await answered;
      yield performance.now() - begun;
    }
  };

async function openChat(agent: Agent, url: string): Promise<OpenChat> {
  const made = await postJson(agent, `${url}/webchat/conversations`, { locale: 'en' });
  const { conversationId, token }: { conversationId: string; token: string } = JSON.parse(made);
  const headers = { Authorization: `Bearer ${token}` };
  const at = `${url}/webchat/conversations/${conversationId}`;
  const stream = followAnswers(`${at}/events`, headers);
  await stream.answered(1);
  return { say: (id, text) => postJson(agent, `${at}/messages`, { id, text }, headers), ...stream };
}

/** A message's id tells its turn: conversation, version, place in the turn. */
const ANSWER = /"id":"[\w-]+\.(\d+)\.\d+"/g;

function followAnswers(url: string, headers: Readonly<Record<string, string>>): Omit<OpenChat, 'say'> {
  let heard = 0;
  const waiting = new Map<number, () => void>();
  const hear = (turn: number) => {
    heard = Math.max(heard, turn);
    for (const [of, told] of waiting) {
      if (of > heard) continue;
      waiting.delete(of);
      told();
    }
  };
  const sent = get(url, { headers, agent: false }, (answer) => {
    let rest = '';
    answer.setEncoding('utf8');
    answer.on('error', () => undefined);
    answer.on('data', (part: string) => {
      const blocks = (rest + part).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) for (const [, turn] of block.matchAll(ANSWER)) hear(Number(turn));
    });
  });
  sent.on('error', () => undefined);
  return {
    answered: async (turn) => {
      if (heard >= turn) return;
      const told = new Promise<void>((resolve) => waiting.set(turn, resolve));
      if ((await meetDeadline(told, ANSWER_MS)) === 'late')
        throw new Error(`${url}: nothing of turn ${turn} in ${ANSWER_MS} ms`);
    },
    close: () => sent.destroy(),
  };
}
