import { createServer, type IncomingMessage } from 'node:http';
import type { RouteHead } from '../../channels/http-route.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import type { MetricsReader } from './metrics.ts';
import { metricsAccess } from './metrics-access.ts';

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface MetricsServerConfig {
  readonly port: number;
  readonly host: string;
  /** Where it is set, whoever asks sends it as a bearer token; without it the network decides who can ask. */
  readonly token?: string | undefined;
  readonly reader: MetricsReader;
  /** Is told when the numbers cannot be read. */
  readonly telemetry: Pick<Telemetry, 'error'>;
}

/**
 * `/metrics` on a port of its own, so that the public one need not have it.
 * @throws CatalogueError `settings_invalid` when the port is taken
 */
export async function openMetricsServer(config: MetricsServerConfig): Promise<MetricsServer> {
  const { port, host, token, reader, telemetry } = config;
  const admit = metricsAccess({ token, behindProxy: true });
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5000 }, async (request, response) => {
    const answer = (status: number, text: string, mediaType = 'text/plain; charset=utf-8') => {
      response.writeHead(status, { 'Content-Type': mediaType, 'Cache-Control': 'no-store' }).end(text);
    };
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics')
      return answer(404, 'Only GET /metrics.\n');
    try {
      if (token !== undefined) await admit(headOf(request));
      answer(200, await reader.read(), reader.mediaType);
    } catch (fault) {
      const refused = fault instanceof CatalogueError;
      if (!refused) telemetry.error('metrics_failed', {}, fault);
      answer(refused ? fault.entry.status : 500, 'No.\n');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new CatalogueError('settings_invalid', `METRICS_PORT: ${port} cannot be listened on.`, { cause })),
    );
    server.listen({ port, host }, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const headOf = ({ method, url, headers, socket }: IncomingMessage): RouteHead => ({
  ...{ method: method ?? '', url: url ?? '', params: {}, query: {}, remoteAddress: socket.remoteAddress ?? '' },
  headers: { authorization: headers.authorization },
});
