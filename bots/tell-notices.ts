import type { ChannelHost } from '../channels/channel.ts';
import type { ConversationStore } from '../integrations/conversation-store/conversation-store.ts';
import type { DemoWorld } from '../integrations/demo-world/create-demo-world.ts';

export interface TellNotices {
  readonly world: Pick<DemoWorld, 'dueNotices' | 'markNoticed'>;
  readonly store: Pick<ConversationStore, 'locate'>;
  readonly host: Pick<ChannelHost, 'accept'>;
  /** ISO instant. */
  readonly now: () => string;
}

/** Orders that somebody asked to be told of become events of their conversations, each once: in the open chat at once, else there at the next visit. */
export async function tellNotices({ world, store, host, now }: TellNotices): Promise<void> {
  for (const { conversationId, customerId: _, order_number: order, ...facts } of world.dueNotices()) {
    const place = await store.locate(conversationId);
    // Nobody is there any more to be told.
    if (!place) {
      world.markNoticed(conversationId, order);
      continue;
    }
    const accepted = await host.accept({
      id: `notice:${order}`,
      conversationId,
      at: now(),
      ...place,
      kind: 'trigger',
      name: 'out_for_delivery_notice',
      // Never `order_number`: a notice must not change what the talk is about.
      slots: { parcel_order: order, ...facts },
    });
    if (accepted.kind !== 'full') world.markNoticed(conversationId, order);
  }
}
