import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { WebchatConfig } from './config.ts';

export interface Rates {
  /** Counts one, or refuses it. @throws CatalogueError `too_many_requests` with the seconds to wait */
  take(what: keyof WebchatConfig['rates'], who: string): Promise<void>;
}

/** How much of what is taken per minute: counted in this process, and by `shared` for all of them together. */
export function createRates(perMinute: WebchatConfig['rates'], shared?: WebchatConfig['sharedRates']): Rates {
  const limiterOf = (points: number) => new RateLimiterMemory({ points, duration: 60 });
  const limiters = {
    conversations: limiterOf(perMinute.conversations),
    requests: limiterOf(perMinute.requests),
    messages: limiterOf(perMinute.messages),
  };
  return {
    take: async (what, who) => {
      const refuse = (waitMs: number): never => {
        throw new CatalogueError('too_many_requests', undefined, { retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) });
      };
      await limiters[what]
        .consume(who)
        .catch((refusal: unknown) => refuse(refusal instanceof RateLimiterRes ? refusal.msBeforeNext : 1000));
      const waitMs = shared?.take(what, who) ?? 0;
      if (waitMs > 0) refuse(waitMs);
    },
  };
}
