import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { callBot } from './call-bot.ts';
import type { Talker, TalkerConfig } from './talker.ts';
import { once } from './until-taken.ts';

const answer = z.object({ messages: z.array(z.object({ id: z.string(), text: z.string() })) });
/** A platform of this kind waits so long; then it says itself that something went wrong. */
const PLATFORM_MS = 8000;
/** While no process lives there is nobody to ask. */
const LOOK_MS = 50;

/** A customer before a speaker: each request is made once, its answer is all that is heard, and the next one says what that was. */
export function createAskingTalker(config: TalkerConfig): Talker {
  const { name, fleet, onShown, onFault, ended } = config;
  let heard = '';
  const posting = (id: string, text: string) => (url: string) => {
    const body = { id, user: name, text, at: new Date().toISOString(), heard };
    return callBot({ method: 'POST', url: `${url}/channels/proof-asked/requests`, body, timeoutMs: PLATFORM_MS });
  };
  const say: Talker['say'] = async (id, text) => {
    let bot = fleet.next();
    for (; !bot && !ended.aborted; bot = fleet.next()) await pause(LOOK_MS);
    if (!bot) return 'never';
    const { status, body } = await posting(id, text)(bot.url);
    if (status === 0 || body === '') return 'broke';
    if (status >= 500) return 'refused';
    if (status !== 200) {
      onFault(`${name} is refused: ${status} ${body}`);
      return 'never';
    }
    for (const message of answer.parse(JSON.parse(body)).messages) {
      heard = message.id;
      onShown(message.text);
    }
    return 'taken';
  };
  return {
    name,
    say,
    open: async () => undefined,
    try: (id, text) => once(config, posting(id, text)),
    close: () => undefined,
  };
}
