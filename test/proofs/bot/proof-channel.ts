import { z } from 'zod';
import type { Channel, DeliveryResult } from '../../../channels/channel.ts';
import type { Address, InboundEvent } from '../../../dialogs/protocol/event.ts';
import { CHANNEL_PROFILES } from '../../../dialogs/scripts/channel-profiles.ts';

/** `keyed`: the provider drops a second send with the same key · `plain`: it knows no such key, and shows whatever comes. */
export type ProofChannelKind = 'keyed' | 'plain';

export interface ProofChannelConfig {
  readonly kind: ProofChannelKind;
  /** Where the provider takes messages. */
  readonly providerUrl: string;
  /** Name of this process in the provider's log. */
  readonly instance: string;
}

const incoming = z.object({ id: z.string(), user: z.string(), text: z.string(), at: z.string() });
/** Shorter than the harness' claims: a send that outlasts its claim is another's to send as well. */
const SEND_MS = 5500;

/** A platform with a webhook that it repeats until it is answered, as most are. */
export function createProofChannel(config: ProofChannelConfig): Channel {
  const name = `proof-${config.kind}`;
  const capabilities = CHANNEL_PROFILES.whatsapp;
  return {
    name,
    capabilities,
    at: () => capabilities,
    verify: async () => ({ kind: 'trusted' }),
    parse: ({ method, body }): readonly InboundEvent[] => {
      if (method.toLowerCase() !== 'post') return [];
      const { id, user, text, at } = incoming.parse(JSON.parse(Buffer.from(body).toString('utf8')));
      const from = { channel: name, accountId: 'proof', userId: user };
      return [{ id, at, from, locale: 'en', kind: 'utterance', text }];
    },
    render: ({ text }) => [text],
    sendsOnce: config.kind === 'keyed',
    send: (to, payload, retryKey) => send(config, to, String(payload), retryKey),
  };
}

async function send(
  { kind, providerUrl, instance }: ProofChannelConfig,
  to: Address,
  text: string,
  retryKey: string,
): Promise<DeliveryResult> {
  const key = kind === 'keyed' ? { key: retryKey } : {};
  try {
    const answer = await fetch(`${providerUrl}/send`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ kind, to: to.userId, text, instance, ...key }),
      signal: AbortSignal.timeout(SEND_MS),
    });
    await answer.arrayBuffer();
    return answer.ok ? { kind: 'delivered' } : { kind: 'retry', why: `status ${answer.status}` };
  } catch {
    return { kind: 'retry', why: 'no answer' };
  }
}
