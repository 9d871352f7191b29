import type { Channel, ChannelHost } from '../channels/channel.ts';
import type { Address } from '../dialogs/protocol/event.ts';
import type { ConversationId } from '../dialogs/protocol/ids.ts';
import type { ConversationStore } from '../integrations/conversation-store/conversation-store.ts';
import type { DemoWorld } from '../integrations/demo-world/create-demo-world.ts';
import { doAlone } from './do-alone.ts';

type DueNotice = ReturnType<DemoWorld['dueNotices']>[number];

export interface TellNotices {
  readonly world: Pick<DemoWorld, 'dueNotices' | 'markNoticed'>;
  readonly store: Pick<ConversationStore, 'locate' | 'read' | 'count'>;
  readonly channels: readonly Pick<Channel, 'name' | 'isThere' | 'conversationOf'>[];
  readonly host: Pick<ChannelHost, 'accept'>;
  /** ISO instant. */
  readonly now: () => string;
}

/**
 * Orders that somebody asked to be told of become events of their conversations, each once: in the open chat at once; where nobody is
 * there to see it, or people of ours hold the conversation, as soon as that changes, in whichever conversation the customer is then.
 */
export async function tellNotices(parts: TellNotices): Promise<void> {
  if (parts.world.dueNotices().length > 0) await doAlone(parts.store, 'notices', (mayGoOn) => tellAll(parts, mayGoOn));
}

async function tellAll(parts: TellNotices, mayGoOn: () => boolean): Promise<void> {
  const told = new Set<string>();
  // Read anew: what another process has told meanwhile is no longer due.
  const due = parts.world.dueNotices();
  const places = await Promise.all(due.map((notice) => whereTo(parts, notice)));
  for (const [n, notice] of due.entries()) {
    const { conversationId, order_number: order } = notice;
    const to = places[n];
    if (to === 'later' || !mayGoOn()) continue;
    // Two conversations of one customer may watch the same order, and only one of them is open.
    const once = `${to?.conversationId} ${order}`;
    const done = !to || told.has(once) || (await tell(parts, notice, to));
    told.add(once);
    if (done) parts.world.markNoticed(conversationId, order);
  }
}

interface Place extends NonNullable<Awaited<ReturnType<ConversationStore['locate']>>> {
  readonly conversationId: ConversationId;
}

/** Undefined: the conversation is gone, and with it the wish. */
async function whereTo(parts: TellNotices, notice: DueNotice): Promise<Place | 'later' | undefined> {
  const { conversationId, customerId } = notice;
  const asked = await parts.store.locate(conversationId);
  if (!asked) return undefined;
  const isThere = async (at: Address) =>
    (await parts.channels.find(({ name }) => name === at.channel)?.isThere?.(at)) ?? true;
  const openOf = async (customer: string) =>
    Promise.all(parts.channels.map(({ conversationOf }) => conversationOf?.(customer)));
  const [here, open] = await Promise.all([isThere(asked.from), customerId === undefined ? [] : openOf(customerId)]);
  if (here) return unlessHeld(parts, { conversationId, ...asked });
  for (const other of open) {
    const place = other === undefined ? undefined : await parts.store.locate(other);
    if (other !== undefined && place) return unlessHeld(parts, { conversationId: other, ...place });
  }
  return 'later';
}

/** While people of ours hold the conversation, nothing of the bot's cuts in. */
async function unlessHeld({ store }: TellNotices, place: Place): Promise<Place | 'later'> {
  const owner = (await store.read(place.conversationId))?.control.owner ?? 'bot';
  return owner === 'bot' ? place : 'later';
}

async function tell({ host, now }: TellNotices, notice: DueNotice, to: Place): Promise<boolean> {
  const { conversationId: by, customerId: _, askedAt, order_number: order, ...facts } = notice;
  const accepted = await host.accept({
    // The same when the process dies before it is ticked off; another for whoever else watches the order, or asks for it again.
    id: `notice:${by}:${order}:${askedAt}`,
    ...to,
    at: now(),
    kind: 'trigger',
    name: 'out_for_delivery_notice',
    // Never `order_number`: a notice must not change what the talk is about.
    slots: { parcel_order: order, ...facts },
  });
  return accepted.kind !== 'full';
}
