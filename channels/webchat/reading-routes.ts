import { z } from 'zod';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import { defineRoute, type HttpRoute, type RouteHead } from '../http-route.ts';
import { followThread } from './follow-thread.ts';
import { type ShownMessage, shownMessage, transcript } from './payloads.ts';
import { admitAnyone, admitSession, allowsOrigin, TAG, type WebchatParts } from './route-parts.ts';

const PATH = '/webchat/conversations/{id}';

/** What the page reads: the event stream, the transcript, the photos. */
export function readingRoutes(parts: WebchatParts): readonly HttpRoute[] {
  return [events(parts), getTranscript(parts), getPhoto(parts)];
}

function events(parts: WebchatParts): HttpRoute {
  return defineRoute({
    method: 'get',
    path: `${PATH}/events`,
    tag: TAG,
    summary: 'Everything that is shown, from the beginning or after `Last-Event-ID`, and then as it comes.',
    secured: true,
    answers: {
      200: {
        description:
          'Server-sent events. `message`: one message, `id:` is its sequence. `control`: who speaks now. `typing`: `{"on"}`, without an id.',
        schema: shownMessage,
        mediaType: 'text/event-stream',
      },
    },
    allowsOrigin: allowsOrigin(parts),
    admit: admitSession(parts),
    handle: async (request) => {
      const session = request.admitted;
      const after = lastSeen(request);
      return {
        status: 200,
        events: (stream) => {
          stream.onClose(parts.visits.opened(session));
          const showTyping = (on: boolean) => stream.write({ event: 'typing', data: { on } });
          followThread(parts.config.log, { thread: session.thread, after, showTyping }, stream);
          stream.onClose(parts.typing.follow(session.thread, showTyping));
          // The page comes again with a fresh token, and reads on.
          const leftMs = session.expiresAt * 1000 - parts.config.now();
          const ending = setTimeout(() => stream.close(), Math.min(Math.max(leftMs, 0), 2 ** 31 - 1));
          stream.onClose(() => clearTimeout(ending));
        },
      };
    },
  });
}

function lastSeen(head: RouteHead): number {
  const sent = head.headers['last-event-id'] ?? '';
  const seen = sent === '' ? 0 : Number(sent);
  if (!Number.isSafeInteger(seen) || seen < 0)
    throw new CatalogueError('body_invalid', 'Last-Event-ID: a number of this stream.');
  return seen;
}

function getTranscript(parts: WebchatParts): HttpRoute {
  return defineRoute({
    method: 'get',
    path: `${PATH}/transcript`,
    tag: TAG,
    summary: 'The conversation so far: as text to keep, or as JSON where `Accept` asks for it.',
    secured: true,
    answers: { 200: { description: 'Oldest first. As text too.', schema: transcript } },
    allowsOrigin: allowsOrigin(parts),
    admit: admitSession(parts),
    handle: async (request) => {
      const { thread, conversationId } = request.admitted;
      const messages = await allMessages(parts, thread);
      if (/application\/json/.test(request.headers['accept'] ?? '')) {
        const lines = messages.map(({ id, from, agentName, at, text }) => ({
          id,
          from,
          at,
          text,
          ...(agentName === undefined ? {} : { agentName }),
        }));
        return { status: 200, json: { conversationId, messages: lines } };
      }
      return {
        status: 200,
        text: messages.map(lineOf).join('\n'),
        mediaType: 'text/plain; charset=utf-8',
        headers: { 'Content-Disposition': 'attachment; filename="conversation.txt"' },
      };
    },
  });
}

async function allMessages(parts: WebchatParts, thread: string): Promise<readonly ShownMessage[]> {
  const messages: ShownMessage[] = [];
  let after = 0;
  for (;;) {
    const events = await parts.config.log.read(thread, after, 500);
    for (const event of events) {
      after = event.seq;
      const message = event.kind === 'message' ? shownMessage.safeParse(event.body).data : undefined;
      if (message) messages.push(message);
    }
    if (events.length < 500) return messages;
  }
}

const lineOf = ({ at, from, agentName, text, choices }: ShownMessage): string => {
  const offered = choices.length > 0 ? ` [${choices.map(({ label }) => label).join(' / ')}]` : '';
  return `${at.slice(0, 16).replace('T', ' ')} ${agentName ?? from}: ${text}${offered}`;
};

function getPhoto(parts: WebchatParts): HttpRoute {
  return defineRoute({
    method: 'get',
    path: '/webchat/files/{file}',
    tag: TAG,
    summary: 'A photo of a conversation, by its address that nobody can guess.',
    answers: { 200: { description: 'The photo.', schema: z.string(), mediaType: 'image/*' } },
    allowsOrigin: allowsOrigin(parts),
    admit: admitAnyone(parts),
    handle: async ({ params }) => {
      const photo = await parts.photos.read(params['file'] ?? '');
      if (!photo) throw new CatalogueError('not_found');
      return {
        status: 200,
        ...photo,
        headers: {
          'X-Content-Type-Options': 'nosniff',
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'Content-Disposition': 'inline; filename="photo"',
          'Cache-Control': 'private, max-age=3600',
        },
      };
    },
  });
}
