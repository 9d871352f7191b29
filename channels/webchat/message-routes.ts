import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { ConversationId } from '../../dialogs/protocol/ids.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import { defineRoute, type HttpRoute, type RouteHead } from '../http-route.ts';
import { awaitAnswer, type Question } from './await-answer.ts';
import { addressOf, eventOf } from './parse.ts';
import {
  type AttachmentPayload,
  type CustomerMessage,
  customerMessage,
  type ShownMessage,
  uploaded,
} from './payloads.ts';
import { PHOTO_KINDS, PHOTO_LIMIT_BYTES } from './photos.ts';
import { admitSession, allowsOrigin, instant, TAG, traceOf, type WebchatParts, wantedLocale } from './route-parts.ts';
import type { Session } from './session-token.ts';

const PATH = '/webchat/conversations/{id}';
const TEXT_LIMIT_BYTES = 64 * 1024;
/** A photo in base64 with its frame. */
const MESSAGE_LIMIT_BYTES = Math.ceil((PHOTO_LIMIT_BYTES * 4) / 3) + 8 * 1024;
/** Whoever sees the bot at work for longer than this, in milliseconds, is not helped by the sign. */
const SIGN_MS = 30_000;

/** What the customer says. */
export function messageRoutes(parts: WebchatParts): readonly HttpRoute[] {
  return [postMessage(parts), postPhoto(parts)];
}

function postMessage(parts: WebchatParts): HttpRoute {
  return defineRoute({
    method: 'post',
    path: `${PATH}/messages`,
    tag: TAG,
    summary: 'Says something: a text, a choice or a photo. The same id again does nothing.',
    secured: true,
    body: customerMessage,
    limitBytes: MESSAGE_LIMIT_BYTES,
    answers: {
      202: { description: 'It is kept; the answer comes by the event stream.', schema: z.object({ id: z.string() }) },
    },
    allowsOrigin: allowsOrigin(parts),
    admit: admitSession(parts, { shownLater: true }),
    handle: async (request) => {
      const session = request.admitted;
      await parts.rates.take('messages', session.thread);
      if (!('attachment' in request.body) && request.raw.length > TEXT_LIMIT_BYTES) {
        throw new CatalogueError('body_too_large', `At most ${TEXT_LIMIT_BYTES} bytes without a photo.`);
      }
      const message = await layPhotoAside(parts, session, request.body);
      await say(parts, session, message, request);
      return { status: 202, json: { id: message.id } };
    },
  });
}

function postPhoto(parts: WebchatParts): HttpRoute {
  return defineRoute({
    method: 'post',
    path: `${PATH}/files`,
    tag: TAG,
    summary: 'Uploads a photo, to be named in a message.',
    secured: true,
    takes: PHOTO_KINDS,
    limitBytes: PHOTO_LIMIT_BYTES,
    answers: { 201: { description: 'It is kept.', schema: uploaded } },
    allowsOrigin: allowsOrigin(parts),
    admit: admitSession(parts),
    handle: async (request) => {
      const { thread } = request.admitted;
      await parts.rates.take('messages', thread);
      return { status: 201, json: await parts.photos.keep(thread, request.raw) };
    },
  });
}

/** A photo inside the message is kept as a file; an uploaded one must be this conversation's own. */
async function layPhotoAside(
  parts: WebchatParts,
  session: Session,
  message: CustomerMessage,
): Promise<CustomerMessage> {
  if (!('attachment' in message)) return message;
  const { attachment } = message;
  const name = attachment.name === undefined ? {} : { name: attachment.name };
  const kept =
    'data' in attachment
      ? await parts.photos.keep(session.thread, Buffer.from(attachment.data, 'base64'))
      : await own(parts, session, attachment);
  return { id: message.id, attachment: { ...kept, ...name } };
}

async function own(parts: WebchatParts, session: Session, { url }: Extract<AttachmentPayload, { url: string }>) {
  const id = url.slice(url.lastIndexOf('/') + 1);
  const photo = parts.photos.belongs(session.thread, id) ? await parts.photos.read(id) : undefined;
  if (!photo) throw new CatalogueError('body_invalid', 'attachment.url: there is no such photo in this conversation.');
  return { url, mediaType: photo.mediaType };
}

async function say(parts: WebchatParts, session: Session, message: CustomerMessage, head: RouteHead): Promise<void> {
  const { config, host } = parts;
  const at = instant(parts);
  const event = eventOf(message, {
    from: addressOf(config.accountId, session),
    conversationId: session.conversationId,
    at,
    locale: wantedLocale(undefined, head),
    ...traceOf(head),
  });
  if (!event) throw new CatalogueError('body_invalid');
  const question = { thread: session.thread, seq: 0 };
  const show = async (_: ConversationId): Promise<void> => {
    const shown = await shownOf(parts, session.thread, message, at);
    const body = JSON.parse(JSON.stringify(shown));
    question.seq = (await config.log.append(session.thread, `customer:${message.id}`, 'message', body)) ?? 0;
    parts.typing.show(session.thread, true);
  };
  const accepted = await host.accept(event, show);
  if (accepted.kind === 'full') throw new CatalogueError('inbox_full', undefined, { retryAfter: 2 });
  if (accepted.kind === 'unknown') throw new CatalogueError('conversation_not_found');
  // Kept before, and perhaps the process died before it was shown.
  if (accepted.kind === 'duplicate') await show(accepted.conversationId);
  const doneHere = accepted.kind === 'accepted' ? accepted.finished : Promise.resolve(false);
  void doneHere.then((done) => stopTyping(parts, question, done));
}

/** The sign stays while somebody else works on the answer: another process, or this one at its next try. */
async function stopTyping({ config, typing }: WebchatParts, question: Question, done: boolean): Promise<void> {
  if (!done) await awaitAnswer(config.log, question, SIGN_MS);
  typing.show(question.thread, false);
}

/** The customer's own message as every page of the thread shows it: a choice by its label. */
async function shownOf(
  parts: WebchatParts,
  thread: string,
  message: CustomerMessage,
  at: string,
): Promise<ShownMessage> {
  const head = { id: message.id, from: 'customer' as const, at, choices: [] };
  if ('text' in message) return { ...head, text: message.text };
  if ('choice' in message) {
    const label = message.label ?? (await labelOf(parts, thread, message.choice));
    return { ...head, text: label ?? (typeof message.choice === 'string' ? message.choice : '') };
  }
  const { attachment } = message;
  const text = attachment.name ?? '';
  return 'url' in attachment
    ? { ...head, text, media: { kind: 'image', url: attachment.url, alt: text } }
    : { ...head, text };
}

/** What the customer read on the choice: the latest that was offered with this value. */
async function labelOf(parts: WebchatParts, thread: string, value: Json): Promise<string | undefined> {
  const offered = z.object({ choices: z.array(z.object({ value: z.json(), label: z.string() })) });
  let label: string | undefined;
  let after = 0;
  for (;;) {
    const events = await parts.config.log.read(thread, after, 200);
    for (const event of events) {
      after = event.seq;
      const choices = event.kind === 'message' ? offered.safeParse(event.body).data?.choices : undefined;
      label = choices?.find((choice) => isDeepStrictEqual(choice.value, value))?.label ?? label;
    }
    if (events.length < 200) return label;
  }
}
