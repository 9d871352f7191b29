import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';

/** What a session token opens. */
export interface Session {
  readonly conversationId: string;
  /** The thread of this chat: the address's, and the event log's. */
  readonly thread: string;
  /** Who sends, for the counting of tries: the signed-in customer, or the visitor's network address in a form that cannot be read back. */
  readonly userId: string;
  /** The page that the token was made for; empty when it was no page. */
  readonly origin: string;
  /** The customer who is signed in on the page. */
  readonly customer?: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

const ALGORITHM = 'HS256';
const AUDIENCE = 'omotenashi-webchat-session';

const claims = z.object({
  sub: z.string(),
  thread: z.string(),
  user: z.string(),
  customer: z.string().optional(),
  origin: z.string(),
  iat: z.number(),
  exp: z.number(),
});

/** @param now seconds since 1970 */
export async function signSession(
  key: Uint8Array,
  of: Omit<Session, 'expiresAt'>,
  times: { readonly now: number; readonly seconds: number },
): Promise<string> {
  return new SignJWT({ thread: of.thread, user: of.userId, customer: of.customer, origin: of.origin })
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(of.conversationId)
    .setAudience(AUDIENCE)
    .setIssuedAt(times.now)
    .setExpirationTime(times.now + times.seconds)
    .sign(key);
}

/**
 * Reads a token of ours.
 * @param times `refreshSeconds`: take an expired one too, for so long after it was made
 * @throws CatalogueError `token_invalid`
 */
export async function readSession(
  key: Uint8Array,
  token: string,
  times: { readonly now: number; readonly refreshSeconds?: number },
): Promise<Session> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: [ALGORITHM],
    audience: AUDIENCE,
    currentDate: new Date(times.now * 1000),
    ...(times.refreshSeconds === undefined ? {} : { clockTolerance: times.refreshSeconds }),
  }).catch((cause: unknown) => {
    const why = cause instanceof errors.JWTExpired ? 'It has expired.' : undefined;
    throw new CatalogueError('token_invalid', why, { cause });
  });
  const read = claims.safeParse(payload);
  if (!read.success) throw new CatalogueError('token_invalid');
  const { sub, thread, user, customer, origin, exp, iat } = read.data;
  if (times.refreshSeconds !== undefined && iat + times.refreshSeconds < times.now)
    throw new CatalogueError('token_invalid');
  return {
    conversationId: sub,
    thread,
    userId: user,
    origin,
    ...(customer === undefined ? {} : { customer }),
    expiresAt: exp,
  };
}
