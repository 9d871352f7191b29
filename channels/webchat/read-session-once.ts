import { readSession, type Session } from './session-token.ts';

/** Enough for everybody who talks at the same time; the rest is read again. */
const KNOWN_MAX = 10_000;
const known = new WeakMap<Uint8Array, Map<string, Session>>();

/**
 * Reads a token of ours. A signature that was good stays good: it is checked at the token's first request, and only the time at later ones.
 * @param now seconds since 1970
 * @throws CatalogueError `token_invalid`
 */
export async function readSessionOnce(key: Uint8Array, token: string, now: number): Promise<Session> {
  const ofKey = known.get(key) ?? new Map<string, Session>();
  known.set(key, ofKey);
  const seen = ofKey.get(token);
  if (seen && seen.expiresAt > now) return seen;
  ofKey.delete(token);
  const session = await readSession(key, token, { now });
  const [oldest] = ofKey.keys();
  if (ofKey.size >= KNOWN_MAX && oldest !== undefined) ofKey.delete(oldest);
  ofKey.set(token, session);
  return session;
}
