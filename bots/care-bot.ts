import path from 'node:path';
import type { Express } from 'express';
import {
  createPhotos,
  createWebchatChannel,
  signCustomerToken,
  type WebchatConfig,
} from '../channels/webchat/index.ts';
import type { CustomerId } from '../dialogs/protocol/ids.ts';
import { CHANNEL_PROFILES } from '../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../integrations/action-catalogue.ts';
import {
  createSqliteEventLog,
  createSqliteStore,
  openDatabase,
} from '../integrations/conversation-store/sqlite/index.ts';
import { createActions } from '../integrations/create-actions.ts';
import { createSqliteOneTimeCodes } from '../integrations/customers/create-sqlite-one-time-codes.ts';
import { factsOf } from '../integrations/customers/facts-of.ts';
import { createDemoWorld, type DemoWorld } from '../integrations/demo-world/create-demo-world.ts';
import { createEmbeddedNlu } from '../integrations/nlu/embedded/index.ts';
import { createSqliteRecords } from '../integrations/records/sqlite/index.ts';
import { createPinoTelemetry } from '../integrations/telemetry/pino/index.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import { redact } from '../operations/privacy/redact.ts';
import { recordsOf } from '../operations/records-of.ts';
import { openCurrentBook } from '../runtime/books/current-book.ts';
import { type Clock, instantOf, systemClock, systemWait } from '../runtime/clock.ts';
import type { PassPoint } from '../runtime/crash-point.ts';
import { createRuntime, type Runtime } from '../runtime/create-runtime.ts';
import { createHttpApp } from '../runtime/http/create-http-app.ts';
import { healthRoutes } from '../runtime/http/health.ts';
import { channelRoutes } from '../runtime/http/webhooks.ts';
import type { RuntimeSettings } from '../runtime/parts.ts';
import { createPump } from '../runtime/pump.ts';
import type { Additions } from './additions.ts';
import { createCompanySockets } from './company-systems.ts';
import type { Settings } from './config.ts';
import { demoRoutes } from './demo-routes.ts';
import { createModelCache } from './model-cache.ts';
import { PRODUCT_FOLDER } from './product-folder.ts';
import { productWords } from './product-words.ts';
import { readKey } from './read-key.ts';
import { tellNotices } from './tell-notices.ts';

export interface CareBot {
  readonly app: Express;
  readonly runtime: Runtime;
  readonly telemetry: Telemetry;
  /** Ends what runs and closes what is open. */
  stop(): Promise<void>;
}

type CustomerTokens = NonNullable<WebchatConfig['customerTokens']>;

const DAY = 86_400_000;
/** The company whose bot this is. */
const TENANT = 'aozora';
const WATCH_MS = 500;
/** How long the demo shop's word on who is signed in can be used to begin a conversation. */
const PAGE_TOKEN_SECONDS = 3600;
const LATENCY = { floorMs: 150 };
const pages = path.join(PRODUCT_FOLDER, 'dist', 'web');
/** What links in mails lead to. */
const confirmationPage = path.join(pages, 'shop', 'demo', 'confirm.html');
/** The drawings of the guides' steps. */
const images = path.join(PRODUCT_FOLDER, 'dialogs', 'knowledge', 'images');

/** The customer-care bot of Aozora: the parts it is made of, from the ground up. */
export async function createCareBot(settings: Settings, additions: Additions = {}): Promise<CareBot> {
  const telemetry = createPinoTelemetry({ level: settings.LOG_LEVEL, mask: redact });
  const clock = systemClock;
  const folder = path.resolve(settings.DATA_DIR);
  const kept = openStorage(settings, folder, clock);
  const { store, records, database } = kept;
  const world = createDemoWorld({
    database,
    now: () => new Date(clock()),
    seed: settings.DEMO_SEED,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    readUpload: kept.readUpload,
  });
  const codes = createSqliteOneTimeCodes(database);
  const systems = { ...world, ...createCompanySockets(settings.companySystems) };
  const added = additions.actions?.map((action) => [action.name, action] as const) ?? [];
  const shipped = createActions({ ...systems, records, codes, count: store.count, latency: LATENCY });
  const actions = new Map([...added, ...shipped]);
  const models = createModelCache(path.join(folder, 'models'));
  const product = productWords(world.products);
  const book = await openCurrentBook({
    folder: settings.FLOWS_DIR,
    actions: { ...Object.fromEntries(added), ...ACTION_CATALOGUE },
    profiles: CHANNEL_PROFILES,
    learn: ({ examples }) => createEmbeddedNlu({ examples, gazetteers: { product }, cache: models }),
    telemetry,
  });
  const customerTokens = customerTokensOf(settings, folder);
  const channels = [
    createWebchatChannel(webchatConfig(settings, kept, customerTokens, clock), CHANNEL_PROFILES.webchat),
    ...(additions.channels ?? []),
  ];
  const runtime = createRuntime({
    ...{ store, records, channels, book, actions, telemetry, clock, wait: systemWait },
    settings: runtimeSettingsOf(settings),
    ...(settings.CRASH_AT === undefined ? {} : { passPoint: dieAt(settings.CRASH_AT) }),
    customerFacts: (customer) => factsFrom(systems, customer),
    recordsOf: recordsOf({
      ...{ signingKey: readKey(folder, 'handoff'), tenant: TENANT, bot: 'care-bot', nlu: 'embedded' },
      noticeVersion: '1',
      onInvalid: (conversationId, members) => telemetry.error('handoff_invalid', { conversationId, members }),
    }),
  });
  const notice = () => tellNotices({ world, store, channels, host: runtime, now: () => instantOf(clock()) });
  const notices = createPump({ name: 'notices', everyMs: settings.SWEEP_MS, work: notice, telemetry });
  const watching = settings.FLOWS_WATCH ? book.watch(WATCH_MS) : undefined;
  const signCustomer = (id: string) => signCustomerToken(customerTokens, id, clock(), PAGE_TOKEN_SECONDS);
  const app = createHttpApp({
    routes: [
      ...channelRoutes(channels, runtime),
      ...healthRoutes({ store: async () => void (await store.claimRecords(1)) }),
      ...(settings.DEMO ? demoRoutes({ world, signCustomer, confirmationPage }) : []),
    ],
    pages: pagesOf(settings),
    version: '0.1.0',
    trustProxy: settings.TRUST_PROXY,
    telemetry,
  });
  const stop = async () => {
    watching?.stop();
    await notices.stop();
    await runtime.stop();
    kept.close();
  };
  return { app, runtime, telemetry, stop };
}

/** Everything that is kept: one database file, and the photos beside it. */
function openStorage(settings: Settings, folder: string, clock: Clock) {
  const { database, close } = openDatabase(folder);
  const times = { claimMs: settings.CLAIM_MS, idleMs: settings.IDLE_DAYS * DAY };
  const photoFolder = path.join(folder, 'photos');
  const photos = createPhotos(photoFolder);
  return {
    ...{ folder, database, close, photoFolder },
    store: createSqliteStore({ database, now: clock, ...times }),
    log: createSqliteEventLog({ database, now: clock }),
    records: createSqliteRecords({ database }),
    readUpload: async (url: string) => (await photos.read(url.slice(url.lastIndexOf('/') + 1)))?.bytes,
  };
}

/** Dies as by `kill -9`: nothing is ended, nothing is written. */
const dieAt =
  (point: string): PassPoint =>
  (passed) => {
    if (passed === point) process.kill(process.pid, 'SIGKILL');
  };

const webchatConfig = (
  settings: Settings,
  kept: ReturnType<typeof openStorage>,
  customerTokens: CustomerTokens,
  now: Clock,
): WebchatConfig => ({
  accountId: TENANT,
  tokenKey: readKey(kept.folder, 'session'),
  tokenSeconds: settings.SESSION_TOKEN_SECONDS,
  refreshSeconds: settings.SESSION_REFRESH_SECONDS,
  customerTokens,
  allowedOrigins: settings.ALLOWED_ORIGINS,
  photoFolder: kept.photoFolder,
  log: kept.log,
  rates: {
    conversations: settings.RATE_CONVERSATIONS,
    requests: settings.RATE_REQUESTS,
    messages: settings.RATE_MESSAGES,
  },
  now,
});

async function factsFrom(world: Pick<DemoWorld, 'customers'>, customer_id: CustomerId) {
  const read = await world.customers.readCustomer({ customer_id });
  return read.outcome === 'ok' ? factsOf(read.value) : undefined;
}

const pagesOf = (settings: Settings): Readonly<Record<string, string>> => ({
  '/widget': path.join(pages, 'widget'),
  '/knowledge/images': images,
  ...(settings.DEMO ? { '/': path.join(pages, 'shop') } : {}),
});

const customerTokensOf = (settings: Settings, folder: string): CustomerTokens => ({
  key: settings.CUSTOMER_TOKEN_SECRET
    ? new TextEncoder().encode(settings.CUSTOMER_TOKEN_SECRET)
    : readKey(folder, 'customer'),
  issuer: settings.CUSTOMER_TOKEN_ISSUER,
  audience: settings.CUSTOMER_TOKEN_AUDIENCE,
  verifiedSeconds: settings.VERIFIED_SECONDS,
});

const runtimeSettingsOf = (settings: Settings): RuntimeSettings => ({
  leaseMs: settings.LEASE_MS,
  renewMs: settings.RENEW_MS,
  sweepMs: settings.SWEEP_MS,
  dedupeMs: settings.DEDUPE_MS,
  inboxMax: settings.INBOX_MAX,
  attemptsMax: 3,
  stopMs: 10_000,
  zone: settings.SHOP_ZONE,
});
