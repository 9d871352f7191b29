import path from 'node:path';
import { z } from 'zod';
import { isRedisUrl } from '../integrations/conversation-store/redis/read-redis-url.ts';
import { readAgentName } from '../integrations/nlu/dialogflow-cx/agent-name.ts';
import { CRASH_POINTS } from '../runtime/crash-point.ts';
import type { CompanySystems } from './company-systems.ts';
import { PRODUCT_FOLDER } from './product-folder.ts';

const yesOrNo = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'])
  .transform((word) => word === 'true' || word === '1' || word === 'yes');

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const zone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'an IANA time zone such as Asia/Tokyo');

const origin = z
  .string()
  .regex(
    /^https?:\/\/[^/\s*]+(:\*)?$/,
    'origins such as https://shop.example, separated by commas; `:*` stands for any port',
  );

const origins = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .pipe(z.array(origin));

const agentName = z.string().transform((path, issues) => {
  const agent = readAgentName(path);
  if (agent) return agent;
  issues.addIssue('an agent such as projects/my-shop/locations/asia-northeast1/agents/ID');
  return z.NEVER;
});

/** Every setting, with what it means and what it is without being set. The documentation's table is made from this. */
export const SETTINGS = z.object({
  PORT: whole(0, 65_535).default(3000).describe('Port of the HTTP server; 0 takes a free one'),
  HOST: z.string().min(1).optional().describe('Address to listen on; every one by default'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('Where customers reach this server: links in mails lead there; http://localhost:PORT by default'),
  DATA_DIR: z.string().min(1).default('.data').describe('Folder of the database, the keys and the photos'),
  REDIS_URL: z
    .string()
    .refine(isRedisUrl, 'an address such as redis://host:6379 (docs/how-to/run-with-redis.md)')
    .optional()
    .describe(
      'Redis that keeps the conversations, so that any number of processes share them (redis://, rediss://, redis+sentinel://, redis-cluster://); without it they lie in DATA_DIR and one process serves them',
    ),
  MONGODB_URL: z
    .url({ protocol: /^mongodb(\+srv)?$/ })
    .optional()
    .describe('MongoDB that keeps the records (transcripts, handoffs, surveys); without it they lie in DATA_DIR'),
  PHOTO_DIR: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Folder of the customers' photos; processes on several machines need one they share. DATA_DIR/photos by default",
    ),
  SIGNING_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'What every signing key is made from; without it keys are made at the first start and kept in Redis, or else in DATA_DIR',
    ),
  FLOWS_DIR: z
    .string()
    .min(1)
    .default(path.join(PRODUCT_FOLDER, 'dialogs', 'flows'))
    .describe('Folder of the dialogs'),
  FLOWS_WATCH: yesOrNo.default(true).describe('Take edits of the dialogs live while running'),
  FLOWS_LIVE: z
    .enum(['words', 'all', 'none'])
    .default('words')
    .describe(
      'What an edit taken live changes in conversations that run: `words` (sentences, as long as no step is another), `all` (steps too, by the `migrate` maps), `none`. New conversations always begin with it',
    ),
  NLU: z
    .enum(['embedded', 'dialogflow-cx'])
    .default('embedded')
    .describe(
      'Who reads what customers write: `embedded` (no network, no account) or `dialogflow-cx` (docs/how-to/use-dialogflow-cx.md); rules, values and the dialogs stay ours',
    ),
  NLU_ENCODER: z
    .enum(['none', 'use-lite'])
    .default('none')
    .describe(
      'A sentence encoder that the embedded engine reads with besides: `use-lite` (English; its packages are installed by hand, docs/how-to/measure-understanding.md). The first start after an edit of the examples takes a minute longer, a message 10 to 30 ms',
    ),
  DIALOGFLOW_AGENT: agentName
    .optional()
    .describe(
      'The Dialogflow CX agent that NLU=dialogflow-cx asks, such as projects/my-shop/locations/asia-northeast1/agents/ID; with /environments/ID for one environment of it',
    ),
  DIALOGFLOW_TIMEOUT_MS: whole(50, 30_000)
    .default(1500)
    .describe('How long Dialogflow CX is waited for; then the embedded engine answers'),
  LLM_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Language model that reads what the first engine is not sure of: any endpoint of the OpenAI protocol, up to the path before /chat/completions (docs/how-to/use-a-language-model.md); none without it',
    ),
  LLM_MODEL: z.string().min(1).optional().describe("The model's name at LLM_URL"),
  LLM_KEY: z.string().min(1).optional().describe('Key for LLM_URL (a secret), sent as bearer token'),
  LLM_TIMEOUT_MS: whole(50, 4000)
    .default(1500)
    .describe('How long a turn waits for the language model; then the first engine stands'),
  LLM_CALLS_PER_MINUTE: whole(1, 100_000)
    .default(60)
    .describe('Calls of the language model per process and minute; beyond them the first engine stands'),
  NLU_SHADOW: z
    .enum(['none', 'embedded', 'dialogflow-cx', 'language-model'])
    .default('none')
    .describe(
      'An engine that reads everything a second time and is not heard: where it differs, both answers are kept with the masked words (`omotenashi disagreements`)',
    ),
  ALLOWED_ORIGINS: origins
    .default(['http://localhost:*', 'http://127.0.0.1:*', 'https://localhost:*', 'https://127.0.0.1:*'])
    .describe('Pages that may use the chat, separated by commas; `:*` stands for any port'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('What is logged, on standard error'),
  METRICS: yesOrNo.default(true).describe('Count, and answer /metrics'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Who reads /metrics sends it as a bearer token; without it this machine alone may read, and by no proxy'),
  METRICS_PORT: whole(1, 65_535)
    .optional()
    .describe('Port of its own for /metrics; the public port does not have it then'),
  METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      'Address that METRICS_PORT listens on; another than this machine needs METRICS_TOKEN or your own network',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      "OpenTelemetry collector that traces go to (OTLP over HTTP, JSON), such as http://localhost:4318; without it there are none. The standard's other variables (OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER …) are heeded too",
    ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The same with its path, where that is not OTEL_EXPORTER_OTLP_ENDPOINT/v1/traces'),
  OTEL_SDK_DISABLED: yesOrNo.default(false).describe('Send no traces, whatever else is set'),
  SHOP_ZONE: zone
    .default('Asia/Tokyo')
    .describe("Time zone of the shop: 'today' where the customer's own is not known"),
  TRUST_PROXY: z
    .string()
    .default('false')
    .transform((text) => (text === 'true' ? true : text === 'false' ? false : /^\d+$/.test(text) ? Number(text) : text))
    .describe('Proxies before the server: true, false, how many, or their addresses'),
  COMPANY_SYSTEMS: z
    .string()
    .min(1)
    .optional()
    .describe(
      "YAML file that says where the company's own systems are; the demo world answers for those it does not name",
    ),
  DEMO: yesOrNo
    .optional()
    .describe(
      'Serve the demo shop, its mailbox and its sign-in: yes, unless COMPANY_SYSTEMS is set; both together are refused',
    ),
  DEMO_SEED: z
    .string()
    .min(1)
    .default('aozora')
    .describe('Seed of the demo world; the same seed gives the same customers'),
  DEMO_COMPANY_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe(
      'What a bot shows to `omotenashi demo serve` (Authorization: Bearer); without it the demo company is served to this machine alone',
    ),
  SESSION_TOKEN_SECONDS: whole(10, 86_400).default(1800).describe('How long a session token of the chat holds'),
  SESSION_REFRESH_SECONDS: whole(10, 31_536_000)
    .default(2_592_000)
    .describe('How long after its making a session token can be exchanged for a new one'),
  CUSTOMER_TOKEN_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'Key of the tokens by which your own pages say who is signed in (HS256); one for the demo shop is made by itself',
    ),
  CUSTOMER_TOKEN_ISSUER: z.string().min(1).default('omotenashi-shop').describe('`iss` of those tokens'),
  CUSTOMER_TOKEN_AUDIENCE: z.string().min(1).default('omotenashi').describe('`aud` of those tokens'),
  VERIFIED_SECONDS: whole(60, 86_400).default(43_200).describe('How long a signed-in customer counts as verified'),
  LEASE_MS: whole(200, 600_000).default(10_000).describe('How long a turn holds its conversation without renewing'),
  RENEW_MS: whole(50, 200_000)
    .default(3000)
    .describe('How often a turn renews its lease, and a slow send its claim; at most half of LEASE_MS and of CLAIM_MS'),
  SWEEP_MS: whole(20, 60_000)
    .default(1000)
    .describe('How often lapsed turns, timers and unsent messages are looked for'),
  CLAIM_MS: whole(200, 600_000)
    .default(10_000)
    .describe('How long sending one message may take before it is tried again'),
  STOP_MS: whole(0, 600_000)
    .default(10_000)
    .describe(
      'How long a process that is told to end waits for its turns; those that are not done are handed to others',
    ),
  DEDUPE_MS: whole(1000, 604_800_000)
    .default(86_400_000)
    .describe('How long a message is known, so that it is not done twice'),
  CRASH_AT: z
    .string()
    .regex(
      new RegExp(`^(after_action:[a-z_]+|${CRASH_POINTS.join('|')})(:[1-9]\\d{0,8})?$`),
      `${CRASH_POINTS.join(', ')} or after_action:NAME; with :N for the N-th time`,
    )
    .optional()
    .describe(
      `For tests alone: the process kills itself at this point (${CRASH_POINTS.join(', ')}, after_action:NAME; with :N when it is passed for the N-th time). Refused where NODE_ENV is production`,
    ),
  IDLE_DAYS: whole(1, 3650).default(30).describe('How long a silent conversation is kept'),
  INBOX_MAX: whole(1, 1000).default(60).describe('How many messages of one conversation may wait'),
  RATE_CONVERSATIONS: whole(1, 1_000_000).default(120).describe('New conversations per address and minute'),
  RATE_REQUESTS: whole(1, 1_000_000).default(1200).describe('Requests to the chat per address and minute'),
  RATE_MESSAGES: whole(1, 1_000_000).default(240).describe('Messages per conversation and minute'),
});
export type Settings = Omit<z.infer<typeof SETTINGS>, 'DEMO'> & {
  readonly DEMO: boolean;
  readonly companySystems: CompanySystems;
};
