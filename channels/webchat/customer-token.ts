import { jwtVerify, SignJWT } from 'jose';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Identity } from '../../dialogs/protocol/state.ts';
import type { WebchatConfig } from './config.ts';

type CustomerTokens = NonNullable<WebchatConfig['customerTokens']>;

/**
 * The customer whom the company's own page vouches for: verified as that customer, for a time.
 * @param now milliseconds since 1970
 * @throws CatalogueError `token_invalid`
 */
export async function readCustomerToken(
  tokens: CustomerTokens | undefined,
  token: string,
  now: number,
): Promise<Identity> {
  if (!tokens) throw new CatalogueError('token_invalid', 'This chat takes no customer tokens.');
  const { issuer, audience } = tokens;
  const { payload } = await jwtVerify(token, tokens.key, {
    algorithms: ['HS256'],
    issuer,
    audience,
    requiredClaims: ['sub', 'exp'],
    currentDate: new Date(now),
  }).catch((cause: unknown) => {
    throw new CatalogueError('token_invalid', 'The customer token is not valid.', { cause });
  });
  return {
    level: 'verified',
    proves: { customer: payload.sub ?? '' },
    method: 'page_token',
    at: new Date(now).toISOString(),
    expiresAt: new Date(now + tokens.verifiedSeconds * 1000).toISOString(),
  };
}

/** What a shop's server signs for the customer who is signed in on its page. */
export async function signCustomerToken(
  tokens: CustomerTokens,
  customerId: string,
  now: number,
  seconds: number,
): Promise<string> {
  const issued = Math.floor(now / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(customerId)
    .setIssuer(tokens.issuer)
    .setAudience(tokens.audience)
    .setIssuedAt(issued)
    .setExpirationTime(issued + seconds)
    .sign(tokens.key);
}
