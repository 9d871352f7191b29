import type { Express, Request, Response } from 'express';
import type { HttpRoute } from '../../channels/http-route.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import { headOf, type TrustsProxy } from './head-of.ts';
import { type RouteCall, shareWithOrigin } from './run-route.ts';

export interface MountParts {
  /** Answers a request whose route was found. */
  readonly answer: (call: RouteCall) => void;
  readonly trusts: TrustsProxy;
}

const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Hangs the routes into the app. Other methods of their paths get a 405. */
export function mountRoutes(app: Express, routes: readonly HttpRoute[], { answer, trusts }: MountParts): void {
  for (const route of routes) {
    app[route.method](expressPath(route.path), (request: Request, response: Response) => {
      answer({ route, head: headOf(request, request, trusts), request, response });
    });
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const of = routes.filter((route) => route.path === path);
    app.all(expressPath(path), (request: Request, response: Response) =>
      answerOtherMethod(of, trusts, request, response),
    );
  }
}

function answerOtherMethod(
  routes: readonly HttpRoute[],
  trusts: TrustsProxy,
  request: Request,
  response: Response,
): void {
  const [route] = routes;
  const methods = routes.map((one) => one.method.toUpperCase());
  if (request.method !== 'OPTIONS') {
    response.set('Allow', [...methods, 'OPTIONS'].join(', '));
    throw new CatalogueError('method_not_allowed');
  }
  if (route) shareWithOrigin(route, headOf(request, request, trusts), response);
  response
    .set('Allow', [...methods, 'OPTIONS'].join(', '))
    .set('Access-Control-Allow-Methods', methods.join(', '))
    .set('Access-Control-Allow-Headers', 'Authorization, Content-Type, Last-Event-ID, traceparent')
    .set('Access-Control-Max-Age', '600')
    .status(204)
    .end();
}
