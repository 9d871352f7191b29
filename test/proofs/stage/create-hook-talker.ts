import { callBot } from './call-bot.ts';
import type { Provider } from './serve-provider.ts';
import type { Talker, TalkerConfig } from './talker.ts';
import { untilTaken } from './until-taken.ts';

/** A customer behind a provider: its webhook is repeated until it is answered, its messages come by the sending side. */
export function createHookTalker(kind: 'keyed' | 'plain', provider: Provider, config: TalkerConfig): Talker {
  const { name, onShown } = config;
  const say = async (id: string, text: string): Promise<boolean> => {
    const body = { id, user: name, text, at: new Date().toISOString() };
    const post = (url: string) => callBot({ method: 'POST', url: `${url}/channels/proof-${kind}/webhook`, body });
    return (await untilTaken(config, post)) !== undefined;
  };
  return {
    name,
    open: async () => provider.follow(name, ({ text, by }) => onShown(text, by)),
    say,
    close: () => undefined,
  };
}
