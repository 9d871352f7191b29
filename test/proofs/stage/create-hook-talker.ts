import { callBot } from './call-bot.ts';
import type { Provider } from './serve-provider.ts';
import type { Talker, TalkerConfig } from './talker.ts';
import { once, untilTaken } from './until-taken.ts';

/** A customer behind a provider: its webhook is repeated until it is answered, its messages come by the sending side. */
export function createHookTalker(kind: 'keyed' | 'plain', provider: Provider, config: TalkerConfig): Talker {
  const { name, onShown } = config;
  const posting = (id: string, text: string) => (url: string) => {
    const body = { id, user: name, text, at: new Date().toISOString() };
    return callBot({ method: 'POST', url: `${url}/channels/proof-${kind}/webhook`, body });
  };
  return {
    name,
    open: async () => provider.follow(name, ({ text, by }) => onShown(text, by)),
    say: async (id, text) => ((await untilTaken(config, posting(id, text))) ? 'taken' : 'never'),
    try: (id, text) => once(config, posting(id, text)),
    close: () => undefined,
  };
}
