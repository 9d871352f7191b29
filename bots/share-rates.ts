import type { WebchatConfig } from '../channels/webchat/index.ts';

type Rates = WebchatConfig['rates'];
type What = keyof Rates;
type AddTaken = (limit: string, who: string, count: number) => Promise<number>;

export interface SharedRates {
  /** Counts one. @returns how many milliseconds to wait, where all processes together took too much; 0: go on */
  take(what: What, who: string): number;
  stop(): void;
}

const MINUTE_MS = 60_000;
/** What was taken here is told to the others so often: a limit is exceeded by a second's requests at most. */
const TELL_MS = 1000;
/**
 * From what share of a limit on a process tells of it. Nearly no conversation comes near its limit, and to tell of each message would be
 * a call in every turn; so much may be said beyond the limit in each further process. Addresses are told of at once.
 */
const TOLD_FROM = { conversations: 0, requests: 0, messages: 0.05 } as const;

interface Pending {
  readonly what: What;
  readonly who: string;
  readonly since: number;
  count: number;
}

/**
 * Limits that hold for all processes together. Nobody waits for the store: what was taken is added up here and told to it once a second,
 * and whoever took too much, wherever it was, is refused from then to the end of the minute.
 */
export function shareRates(rates: Rates, addTaken: AddTaken, now: () => number = Date.now): SharedRates {
  const pending = new Map<string, Pending>();
  const refused = new Map<string, number>();
  const tell = async (): Promise<void> => {
    for (const [key, until] of refused) if (until <= now()) refused.delete(key);
    const told = [...pending].filter(([, { what, count }]) => count > rates[what] * TOLD_FROM[what]);
    for (const [key] of told) pending.delete(key);
    for (const [key, { since }] of pending) if (now() - since >= MINUTE_MS) pending.delete(key);
    await Promise.all(
      told.map(async ([key, { what, who, count }]) => {
        const taken = await addTaken(what, who, count);
        if (taken > rates[what]) refused.set(key, (Math.floor(now() / MINUTE_MS) + 1) * MINUTE_MS);
      }),
    );
  };
  // A store that is away limits nobody: each process still counts for itself.
  const timer = setInterval(() => void tell().catch(() => undefined), TELL_MS).unref();
  return {
    take: (what, who) => {
      const key = `${what} ${who}`;
      const known = pending.get(key);
      if (known) known.count += 1;
      else pending.set(key, { what, who, since: now(), count: 1 });
      return Math.max(0, (refused.get(key) ?? 0) - now());
    },
    stop: () => clearInterval(timer),
  };
}
