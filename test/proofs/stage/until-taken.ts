import { setTimeout as pause } from 'node:timers/promises';
import type { BotAnswer } from './call-bot.ts';
import type { TalkerConfig } from './talker.ts';

const FIRST_MS = 50;
const LONGEST_MS = 800;

/** Tries with back-off, at whatever process lives, until the answer is good. Gives it; undefined when the run has ended. */
export async function untilTaken(
  { name, fleet, ended, onFault }: Pick<TalkerConfig, 'name' | 'fleet' | 'ended' | 'onFault'>,
  attempt: (url: string) => Promise<BotAnswer>,
): Promise<BotAnswer | undefined> {
  for (let waitMs = FIRST_MS; !ended.aborted; waitMs = Math.min(LONGEST_MS, waitMs * 2)) {
    const url = fleet.next()?.url;
    const answer = url === undefined ? undefined : await attempt(url);
    if (answer && answer.status >= 200 && answer.status < 300) return answer;
    if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
      onFault(`${name} is refused: ${answer.status} ${answer.body}`);
      return undefined;
    }
    await pause(waitMs * (0.5 + Math.random() / 2));
  }
  return undefined;
}

/** Tries once, at one that lives. Was the answer good? */
export async function once(
  { fleet }: Pick<TalkerConfig, 'fleet'>,
  attempt: (url: string) => Promise<BotAnswer>,
): Promise<boolean> {
  const url = fleet.next()?.url;
  const status = url === undefined ? 0 : (await attempt(url)).status;
  return status >= 200 && status < 300;
}
