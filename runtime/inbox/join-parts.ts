import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { InboundEntry } from '../../integrations/conversation-store/conversation-store.ts';
import type { RuntimeParts } from '../parts.ts';

/** The first message of the inbox, with what was sent right after it as further pieces of the same. */
export interface JoinedEntry {
  readonly event: InboundEvent;
  readonly attempts: number;
  /** How many entries of the inbox it is. */
  readonly used: number;
}

const MOST_PARTS = 5;
const LONGEST_MS = 3000;

type Part = InboundEntry & { readonly event: Extract<InboundEvent, { readonly kind: 'utterance' }> };

const isPart = (entry: InboundEntry): entry is Part => entry.event.kind === 'utterance' && !entry.event.hint;

/** Texts from the head of the inbox; what is no text ends them. */
function partsAtHead(inbox: readonly InboundEntry[]): readonly Part[] {
  const end = inbox.findIndex((entry) => !isPart(entry));
  return inbox
    .slice(0, end < 0 ? undefined : end)
    .filter(isPart)
    .slice(0, MOST_PARTS);
}

/**
 * Waits until no further text has come for `windowMs`, and joins what came: at most five pieces, for at most three seconds, never across
 * a button press or anything else that is no text.
 * @param read the inbox as it is now
 */
export async function joinParts(
  { clock, wait }: Pick<RuntimeParts, 'clock' | 'wait'>,
  inbox: readonly [InboundEntry, ...InboundEntry[]],
  windowMs: number,
  read: () => Promise<readonly InboundEntry[]>,
): Promise<JoinedEntry> {
  const [first] = inbox;
  const alone = { event: first.event, attempts: first.attempts, used: 1 };
  if (windowMs <= 0 || !isPart(first)) return alone;
  const startedAt = clock();
  let parts = partsAtHead(inbox);
  let next = inbox[parts.length];
  let lastAt = startedAt;
  for (;;) {
    const leftMs = Math.min(lastAt + windowMs, startedAt + LONGEST_MS) - clock();
    if (next !== undefined || parts.length >= MOST_PARTS || leftMs <= 0) break;
    await wait(leftMs);
    const now = await read();
    // Empty when the lease was lost meanwhile: the commit will be refused.
    if (now.length === 0) return alone;
    const before = parts.length;
    parts = partsAtHead(now);
    next = now[parts.length];
    // A platform's clock may go wrong: a piece came after the one before it, and before now.
    const sentAt = Date.parse(parts.at(-1)?.event.at ?? '');
    if (parts.length > before) lastAt = Math.min(Math.max(sentAt, lastAt), clock());
  }
  const text = parts.map(({ event }) => event.text).join(' ');
  return parts.length < 2 ? alone : { ...alone, event: { ...first.event, text }, used: parts.length };
}
