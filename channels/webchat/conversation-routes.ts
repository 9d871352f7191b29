import { createHmac, randomBytes } from 'node:crypto';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { Identity } from '../../dialogs/protocol/state.ts';
import { defineRoute, type HttpRoute } from '../http-route.ts';
import { readCustomerToken } from './customer-token.ts';
import { addressOf } from './parse.ts';
import { newConversation, session as sessionAnswer, tokenRequest } from './payloads.ts';
import {
  admitAnyone,
  admitSession,
  allowsOrigin,
  instant,
  seconds,
  TAG,
  traceOf,
  type WebchatParts,
  wantedLocale,
} from './route-parts.ts';
import { type Session, signSession } from './session-token.ts';
import { checkOrigin } from './verify.ts';

const PATH = '/webchat/conversations';

/** Beginning, going on with and deleting a conversation. */
export function conversationRoutes(parts: WebchatParts): readonly HttpRoute[] {
  return [create(parts), refresh(parts), remove(parts)];
}

function create(parts: WebchatParts): HttpRoute {
  return defineRoute({
    method: 'post',
    path: PATH,
    tag: TAG,
    summary: 'Starts a conversation. The greeting comes by its event stream.',
    body: newConversation,
    answers: { 201: { description: 'It has begun.', schema: sessionAnswer } },
    allowsOrigin: allowsOrigin(parts),
    admit: async (head) => {
      await admitAnyone(parts)(head);
      await parts.rates.take('conversations', head.remoteAddress);
    },
    handle: async (request) => {
      const { config } = parts;
      const origin = checkOrigin(config, request.headers);
      const { customer_token: customerToken, zone, locale } = request.body;
      const identity = customerToken
        ? await readCustomerToken(config.customerTokens, customerToken, config.now())
        : undefined;
      const thread = randomBytes(12).toString('hex');
      const customer = identity?.proves.customer;
      const userId = customer ?? visitorOf(config.tokenKey, request.remoteAddress);
      const event = sessionStarted(
        parts,
        { thread, userId },
        {
          locale: wantedLocale(locale, request),
          ...traceOf(request),
          ...(identity ? { identity } : {}),
          ...(zone && isZone(zone) ? { zone } : {}),
        },
      );
      const accepted = await parts.host.accept(event, async () => {
        await config.log.append(thread, 'start', 'control', { owner: 'bot', epoch: 0 });
      });
      if (accepted.kind !== 'accepted') throw new CatalogueError('store_unavailable');
      const answer = await sessionFor(parts, {
        ...{ conversationId: accepted.conversationId, thread, userId, origin },
        ...(customer === undefined ? {} : { customer }),
      });
      return { status: 201, json: answer };
    },
  });
}

function refresh(parts: WebchatParts): HttpRoute {
  return defineRoute({
    method: 'post',
    path: `${PATH}/{id}/token`,
    tag: TAG,
    summary:
      'Exchanges a token for a new one, also for a while after it expired. Tells of a customer who signed in meanwhile.',
    secured: true,
    body: tokenRequest,
    answers: { 200: { description: 'The new token.', schema: sessionAnswer } },
    allowsOrigin: allowsOrigin(parts),
    admit: admitSession(parts, { refreshing: true }),
    handle: async (request) => {
      const { config, host } = parts;
      const session = request.admitted;
      const { customer_token: customerToken, locale } = request.body;
      if (!customerToken) return { status: 200, json: await sessionFor(parts, session) };
      const identity = await readCustomerToken(config.customerTokens, customerToken, config.now());
      const { customer } = identity.proves;
      if (session.customer !== undefined && session.customer !== customer) {
        throw new CatalogueError('token_invalid', "This conversation is another customer's: start a new one.");
      }
      await host.accept(
        sessionStarted(parts, session, { locale: wantedLocale(locale, request), identity, ...traceOf(request) }),
      );
      return {
        status: 200,
        json: await sessionFor(parts, { ...session, ...(customer === undefined ? {} : { customer }) }),
      };
    },
  });
}

function remove(parts: WebchatParts): HttpRoute {
  return defineRoute({
    method: 'delete',
    path: `${PATH}/{id}`,
    tag: TAG,
    summary: 'Deletes the conversation with everything that is kept of it.',
    secured: true,
    answers: { 204: { description: 'It is gone.' } },
    allowsOrigin: allowsOrigin(parts),
    admit: admitSession(parts),
    handle: async (request) => {
      const { conversationId, thread } = request.admitted;
      await parts.host.forget(conversationId);
      await parts.config.log.erase(thread);
      await parts.photos.erase(thread);
      return { status: 204, empty: true };
    },
  });
}

function sessionStarted(
  parts: WebchatParts,
  of: { readonly thread: string; readonly userId: string },
  about: Pick<InboundEvent, 'locale' | 'trace'> & { readonly identity?: Identity; readonly zone?: string },
): InboundEvent {
  return {
    id: `start:${randomBytes(9).toString('base64url')}`,
    at: instant(parts),
    from: addressOf(parts.config.accountId, of),
    kind: 'session',
    phase: 'started',
    ...about,
  };
}

async function sessionFor(parts: WebchatParts, of: Omit<Session, 'expiresAt'>) {
  const { tokenKey, tokenSeconds } = parts.config;
  const token = await signSession(tokenKey, of, { now: seconds(parts), seconds: tokenSeconds });
  return { conversationId: of.conversationId, token, expiresIn: tokenSeconds };
}

/** The same for every conversation from one network address, so that tries are counted over all of them. */
const visitorOf = (key: Uint8Array, remoteAddress: string): string =>
  `visitor-${createHmac('sha256', key).update(remoteAddress).digest('hex').slice(0, 20)}`;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
