import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { ShownMessage } from './payloads.ts';

/** A neutral message → what the page shows. Everything is text: the page makes nodes of it, never markup. */
export function render(message: OutboundMessage, at: string): ShownMessage {
  const { id, from, agentName, locale, text, choices, card, media, listen } = message;
  return {
    id,
    from,
    ...(agentName === undefined ? {} : { agentName }),
    locale,
    at,
    text,
    choices: (choices ?? []).map(({ value, label }) => ({ value, label })),
    // A card of ours is a card of the page: only the protocol's lists are read-only.
    ...(card === undefined ? {} : { card: structuredClone(card) as NonNullable<ShownMessage['card']> }),
    ...(media === undefined ? {} : { media }),
    listen,
  };
}
