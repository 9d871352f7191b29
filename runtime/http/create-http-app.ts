import type { RequestListener } from 'node:http';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { HttpRoute } from '../../channels/http-route.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import { answerFault } from './answer-fault.ts';
import { findRoute } from './find-route.ts';
import { headOf, type TrustsProxy } from './head-of.ts';
import { type MountParts, mountRoutes } from './mount-routes.ts';
import type { OpenStreams } from './open-event-stream.ts';
import { openapi } from './openapi.ts';
import { type RouteCall, runRoute } from './run-route.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpAppConfig {
  readonly routes: readonly HttpRoute[];
  /** Folders whose files are served as they are, by the path they are served under. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly version: string;
  /** What stands before us: express' `trust proxy`. */
  readonly trustProxy: boolean | number | string;
  readonly telemetry: Telemetry;
  /** Is told of every event stream that opens. */
  readonly streams?: OpenStreams;
}

/**
 * Everything the server answers over HTTP. Routes that are asked for in the plainest way are answered without express; it serves pages and
 * whatever else comes. Table, checks and headers are the same for both.
 */
export function createHttpApp(config: HttpAppConfig): RequestListener {
  const { routes, trustProxy, telemetry, streams = new Set() } = config;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', trustProxy).set('query parser', 'simple');
  // What express makes of the setting.
  const trusts: TrustsProxy = app.get('trust proxy fn');
  const answer = (call: RouteCall): void =>
    void runRoute(call, { telemetry, streams }).catch((fault: unknown) =>
      answerFault(telemetry, { fault, path: call.route.path, request: call.request, response: call.response }),
    );
  fill(app, config, { answer, trusts });
  const find = findRoute(routes);
  const headers = securityHeaders();
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const found = find(request.method ?? '', request.url ?? '');
    if (!found) {
      app(request, response);
      return;
    }
    const { route, params } = found;
    answer({ route, head: headOf(request, { params, query: {} }, trusts), request, response });
  };
}

function fill(app: Express, { routes, pages = {}, version, telemetry }: HttpAppConfig, parts: MountParts): void {
  app.get('/openapi.json', (_request, response) => {
    response.set('Access-Control-Allow-Origin', '*').json(openapi(routes, version));
  });
  mountRoutes(app, routes, parts);
  for (const [path, folder] of Object.entries(pages)) {
    // Any page may embed the widget's script: it holds nothing of anybody.
    const setHeaders = (response: Response) => response.set('Cross-Origin-Resource-Policy', 'cross-origin');
    const index = { index: 'index.html', extensions: ['html'], redirect: false };
    app.use(path, express.static(folder, { ...index, dotfiles: 'ignore', setHeaders }));
  }
  app.use(() => {
    throw new CatalogueError('not_found');
  });
  // Express knows a handler of faults by its four parameters.
  app.use((fault: unknown, request: Request, response: Response, _next: NextFunction) => {
    answerFault(telemetry, { fault, request, response });
  });
}
