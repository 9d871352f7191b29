import type { Express, NextFunction, Request, Response } from 'express';
import type { HttpRoute, RouteAnswer, RouteHead } from '../../channels/http-route.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import { inSpan } from '../../integrations/telemetry/in-span.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import { correlationOf } from '../../integrations/telemetry/trace-parent.ts';
import { type OpenStreams, openEventStream } from './open-event-stream.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';

interface Shared {
  readonly telemetry: Telemetry;
  readonly streams: OpenStreams;
}

const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');
const FORBIDDEN_PARAMS = /__proto__|constructor|prototype/;

/** Hangs the routes into the app: origin, admission, body, handler, answer. Other methods of their paths get a 405. */
export function mountRoutes(app: Express, routes: readonly HttpRoute[], { telemetry, streams }: Shared): void {
  for (const route of routes) {
    app[route.method](expressPath(route.path), (request: Request, response: Response, next: NextFunction) => {
      runInTrace(route, request, response, { telemetry, streams }).catch(next);
    });
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const of = routes.filter((route) => route.path === path);
    app.all(expressPath(path), (request: Request, response: Response) => answerOtherMethod(of, request, response));
  }
}

/** Names the id by which everything that comes of the request is found again in logs and traces. */
export const CORRELATION_HEADER = 'X-Correlation-Id';

/** What brings something in gets a span; looking does not: health checks and open streams are no steps of a conversation. */
function runInTrace(route: HttpRoute, request: Request, response: Response, shared: Shared): Promise<void> {
  const { telemetry, streams } = shared;
  if (route.method === 'get') return run(route, headOf(request), request, response, streams);
  const here = telemetry.within?.(request.get('traceparent')) ?? telemetry;
  return inSpan(here, 'request', { method: request.method, route: route.path }, async (inside) => {
    const correlation = correlationOf(inside.trace);
    if (correlation !== undefined) response.set(CORRELATION_HEADER, correlation);
    const head = inside.trace === undefined ? headOf(request) : { ...headOf(request), trace: inside.trace };
    await run(route, head, request, response, streams);
    inside.note?.({ status: response.statusCode });
  });
}

async function run(
  route: HttpRoute,
  head: RouteHead,
  request: Request,
  response: Response,
  streams: OpenStreams,
): Promise<void> {
  shareWithOrigin(route, head, response);
  if (FORBIDDEN_PARAMS.test(request.url)) throw new CatalogueError('not_found');
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

function headOf(request: Request): RouteHead {
  const single = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const singles = (values: object): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const one = single(value);
        return one === undefined ? [] : [[name, one]];
      }),
    );
  return {
    method: request.method,
    url: request.originalUrl,
    params: singles(request.params),
    query: singles(request.query),
    headers: singles(request.headers),
    remoteAddress: request.ip ?? 'unknown',
  };
}

function shareWithOrigin(route: HttpRoute, head: RouteHead, response: Response): void {
  if (!route.allowsOrigin) return;
  response.vary('Origin');
  const origin = head.headers['origin'];
  if (origin === undefined || !route.allowsOrigin(origin)) return;
  response.set('Access-Control-Allow-Origin', origin);
  response.set('Access-Control-Expose-Headers', `Retry-After, ${CORRELATION_HEADER}`);
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
}

function answerOtherMethod(routes: readonly HttpRoute[], request: Request, response: Response): void {
  const [route] = routes;
  const methods = routes.map((one) => one.method.toUpperCase());
  if (request.method !== 'OPTIONS') {
    response.set('Allow', [...methods, 'OPTIONS'].join(', '));
    throw new CatalogueError('method_not_allowed');
  }
  if (route) shareWithOrigin(route, headOf(request), response);
  response
    .set('Allow', [...methods, 'OPTIONS'].join(', '))
    .set('Access-Control-Allow-Methods', methods.join(', '))
    .set('Access-Control-Allow-Headers', 'Authorization, Content-Type, Last-Event-ID, traceparent')
    .set('Access-Control-Max-Age', '600')
    .status(204)
    .end();
}

function write(response: Response, answer: RouteAnswer, streams: OpenStreams): void {
  if (answer.headers) response.set(answer.headers);
  if (!response.get('Cache-Control')) response.set('Cache-Control', 'no-store');
  if ('events' in answer) {
    answer.events(openEventStream(response, streams));
    return;
  }
  response.status(answer.status);
  if ('json' in answer) response.json(answer.json);
  else if ('text' in answer) response.type(answer.mediaType).send(answer.text);
  else if ('bytes' in answer) response.type(answer.mediaType).send(Buffer.from(answer.bytes));
  else response.end();
}
