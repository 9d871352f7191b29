import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Verdict, WebhookRequest } from '../channel.ts';
import type { RouteHead } from '../http-route.ts';
import type { WebchatConfig } from './config.ts';
import { isAllowedOrigin } from './origins.ts';
import { readSessionOnce } from './read-session-once.ts';
import { readSession, type Session } from './session-token.ts';

const PATH = /^\/webchat\/conversations\/([\w-]+)(?:[/?]|$)/;

/** @throws CatalogueError `origin_refused` */
export function checkOrigin(config: WebchatConfig, headers: RouteHead['headers']): string {
  const origin = headers['origin'];
  if (origin !== undefined && !isAllowedOrigin(origin, config.allowedOrigins))
    throw new CatalogueError('origin_refused');
  return origin ?? '';
}

/**
 * Does the request's token open the conversation of its path, from this page?
 * @param options `refreshing`: an expired token is enough
 * @throws CatalogueError `token_missing`, `token_invalid`, `origin_refused`
 */
export async function openSession(
  config: WebchatConfig,
  request: Pick<RouteHead, 'headers' | 'url'>,
  options: { readonly refreshing?: boolean } = {},
): Promise<Session> {
  const origin = checkOrigin(config, request.headers);
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined) throw new CatalogueError('token_missing');
  const now = Math.floor(config.now() / 1000);
  const session = options.refreshing
    ? await readSession(config.tokenKey, token, { now, refreshSeconds: config.refreshSeconds })
    : await readSessionOnce(config.tokenKey, token, now);
  if (session.conversationId !== PATH.exec(request.url)?.[1]) throw new CatalogueError('token_invalid');
  // A page tells its origin except where it reads from its own server; a server or a script tells none.
  const fits = origin === '' || session.origin === '' || origin === session.origin;
  if (!fits) throw new CatalogueError('token_invalid', 'It was made for another site.');
  return session;
}

/** The channel's own check, as the socket asks for it. */
export async function verify(config: WebchatConfig, request: WebhookRequest): Promise<Verdict> {
  try {
    await openSession(config, request);
    return { kind: 'trusted' };
  } catch (fault) {
    if (!(fault instanceof CatalogueError)) throw fault;
    return { kind: 'refused', response: { status: fault.entry.status }, why: fault.message };
  }
}
