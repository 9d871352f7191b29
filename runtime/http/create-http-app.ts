import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { HttpRoute } from '../../channels/http-route.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import { newId } from '../ids.ts';
import type { OpenStreams } from './open-event-stream.ts';
import { openapi } from './openapi.ts';
import { problemOf } from './problem.ts';
import { CORRELATION_HEADER, mountRoutes } from './route.ts';

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

/** Everything the server answers over HTTP. */
export function createHttpApp(config: HttpAppConfig): Express {
  const { routes, pages = {}, version, trustProxy, telemetry, streams = new Set() } = config;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', trustProxy).set('query parser', 'simple');
  app.use(securityHeaders());
  app.get('/openapi.json', (_request, response) => {
    response.set('Access-Control-Allow-Origin', '*').json(openapi(routes, version));
  });
  mountRoutes(app, routes, { telemetry, streams });
  for (const [path, folder] of Object.entries(pages)) {
    // Any page may embed the widget's script: it holds nothing of anybody.
    const setHeaders = (response: Response) => response.set('Cross-Origin-Resource-Policy', 'cross-origin');
    const index = { index: 'index.html', extensions: ['html'], redirect: false };
    app.use(path, express.static(folder, { ...index, dotfiles: 'ignore', setHeaders }));
  }
  app.use(() => {
    throw new CatalogueError('not_found');
  });
  app.use((fault: unknown, request: Request, response: Response, next: NextFunction) => {
    answerFault(telemetry, fault, request, response, next);
  });
  return app;
}

function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        // The widget draws itself with adopted style sheets; its pages bring theirs as files.
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    // In development there is no TLS; where there is, the proxy that ends it says so.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
}

function answerFault(
  telemetry: Telemetry,
  fault: unknown,
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const id = newId();
  const problem = problemOf(asCatalogueError(fault), id);
  if (problem.status >= 500) {
    const correlation = response.get(CORRELATION_HEADER);
    // The path may hold anything that a sender made up: where it belongs to a route, the route is named.
    const path: unknown = request.route?.path;
    telemetry.error('request_failed', { id, correlation, method: request.method, path: String(path ?? '') }, fault);
  }
  if (response.headersSent) {
    next(fault);
    return;
  }
  // What is left of a body that nobody read would be taken for the next request.
  if (!request.complete) response.set('Connection', 'close');
  response.status(problem.status).set(problem.headers).send(JSON.stringify(problem.body));
}

/** Express and its parts say by `status` that the sender is to blame: a broken percent sign in the path, for one. */
function asCatalogueError(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault instanceof CatalogueError) return fault;
  const status = 'status' in fault ? Number(fault.status) : 500;
  if (status === 404) return new CatalogueError('not_found', undefined, { cause: fault });
  return status >= 400 && status < 500 ? new CatalogueError('body_invalid', undefined, { cause: fault }) : fault;
}
