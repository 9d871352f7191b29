import { z } from 'zod';
import type { Dice } from '../../../integrations/demo-world/dice.ts';
import { endJson, type Served, serveHttp } from './serve-http.ts';

export interface Shown {
  readonly text: string;
  /** The process that sent it. */
  readonly by: string;
}

export interface Provider extends Served {
  /** Calls back with everything that this user sees. */
  follow(user: string, onShown: (shown: Shown) => void): void;
}

const sent = z.object({
  kind: z.enum(['keyed', 'plain']),
  to: z.string(),
  text: z.string(),
  instance: z.string(),
  key: z.string().optional(),
});

/** Likelihoods of a passing fault, and of an answer that is lost after the message was shown (where a key makes that harmless). */
const [FAILS, LOSES_ANSWER] = [0.02, 0.02];

/** A platform's sending side: with `keyed` it drops a key that it has shown, with `plain` it shows whatever comes. */
export async function serveProvider(dice: Dice): Promise<Provider> {
  const known = new Set<string>();
  const followers = new Map<string, (shown: Shown) => void>();
  const served = await serveHttp((_, body, response) => {
    const { kind, to, text, instance, key } = sent.parse(JSON.parse(body));
    if (dice.chance(FAILS)) return endJson(response, 503, {});
    if (key === undefined || !known.has(key)) followers.get(to)?.({ text, by: instance });
    if (key !== undefined) known.add(key);
    if (kind === 'keyed' && dice.chance(LOSES_ANSWER)) response.destroy();
    else endJson(response, 200, {});
  });
  return { ...served, follow: (user, onShown) => void followers.set(user, onShown) };
}
