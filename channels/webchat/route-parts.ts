import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import { type Locale, localeOf } from '../../dialogs/protocol/locale.ts';
import type { ChannelHost } from '../channel.ts';
import type { RouteHead } from '../http-route.ts';
import type { WebchatConfig } from './config.ts';
import { isAllowedOrigin } from './origins.ts';
import type { Photos } from './photos.ts';
import type { Rates } from './rates.ts';
import type { Session } from './session-token.ts';
import type { Typing } from './typing.ts';
import { checkOrigin, openSession } from './verify.ts';
import type { Visits } from './visits.ts';

export interface WebchatParts {
  readonly config: WebchatConfig;
  readonly photos: Photos;
  readonly rates: Rates;
  readonly typing: Typing;
  readonly visits: Visits;
  readonly host: ChannelHost;
}

export const TAG = 'webchat';

export const allowsOrigin =
  ({ config }: WebchatParts) =>
  (origin: string): boolean =>
    isAllowedOrigin(origin, config.allowedOrigins);

export const instant = ({ config }: WebchatParts): string => new Date(config.now()).toISOString();

export const seconds = ({ config }: WebchatParts): number => Math.floor(config.now() / 1000);

/** The best of our languages that the page or the browser asks for. */
export function wantedLocale(asked: string | undefined, head: RouteHead): Locale {
  const accepted = (head.headers['accept-language'] ?? '').split(',').map((range) => range.split(';')[0]?.trim());
  for (const tag of [asked, ...accepted]) {
    const locale = localeOf(tag);
    if (locale) return locale;
  }
  return 'en';
}

/** What ties the event to the request that it came by. */
export const traceOf = ({ trace }: RouteHead): { readonly trace?: string } => (trace === undefined ? {} : { trace });

/** Origin and rate, for addresses that need no token. */
export function admitAnyone(parts: WebchatParts) {
  return async (head: RouteHead): Promise<void> => {
    checkOrigin(parts.config, head.headers);
    await parts.rates.take('requests', head.remoteAddress);
  };
}

export interface SessionOptions {
  /** An expired token is enough. */
  readonly refreshing?: boolean;
  /** Whether the conversation is still there shows by itself in what follows. */
  readonly shownLater?: boolean;
}

/**
 * Rate and token, before a body is read; gives the session.
 * @throws CatalogueError `too_many_requests`, `token_…`, `origin_refused`, or `conversation_not_found` once it is deleted
 */
export function admitSession(parts: WebchatParts, options: SessionOptions = {}) {
  return async (head: RouteHead): Promise<Session> => {
    await parts.rates.take('requests', head.remoteAddress);
    const session = await openSession(parts.config, head, options);
    if (!options.shownLater && (await parts.config.log.read(session.thread, 0, 1)).length === 0)
      throw new CatalogueError('conversation_not_found');
    parts.visits.seen(session);
    return session;
  };
}
