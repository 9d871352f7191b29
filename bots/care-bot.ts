import type { RequestListener } from 'node:http';
import path from 'node:path';
import type { ActionCatalogue } from '../dialogs/flow/action-catalogue.ts';
import type { CustomerId } from '../dialogs/protocol/ids.ts';
import { CHANNEL_PROFILES } from '../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../integrations/action-catalogue.ts';
import { createActions } from '../integrations/create-actions.ts';
import { factsOf } from '../integrations/customers/facts-of.ts';
import type { DemoWorld } from '../integrations/demo-world/create-demo-world.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import { recordsOf } from '../operations/records-of.ts';
import { openCurrentBook } from '../runtime/books/current-book.ts';
import { instantOf, systemClock, systemWait } from '../runtime/clock.ts';
import { createRuntime, type Runtime } from '../runtime/create-runtime.ts';
import { createHttpApp } from '../runtime/http/create-http-app.ts';
import { healthRoutes } from '../runtime/http/health.ts';
import { type MetricsReader, metricsRoutes } from '../runtime/http/metrics.ts';
import { type MetricsReaders, metricsAccess } from '../runtime/http/metrics-access.ts';
import type { OpenStreams } from '../runtime/http/open-event-stream.ts';
import { channelRoutes } from '../runtime/http/webhooks.ts';
import type { RuntimeSettings } from '../runtime/parts.ts';
import { createPump } from '../runtime/pump.ts';
import type { Additions } from './additions.ts';
import type { Settings } from './config.ts';
import { demoRoutes } from './demo-routes.ts';
import { dieAt } from './die-at.ts';
import { disagreementRecord } from './disagreement-record.ts';
import { CLI_MODELS, createModelCache } from './model-cache.ts';
import { openCompany } from './open-company.ts';
import { openStores, type Stores } from './open-stores.ts';
import { openTelemetry } from './open-telemetry.ts';
import { type OpenedUnderstanding, openUnderstanding } from './open-understanding.ts';
import { openWebchat } from './open-webchat.ts';
import { PRODUCT_FOLDER } from './product-folder.ts';
import { PRODUCT_VERSION } from './product-version.ts';
import { productWords } from './product-words.ts';
import { tellNotices } from './tell-notices.ts';

export interface CareBot {
  readonly app: RequestListener;
  readonly runtime: Runtime;
  readonly telemetry: Telemetry;
  /** What a port of its own tells; absent where it is told on the public one, or not at all. */
  readonly metrics?: MetricsReader;
  /** Ends what runs and closes what is open. */
  stop(): Promise<void>;
}

/** The company whose bot this is. */
const TENANT = 'aozora';
const WATCH_MS = 500;
/** No conversation has this id: asking for it touches nobody's. */
const NOBODY = 'health';
const LATENCY = { floorMs: 150 };
const pages = path.join(PRODUCT_FOLDER, 'dist', 'web');
/** What links in mails lead to. */
const confirmationPage = path.join(pages, 'shop', 'demo', 'confirm.html');
/** The drawings of the guides' steps. */
const images = path.join(PRODUCT_FOLDER, 'dialogs', 'knowledge', 'images');

/** The customer-care bot of Aozora: the parts it is made of, from the ground up. */
export async function createCareBot(settings: Settings, additions: Additions = {}): Promise<CareBot> {
  const seen = await openTelemetry(settings);
  const { telemetry } = seen;
  const clock = systemClock;
  const folder = path.resolve(settings.DATA_DIR);
  const stores = await openStores(settings, folder, clock, telemetry);
  const { store, records, codes } = stores;
  const { systems, products, world } = openCompany({ settings, folder, clock, stores }, telemetry);
  const added = additions.actions?.map((action) => [action.name, action] as const) ?? [];
  const shipped = createActions({ ...systems, records, codes, count: store.count, latency: LATENCY });
  const actions = new Map([...added, ...shipped]);
  const webchat = await openWebchat(settings, stores, clock, TENANT);
  const signingKey = await stores.key('handoff');
  // Last of what waits for a store: where the sources run, learning takes seconds in which nothing else is heard. What the command line
  // has learned of the same dialogs is not learned again.
  const models = createModelCache(path.join(folder, 'models'), CLI_MODELS);
  const understanding = await openUnderstanding(settings, {
    ...{ products: productWords(products), models, telemetry },
    keepDisagreement: (found) => records.write([disagreementRecord(found)]),
  });
  const book = await openBook(settings, stores, Object.fromEntries(added), understanding, telemetry);
  const channels = [webchat.channel, ...(additions.channels ?? [])];
  const runtime = createRuntime({
    ...{ store, records, channels, book, actions, telemetry, clock, wait: systemWait },
    settings: runtimeSettingsOf(settings),
    ...(settings.CRASH_AT === undefined ? {} : { passPoint: dieAt(settings.CRASH_AT) }),
    ...(stores.mayHaveLost ? { mayHaveLost: stores.mayHaveLost } : {}),
    customerFacts: (customer) => factsFrom(systems, customer),
    recordsOf: recordsOf({
      ...{ signingKey, tenant: TENANT, bot: 'care-bot', nlu: settings.NLU },
      noticeVersion: '1',
      onInvalid: (conversationId, members) => telemetry.error('handoff_invalid', { conversationId, members }),
    }),
  });
  const notice = async () =>
    world && tellNotices({ world, store, channels, host: runtime, now: () => instantOf(clock()) });
  const notices = createPump({ name: 'notices', everyMs: settings.SWEEP_MS, work: notice, telemetry });
  const watching = settings.FLOWS_WATCH ? book.watch(WATCH_MS) : undefined;
  const metrics = seen.metrics(store);
  const ownPort = settings.METRICS_PORT !== undefined;
  const streams: OpenStreams = new Set();
  const app = createHttpApp({
    routes: [
      ...channelRoutes(channels, runtime),
      ...healthRoutes({
        vital: { store: async () => void (await store.read(NOBODY)) },
        helpful: { records: stores.askRecords },
        stopping: runtime.stopping,
      }),
      ...(metrics && !ownPort ? metricsRoutes(metrics, metricsAccess(metricsReadersOf(settings))) : []),
      ...(settings.DEMO && world ? demoRoutes({ world, signCustomer: webchat.signCustomer, confirmationPage }) : []),
    ],
    pages: pagesOf(settings),
    version: PRODUCT_VERSION,
    trustProxy: settings.TRUST_PROXY,
    telemetry,
    streams,
  });
  const stop = async () => {
    watching?.stop();
    await notices.stop();
    await runtime.stop();
    for (const sendElsewhere of streams) sendElsewhere();
    webchat.stop();
    await understanding.close();
    await stores.close();
    await seen.close();
  };
  return { app, runtime, telemetry, stop, ...(metrics && ownPort ? { metrics } : {}) };
}

/** The dialogs, and the understanding that has learned from them. */
function openBook(
  settings: Settings,
  { revisions }: Pick<Stores, 'revisions'>,
  added: ActionCatalogue,
  { learn }: OpenedUnderstanding,
  telemetry: Telemetry,
) {
  return openCurrentBook({
    folder: settings.FLOWS_DIR,
    actions: { ...added, ...ACTION_CATALOGUE },
    profiles: CHANNEL_PROFILES,
    learn,
    revisions,
    liveEdits: settings.FLOWS_LIVE,
    telemetry,
  });
}

async function factsFrom(world: Pick<DemoWorld, 'customers'>, customer_id: CustomerId) {
  const read = await world.customers.readCustomer({ customer_id });
  return read.outcome === 'ok' ? factsOf(read.value) : undefined;
}

const metricsReadersOf = ({ METRICS_TOKEN, PUBLIC_URL, TRUST_PROXY }: Settings): MetricsReaders => ({
  token: METRICS_TOKEN,
  behindProxy: PUBLIC_URL !== undefined || TRUST_PROXY !== false,
});

const pagesOf = (settings: Settings): Readonly<Record<string, string>> => ({
  '/widget': path.join(pages, 'widget'),
  '/knowledge/images': images,
  ...(settings.DEMO ? { '/': path.join(pages, 'shop') } : {}),
});

const runtimeSettingsOf = (settings: Settings): RuntimeSettings => ({
  leaseMs: settings.LEASE_MS,
  renewMs: settings.RENEW_MS,
  sweepMs: settings.SWEEP_MS,
  dedupeMs: settings.DEDUPE_MS,
  inboxMax: settings.INBOX_MAX,
  attemptsMax: 3,
  stopMs: settings.STOP_MS,
  zone: settings.SHOP_ZONE,
});
