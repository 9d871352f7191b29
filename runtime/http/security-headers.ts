import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

type Header = readonly [name: string, value: string];

/** What every answer tells browsers, whichever way it took: the same for all, so that it is made once. */
export function securityHeaders(): readonly Header[] {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const policy = helmet({
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
  policy(response.req, response, (fault?: unknown) => {
    if (fault) throw fault;
  });
  return response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]);
}
