import type { History, HistoryEntry, TalkKind } from './history.ts';

/** What broke the promise, by message. Empty lists: it was kept. */
export interface Findings {
  /** Messages that the bot said it has. */
  readonly messages: number;
  /** No effect, or no answer, or never taken at all. */
  readonly lost: readonly string[];
  /** Done more than once. */
  readonly doubleEffects: readonly string[];
  /** Done or answered after a message that came later. */
  readonly outOfOrder: readonly string[];
  /** Answered more than once; `stated`: in the one window that is stated, see `STATED_MS`. */
  readonly duplicateReplies: readonly { readonly message: string; readonly stated: boolean }[];
  /** Of an `asked` talk: its request broke, and the answer came with a later one. */
  readonly saidLater: readonly string[];
  /** Of an `asked` talk: its request broke before the bot had it. Nothing was done, and the customer knows. */
  readonly notTaken: readonly string[];
  /** Answered that it could not be done. */
  readonly missed: readonly string[];
  /** What else may never be. */
  readonly faults: readonly string[];
  /** Messages by the time from their taking to their first answer, in milliseconds, the longest first. */
  readonly waits: readonly { readonly message: string; readonly ms: number }[];
}

/**
 * The stated window: a process that had just given a reply to a provider without retry keys died before it wrote that down.
 * A process writes it down as soon as the provider has answered, so the death comes within this time, in milliseconds.
 */
const STATED_MS = 1000;

type Of<Kind extends HistoryEntry['kind']> = Extract<HistoryEntry, { readonly kind: Kind }>;

/** Reads what the fakes saw and judges it. Pure. */
export function checkHistory({ talks, entries }: History): Findings {
  const of = <Kind extends HistoryEntry['kind']>(kind: Kind) =>
    entries.filter((entry): entry is Of<Kind> => entry.kind === kind);
  const taken = new Set(of('taken').map(({ message }) => message));
  const said = [...new Set(of('said').map(({ message }) => message))];
  const effects = by(of('effect').filter(({ known }) => !known));
  const replies = by(of('reply'));
  const missed = said.filter((message) => replies.get(message)?.some((reply) => reply.missed));
  const kinds = new Map(talks.map(({ name, kind }) => [name, kind]));
  const killed = of('killed');
  const broke = new Map(of('broke').map((entry) => [entry.message, entry]));
  const notTaken = of('said').flatMap(({ message, at }) => {
    const end = broke.get(message);
    const nothing = end && !effects.has(message) && !replies.has(message);
    return nothing && (end.told || diedBetween(killed, at, end.at)) ? [message] : [];
  });
  const isLost = (message: string) => {
    if (notTaken.includes(message)) return false;
    const isKnown = taken.has(message) || broke.has(message);
    return !isKnown || !replies.has(message) || (!effects.has(message) && !missed.includes(message));
  };
  return {
    messages: taken.size,
    lost: said.filter(isLost),
    doubleEffects: [...effects].filter(([, done]) => done.length > 1).map(([message]) => message),
    outOfOrder: [...new Set([...overtaken(firsts(effects)), ...overtaken(firsts(replies))])],
    duplicateReplies: [...replies].flatMap(([message, shown]) =>
      shown.slice(1).map((_, at) => ({ message, stated: isStated(kinds, shown, at, killed) })),
    ),
    saidLater: [...broke.keys()].filter((message) => replies.has(message)),
    notTaken,
    missed,
    faults: of('fault').map(({ what }) => what),
    waits: of('taken')
      .flatMap(
        ({ message, at }) =>
          replies
            .get(message)
            ?.slice(0, 1)
            .map((reply) => ({ message, ms: reply.at - at })) ?? [],
      )
      .sort((one, other) => other.ms - one.ms),
  };
}

function by<Entry extends { readonly message: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) found.set(entry.message, [...(found.get(entry.message) ?? []), entry]);
  return found;
}

const firsts = (grouped: ReadonlyMap<string, readonly HistoryEntry[]>): readonly string[] =>
  [...grouped]
    .map(([message, [first]]) => ({ message, at: first?.at ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .map(({ message }) => message);

const split = (message: string) => {
  const dash = message.lastIndexOf('-');
  return { talk: message.slice(0, dash), n: Number(message.slice(dash + 1)) };
};

/** Messages that a later one of their talk came before. */
function overtaken(inOrderSeen: readonly string[]): readonly string[] {
  const highest = new Map<string, number>();
  return inOrderSeen.filter((message) => {
    const { talk, n } = split(message);
    const before = highest.get(talk) ?? 0;
    highest.set(talk, Math.max(before, n));
    return n < before;
  });
}

/** A process is seen to be gone a little before or after its connections break. */
const SEEN_MS = 500;

/** Did a process die while this request was on its way? */
const diedBetween = (killed: readonly Of<'killed'>[], from: number, to: number): boolean =>
  killed.some(({ at }) => at >= from - SEEN_MS && at <= to + SEEN_MS);

/** Was the sender of the reply before this one killed right after it? */
function isStated(
  kinds: ReadonlyMap<string, TalkKind>,
  shown: readonly Of<'reply'>[],
  at: number,
  killed: readonly Of<'killed'>[],
): boolean {
  const before = shown[at];
  if (!before || kinds.get(before.talk) !== 'plain') return false;
  return killed.some(({ process, at: death }) => {
    const after = death - before.at;
    return process === before.by && after >= 0 && after <= STATED_MS;
  });
}

/** Nothing but duplicates in the stated window. */
export const isKept = ({ lost, doubleEffects, outOfOrder, duplicateReplies, faults }: Findings): boolean =>
  lost.length + doubleEffects.length + outOfOrder.length + faults.length === 0 &&
  duplicateReplies.every(({ stated }) => stated);
