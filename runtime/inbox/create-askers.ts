import type { Accepted, Asked } from '../../channels/channel.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { StoredReply } from '../../integrations/conversation-store/conversation-store.ts';
import { instantOf, type Wait } from '../clock.ts';
import { meetDeadline } from '../turn/meet-deadline.ts';
import { aliasOf } from './alias-of.ts';

export interface AskParts {
  readonly accept: (event: InboundEvent) => Promise<Accepted>;
  readonly wait: Wait;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Those who wait in this process for what is said to an event. */
export interface Askers {
  ask(event: InboundEvent, withinMs: number): Promise<Asked>;
  /** A turn over this event was committed here, with this reply. */
  replied(event: InboundEvent, reply: StoredReply): void;
}

/** The turn may be run by another process: its reply is looked for so often, in milliseconds. */
const LOOK_MS = 100;

const keyOf = ({ from, id }: InboundEvent): string => `${aliasOf(from)} ${id}`;

/** Lets a caller wait for the reply to its event, whichever process gives it. */
export function createAskers({ accept, wait, clock }: AskParts): Askers {
  const waiting = new Map<string, Set<(reply: StoredReply) => void>>();
  const ask: Askers['ask'] = async (said, withinMs) => {
    const event = { ...said, deadline: instantOf(clock() + withinMs) };
    const until = performance.now() + withinMs;
    const key = keyOf(event);
    const mine = waiting.get(key) ?? new Set();
    waiting.set(key, mine);
    let hear: (reply: StoredReply) => void = () => {};
    const here = new Promise<StoredReply>((resolve) => {
      hear = resolve;
    });
    mine.add(hear);
    try {
      const accepted = await accept(event);
      if (accepted.kind === 'full' || accepted.kind === 'unknown') return accepted;
      const { conversationId } = accepted;
      if (accepted.kind === 'duplicate' && accepted.reply !== undefined)
        return answered(conversationId, accepted.reply);
      const wanted = () => mine.has(hear) && performance.now() < until;
      const elsewhere = lookElsewhere(event, accepted, wanted);
      const reply = await meetDeadline(Promise.race([here, elsewhere]), until - performance.now());
      return reply === 'late' || reply === undefined
        ? { kind: 'late', conversationId }
        : answered(conversationId, reply);
    } finally {
      mine.delete(hear);
      if (mine.size === 0) waiting.delete(key);
    }
  };
  /** Undefined: nobody waits for it any more. While a turn runs here there is nothing to look for. */
  const lookElsewhere = async (
    event: InboundEvent,
    accepted: Accepted,
    wanted: () => boolean,
  ): Promise<StoredReply | undefined> => {
    if (accepted.kind === 'accepted') await accepted.finished;
    for (;;) {
      await wait(LOOK_MS);
      if (!wanted()) return undefined;
      const again = await accept(event).catch(() => undefined);
      if (again?.kind === 'duplicate' && again.reply !== undefined) return again.reply;
    }
  };
  const replied: Askers['replied'] = (event, reply) => {
    for (const hear of waiting.get(keyOf(event)) ?? []) hear(reply);
  };
  return { ask, replied };
}

// The reply of a turn is what `handle-turn` put there.
const answered = (conversationId: string, reply: StoredReply): Asked => ({
  kind: 'answered',
  conversationId,
  messages: (reply as unknown as { readonly messages: readonly OutboundMessage[] }).messages,
});
