import { createHash, createHmac } from 'node:crypto';
import type { HandoffContext } from '../../dialogs/protocol/handoff-context.ts';

/**
 * Seals a context: the transcript's hash, and a signature over everything, so that nobody on its way can change it unseen.
 * @param key at least 32 bytes
 */
export function signContext(context: HandoffContext, key: Uint8Array): HandoffContext {
  const sha256 = createHash('sha256')
    .update(canonicalJson(context.transcript.items ?? []))
    .digest('hex');
  const hashed = { ...context, transcript: { ...context.transcript, sha256 } };
  return { ...hashed, provenance: { ...hashed.provenance, signature: signatureOf(hashed, key) } };
}

/** Is it as it was signed? */
export function isGenuine(context: HandoffContext, key: Uint8Array): boolean {
  const { signature } = context.provenance;
  const unsigned = { ...context, provenance: { ...context.provenance, signature: '' } };
  return signature !== '' && signature === signatureOf(unsigned, key);
}

function signatureOf(context: HandoffContext, key: Uint8Array): string {
  const unsigned = { ...context, provenance: { ...context.provenance, signature: '' } };
  return `hmac-sha256=${createHmac('sha256', key).update(canonicalJson(unsigned)).digest('hex')}`;
}

/** The same value gives the same text, whatever the order of its keys. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const parts = entries
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`);
  return `{${parts.join(',')}}`;
}
