import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import { openMetricsServer } from '../runtime/http/open-metrics-server.ts';
import type { Additions } from './additions.ts';
import { type CareBot, createCareBot } from './care-bot.ts';
import type { Settings } from './config.ts';
import { readSettings } from './read-settings.ts';

export interface RunningServer {
  /** `http://localhost:3000` */
  readonly url: string;
  readonly telemetry: Telemetry;
  stop(): Promise<void>;
}

const LAST_WORDS_MS = 500;

/**
 * Starts everything and listens.
 * @throws CatalogueError `store_in_use`, `dialogs_invalid`, `settings_invalid` when the port is taken
 */
export async function openServer(settings: Settings, additions?: Additions): Promise<RunningServer> {
  const bot = await createCareBot(settings, additions);
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 30_000, keepAliveTimeout: 65_000 }, bot.app);
  const metrics = await openMetrics(bot, settings);
  try {
    await listen(server, settings);
  } catch (cause) {
    await metrics?.close();
    await bot.stop();
    throw new CatalogueError('settings_invalid', `PORT: ${settings.PORT} cannot be listened on.`, { cause });
  }
  return {
    url: `http://localhost:${portOf(server)}`,
    telemetry: bot.telemetry,
    stop: async () => {
      // Until the last turn is done, whoever comes is told in words to go elsewhere.
      await bot.stop();
      await close(server);
      await metrics?.close();
    },
  };
}

/** The port of its own that the numbers are read at, where one is set. */
async function openMetrics(bot: CareBot, { METRICS_PORT, METRICS_HOST, METRICS_TOKEN }: Settings) {
  if (!bot.metrics || METRICS_PORT === undefined) return undefined;
  const { metrics: reader, telemetry } = bot;
  return openMetricsServer({ port: METRICS_PORT, host: METRICS_HOST, token: METRICS_TOKEN, reader, telemetry }).catch(
    async (fault: unknown) => {
      await bot.stop();
      throw fault;
    },
  );
}

/** Runs until the system asks it to end. Faults of the settings are told in words, without a trace. */
export async function startServer(additions?: Additions): Promise<void> {
  try {
    const server = await openServer(readSettings(), additions);
    const stop = onceThen(
      async () => {
        await server.stop();
        process.exit(0);
      },
      // Asked again, whoever asks has no more patience: others go on from what is kept.
      () => process.exit(1),
    );
    process.on('SIGTERM', stop).on('SIGINT', stop);
    // said last: whoever reads it may stop us at once, and is heard
    process.stdout.write(`Omotenashi is ready: ${server.url}\n`);
    // One conversation's fault must not end all others.
    process.on('unhandledRejection', (fault) => server.telemetry.error('unhandled_rejection', {}, fault));
  } catch (fault) {
    if (!(fault instanceof CatalogueError)) throw fault;
    process.stderr.write(`${fault.message}\n${fault.entry.remedy}\n`);
    process.exitCode = 1;
  }
}

const listen = (server: Server, { PORT, HOST }: Settings): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    // A rush of customers waits in line instead of being turned away.
    server.listen({ port: PORT, host: HOST, backlog: 4096 }, () => {
      server.off('error', reject);
      resolve();
    });
  });

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** What is still being written leaves; then nothing stays open. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const last = setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(last);
}

function onceThen(work: () => Promise<void>, then: () => void): () => void {
  let begun = false;
  return () => {
    if (begun) return then();
    begun = true;
    void work();
  };
}
