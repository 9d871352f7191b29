import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRoute, RouteAnswer, RouteHead } from '../../channels/http-route.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import { inSpan } from '../../integrations/telemetry/in-span.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import { correlationOf } from '../../integrations/telemetry/trace-parent.ts';
import { type OpenStreams, openEventStream } from './open-event-stream.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';

export interface RouteParts {
  readonly telemetry: Telemetry;
  readonly streams: OpenStreams;
}

/** A request that a route answers. */
export interface RouteCall {
  readonly route: HttpRoute;
  readonly head: RouteHead;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const FORBIDDEN_PARAMS = /__proto__|constructor|prototype/;

/** Names the id by which everything that comes of the request is found again in logs and traces. */
export const CORRELATION_HEADER = 'X-Correlation-Id';

/**
 * Origin, admission, body, handler, answer: the one way of a request through a route, whoever found the route. What brings something in
 * gets a span; looking does not: health checks and open streams are no steps of a conversation.
 * @throws CatalogueError what is to be answered instead
 */
export function runRoute(call: RouteCall, { telemetry, streams }: RouteParts): Promise<void> {
  const { route, head, response } = call;
  if (route.method === 'get') return run(call, streams);
  const here = telemetry.within?.(head.headers['traceparent']) ?? telemetry;
  return inSpan(here, 'request', { method: head.method, route: route.path }, async (inside) => {
    const correlation = correlationOf(inside.trace);
    if (correlation !== undefined) response.setHeader(CORRELATION_HEADER, correlation);
    await run(inside.trace === undefined ? call : { ...call, head: { ...head, trace: inside.trace } }, streams);
    inside.note?.({ status: response.statusCode });
  });
}

async function run({ route, head, request, response }: RouteCall, streams: OpenStreams): Promise<void> {
  shareWithOrigin(route, head, response);
  if (FORBIDDEN_PARAMS.test(head.url)) throw new CatalogueError('not_found');
  const admitted = await route.admit?.(head);
  const raw = route.body || route.takes ? await readBody(request, route.limitBytes) : new Uint8Array();
  write(response, await route.handle({ ...head, admitted, raw, body: bodyOf(route, head, raw) }), streams);
}

function bodyOf(route: HttpRoute, head: RouteHead, raw: Uint8Array): unknown {
  if (!route.body || raw.length === 0) return undefined;
  if (!/^application\/json\b/i.test(head.headers['content-type'] ?? '')) {
    throw new CatalogueError('media_type_unsupported', 'This address takes application/json.');
  }
  return parseJson(raw);
}

/** Lets pages of the origins that the route allows read its answer. */
export function shareWithOrigin(route: HttpRoute, head: RouteHead, response: ServerResponse): void {
  if (!route.allowsOrigin) return;
  response.setHeader('Vary', 'Origin');
  const origin = head.headers['origin'];
  if (origin === undefined || !route.allowsOrigin(origin)) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', `Retry-After, ${CORRELATION_HEADER}`);
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

function write(response: ServerResponse, answer: RouteAnswer, streams: OpenStreams): void {
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  if ('events' in answer) {
    answer.events(openEventStream(response, streams));
    return;
  }
  response.statusCode = answer.status;
  if ('json' in answer) end(response, 'application/json; charset=utf-8', JSON.stringify(answer.json));
  else if ('text' in answer) end(response, withCharset(answer.mediaType), answer.text);
  else if ('bytes' in answer) end(response, answer.mediaType, answer.bytes);
  else response.end();
}

const withCharset = (mediaType: string): string =>
  mediaType.includes('charset=') ? mediaType : `${mediaType}; charset=utf-8`;

/** A text goes out in one piece with the head. */
function end(response: ServerResponse, mediaType: string, body: string | Uint8Array): void {
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}
