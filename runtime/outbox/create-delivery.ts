import type { Channel, DeliveryResult } from '../../channels/channel.ts';
import type { Address } from '../../dialogs/protocol/event.ts';
import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { Control } from '../../dialogs/protocol/state.ts';
import type { Claim, Outgoing } from '../../integrations/conversation-store/conversation-store.ts';
import { inSpan } from '../../integrations/telemetry/in-span.ts';
import type { RuntimeParts } from '../parts.ts';
import { meetDeadline } from '../turn/meet-deadline.ts';
import { askFirst } from './ask-first.ts';
import { retryPolicy } from './retry-policy.ts';

type Parts = Pick<RuntimeParts, 'store' | 'channels' | 'telemetry' | 'passPoint' | 'book' | 'clock' | 'settings'>;

/** What an outbox entry of kind `effect` asks for. */
export interface ControlEffect {
  readonly do: 'show_control';
  readonly control: Control;
}

const AT_ONCE = 50;

export interface Delivery {
  /** There is more to send: it does not wait for what is in hand. */
  wake(): void;
  /** Resolves when all is sent, but for what a slow platform still has in hand. */
  deliverDue(): Promise<void>;
  /** Resolves when that is done too. */
  settled(): Promise<void>;
}

/** So long it waits for the slowest of those that are in hand, before it goes on without it; in milliseconds. */
const PATIENCE_MS = 500;

/**
 * Sends what is due, in order per conversation, until nothing is left. At least once: what a crash leaves open is sent again. A platform
 * that is slow holds up its own conversations alone.
 */
export function createDelivery(parts: Parts): Delivery {
  const sending = new Set<Promise<void>>();
  let wake = (): void => {};
  const begin = (claim: Claim): Promise<void> => {
    const sent = deliverInTrace(parts, claim)
      // What the store does not take down is claimed again.
      .catch((fault: unknown) => parts.telemetry.error('delivery_not_noted', {}, fault))
      .finally(() => sending.delete(sent));
    sending.add(sent);
    return sent;
  };
  const deliverDue = async (): Promise<void> => {
    let inHand: readonly Promise<void>[] = [];
    let until = 0;
    for (;;) {
      const woken = new Promise<'woken'>((resolve) => {
        wake = () => resolve('woken');
      });
      if (sending.size >= AT_ONCE) await Promise.race(sending);
      const claims = await parts.store.claim(AT_ONCE - sending.size);
      if (claims.length + inHand.length === 0) return;
      if (inHand.length === 0) until = performance.now() + PATIENCE_MS;
      inHand = [...inHand, ...claims.map(begin)];
      const why = await meetDeadline(Promise.race([Promise.all(inHand), woken]), until - performance.now());
      if (why !== 'woken') inHand = [];
    }
  };
  return { wake: () => wake(), deliverDue, settled: async () => void (await Promise.allSettled(sending)) };
}

/** Who sends it may be another process than who said it, and much later: the trace is one. */
function deliverInTrace(parts: Parts, claim: Claim): Promise<void> {
  const here = parts.telemetry.within?.(claim.entry.trace) ?? parts.telemetry;
  const facts = { channel: claim.entry.to?.channel, kind: claim.entry.kind, attempts: claim.attempts + 1 };
  return inSpan(here, 'deliver', facts, (telemetry) => deliver({ ...parts, telemetry }, claim));
}

async function deliver(parts: Parts, claim: Claim): Promise<void> {
  if (claim.uncertain) parts.telemetry.count?.('resend_unknown', {});
  const channel = parts.channels.find((one) => one.name === claim.entry.to?.channel);
  const entry = claim.uncertain && !channel?.sendsOnce ? whenUncertain(parts, channel, claim.entry) : claim.entry;
  if (!entry) {
    parts.telemetry.count?.('dead_letters', { kind: claim.entry.kind });
    await parts.store.nack(claim, { dead: 'It may have been sent before, and may not be sent twice.' });
    return;
  }
  parts.passPoint?.('before_send');
  const keeping = setInterval(() => void parts.store.keepClaim(claim).catch(() => false), parts.settings.renewMs);
  const result = await attempt(parts, channel, entry).finally(() => clearInterval(keeping));
  parts.telemetry.note?.({ outcome: result.kind });
  parts.telemetry.count?.('deliveries', { outcome: result.kind, channel: channel?.name ?? 'none' });
  if (result.kind === 'delivered') {
    parts.passPoint?.('after_send');
    await parts.store.ack(claim);
    parts.passPoint?.('after_ack');
    return;
  }
  const how =
    result.kind === 'refused' ? { dead: result.why } : retryPolicy(claim.attempts + 1, result.afterMs, Math.random());
  if ('dead' in how) parts.telemetry.count?.('dead_letters', { kind: entry.kind });
  else parts.telemetry.count?.('retries', { what: 'delivery' });
  parts.telemetry.warn('delivery_failed', {
    channel: entry.to?.channel,
    attempts: claim.attempts + 1,
    why: result.why,
    dead: 'dead' in how,
  });
  await parts.store.nack(claim, how);
}

/** What is sent instead where an earlier sender vanished in the middle: the same, a word that it may be missing, or nothing. */
function whenUncertain(parts: Parts, channel: Channel | undefined, entry: Outgoing): Outgoing | undefined {
  if (entry.resend === 'again') return entry;
  return entry.resend === 'ask_first' ? askFirst(parts, channel, entry) : undefined;
}

async function attempt(parts: Parts, channel: Channel | undefined, entry: Outgoing): Promise<DeliveryResult> {
  if (!channel || !entry.to) return { kind: 'refused', why: 'There is no such channel.' };
  try {
    return await (entry.kind === 'reply'
      ? sendReply(channel, entry, entry.to)
      : performEffect(channel, entry, entry.to));
  } catch (fault) {
    parts.telemetry.error('delivery_broke', { channel: channel.name }, fault);
    return { kind: 'retry', why: 'The channel broke.' };
  }
}

async function sendReply(channel: Channel, entry: Outgoing, to: Address): Promise<DeliveryResult> {
  if (!channel.send) return { kind: 'refused', why: 'This channel answers only when it is asked.' };
  // The body of a reply is the message that `handle-turn` put there.
  const payloads = channel.render(entry.body as unknown as OutboundMessage, to);
  let last: DeliveryResult = { kind: 'delivered' };
  for (const [at, payload] of payloads.entries()) {
    last = await channel.send(to, payload, payloads.length === 1 ? entry.id : `${entry.id}.${at}`);
    if (last.kind !== 'delivered') return last;
  }
  return last;
}

async function performEffect(channel: Channel, entry: Outgoing, to: Address): Promise<DeliveryResult> {
  // The body of an effect is what `handle-turn` put there.
  const effect = entry.body as unknown as ControlEffect;
  return channel.showControl?.(to, effect.control, entry.id) ?? { kind: 'delivered' };
}
