import type { Channel } from '../../channels/channel.ts';
import type { Effect } from '../../dialogs/protocol/effect.ts';
import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import { composeMessages } from '../../dialogs/response/compose-messages.ts';
import type { Outgoing } from '../../integrations/conversation-store/conversation-store.ts';
import { instantOf } from '../clock.ts';
import type { RuntimeParts } from '../parts.ts';

/** Said instead of a message that may or may not have arrived: whoever misses it asks to hear it again. */
const TEXT = 'patterns/repeat.may_be_missing';

/** The entry with that word instead of its message. The entry itself where the dialogs have no such text. */
export function askFirst(
  { book, clock, settings }: Pick<RuntimeParts, 'book' | 'clock' | 'settings'>,
  channel: Channel | undefined,
  entry: Outgoing,
): Outgoing {
  if (!channel || !entry.to) return entry;
  // The body of a reply is the message that `handle-turn` put there.
  const { locale } = entry.body as unknown as OutboundMessage;
  const id = `${entry.id}.asked`;
  const says: Effect = { kind: 'say', text: TEXT, with: {}, expectsReply: true, resend: 'again', alternative: 0 };
  const [word] = composeMessages(book.current().book, [says], {
    ...{ locale, zone: settings.zone, now: instantOf(clock()), channel: channel.name, place: channel.at(entry.to) },
    epoch: entry.epoch,
    messageIds: () => id,
  });
  // A message is JSON by its type; only the type's `readonly` and optional members hide it.
  return word ? { ...entry, id, body: JSON.parse(JSON.stringify(word)) as Json } : entry;
}
