import { distance } from 'fastest-levenshtein';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import { SETTINGS, type Settings } from '../../config.ts';
import { readSettings } from '../../read-settings.ts';
import { type Finding, tellOf } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const { ok, warning, error } = tellOf('settings');
const REFERENCE = 'docs/reference/settings.md';
/** Fewer different signs than this are a word or a pattern, no key. */
const SIGNS_OF_A_KEY = 10;

/** Can the settings be used, and do they go together? `settings` is absent where nothing can start with them. */
export function checkSettings(environment: Environment): {
  readonly settings?: Settings;
  readonly findings: readonly Finding[];
} {
  const strays = strayNames(environment);
  try {
    const settings = readSettings(environment);
    const wrong = [...together(settings, environment), ...keys(settings), ...strays];
    const set = Object.keys(SETTINGS.shape).filter((name) => environment[name]).length;
    return {
      settings,
      findings: wrong.length > 0 ? wrong : [ok(`They go together (${set} set, the others as shipped).`)],
    };
  } catch (fault) {
    if (!(fault instanceof CatalogueError)) throw fault;
    const faults = (fault.detail ?? fault.message).split(/(?<=\.) (?=[A-Z_]+: )/);
    return { findings: [...faults.map((each) => error(each, `What it takes: ${REFERENCE}`)), ...strays] };
  }
}

/** Variables that are meant for us, and misspelt. */
function strayNames(environment: Environment): readonly Finding[] {
  const known = Object.keys(SETTINGS.shape);
  return Object.keys(environment).flatMap((name) => {
    if (known.includes(name) || !/^[A-Z][A-Z0-9_]{5,}$/.test(name) || name.startsWith('OTEL_')) return [];
    const near = known.find((one) => one.length > 6 && distance(one, name) <= 2);
    return near ? [warning(`${name} is no setting: it is not heeded.`, `Was ${near} meant?`)] : [];
  });
}

interface Rule {
  readonly holds: (settings: Settings, environment: Environment) => boolean;
  readonly finding: Finding;
}

const inProduction = (environment: Environment) => environment['NODE_ENV'] === 'production';
const isLocal = (host: string) => /^(?:localhost|127\.|::1|\[::1\])/.test(host);

const RULES: readonly Rule[] = [
  {
    holds: ({ DEMO }, environment) => DEMO && inProduction(environment),
    finding: warning(
      'The demo shop is served in production: whoever finds it signs in as any demo customer.',
      'Set DEMO=no, or name your systems by COMPANY_SYSTEMS.',
    ),
  },
  {
    holds: ({ LOG_LEVEL }, environment) => LOG_LEVEL === 'debug' && inProduction(environment),
    finding: warning('LOG_LEVEL=debug in production: faults may quote customers.', 'Set LOG_LEVEL=info.'),
  },
  {
    holds: ({ ALLOWED_ORIGINS }, environment) =>
      inProduction(environment) && ALLOWED_ORIGINS.every((one) => isLocal(one.replace(/^https?:\/\//, ''))),
    finding: warning(
      'ALLOWED_ORIGINS names this machine alone: no page of yours may use the chat.',
      'Set it to the origins of your pages.',
    ),
  },
  {
    holds: ({ PUBLIC_URL }, environment) => inProduction(environment) && (PUBLIC_URL?.startsWith('http://') ?? false),
    finding: warning(
      'PUBLIC_URL is http: links in mails are not protected.',
      'Give the server TLS by a proxy, and PUBLIC_URL as https.',
    ),
  },
  {
    holds: ({ PUBLIC_URL, TRUST_PROXY }) => TRUST_PROXY === false && (PUBLIC_URL?.startsWith('https://') ?? false),
    finding: warning(
      'PUBLIC_URL is https, so a proxy stands before the server; without TRUST_PROXY all customers share the limits of one address.',
      'Set TRUST_PROXY to the number of proxies.',
    ),
  },
  {
    holds: ({ TRUST_PROXY }) => TRUST_PROXY === true,
    finding: warning(
      'TRUST_PROXY=true believes every address that a sender claims: limits per address hold nobody off.',
      'Set it to the number of your proxies.',
    ),
  },
  {
    holds: ({ LLM_URL }) => LLM_URL?.startsWith('http://') === true && !isLocal(LLM_URL.slice('http://'.length)),
    finding: warning(
      "LLM_URL is http: the key and the customers' words go to the language model for everybody on the way to read.",
      'Set it to an https address.',
    ),
  },
  {
    holds: ({ RENEW_MS, LEASE_MS }) => RENEW_MS * 3 > LEASE_MS,
    finding: warning(
      'RENEW_MS is more than a third of LEASE_MS: one renewal that is lost, and another process takes the turn over.',
      'Set RENEW_MS to a third of LEASE_MS or less.',
    ),
  },
  {
    holds: ({ SWEEP_MS, LEASE_MS }) => SWEEP_MS > LEASE_MS,
    finding: warning(
      'SWEEP_MS is longer than LEASE_MS: what a dead process left is found late.',
      'Set SWEEP_MS to a tenth of LEASE_MS.',
    ),
  },
  {
    holds: ({ DEDUPE_MS }) => DEDUPE_MS < 600_000,
    finding: warning(
      'DEDUPE_MS is below ten minutes: a platform that sends again later is answered twice.',
      'Set it to a day (86400000), longer for Meta, Telegram and LINE.',
    ),
  },
  {
    holds: ({ SESSION_REFRESH_SECONDS, SESSION_TOKEN_SECONDS }) => SESSION_REFRESH_SECONDS < SESSION_TOKEN_SECONDS,
    finding: warning(
      'SESSION_REFRESH_SECONDS is shorter than SESSION_TOKEN_SECONDS: a page that was asleep loses its conversation.',
      'Set it to days.',
    ),
  },
  {
    holds: ({ METRICS, METRICS_PORT, METRICS_TOKEN }) =>
      !METRICS && (METRICS_PORT !== undefined || METRICS_TOKEN !== undefined),
    finding: warning(
      'METRICS is off, and METRICS_PORT or METRICS_TOKEN is set: nothing is counted.',
      'Set METRICS=yes, or take the others away.',
    ),
  },
  {
    holds: ({ METRICS_PORT, PORT }) => METRICS_PORT !== undefined && METRICS_PORT === PORT,
    finding: error('METRICS_PORT is the same as PORT.', 'Take another port, or METRICS_TOKEN without a port.'),
  },
  {
    holds: ({ METRICS_PORT, METRICS_HOST, METRICS_TOKEN }) =>
      METRICS_PORT !== undefined && METRICS_TOKEN === undefined && !isLocal(METRICS_HOST),
    finding: warning(
      'METRICS_HOST is open to other machines, and METRICS_TOKEN is not set: whoever reaches the port reads the metrics.',
      'Set METRICS_TOKEN, unless the network keeps others out.',
    ),
  },
  {
    holds: (settings, environment) =>
      settings.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined &&
      !['http/json', undefined, ''].includes(environment['OTEL_EXPORTER_OTLP_PROTOCOL']),
    finding: warning(
      'OTEL_EXPORTER_OTLP_PROTOCOL asks for another form than http/json, which is what is sent.',
      'Point OTEL_EXPORTER_OTLP_ENDPOINT at the collector’s HTTP port (4318): collectors take JSON there.',
    ),
  },
  {
    holds: ({ REDIS_URL, SIGNING_SECRET, PHOTO_DIR }, environment) =>
      inProduction(environment) && REDIS_URL !== undefined && SIGNING_SECRET === undefined && PHOTO_DIR === undefined,
    finding: warning(
      'Several processes share conversations, but photos lie in DATA_DIR of each: on several machines they are not found.',
      'Set PHOTO_DIR to a folder that all of them share; on one machine this is fine.',
    ),
  },
];

const together = (settings: Settings, environment: Environment): readonly Finding[] =>
  RULES.filter(({ holds }) => holds(settings, environment)).map(({ finding }) => finding);

/** Keys that are long enough and still no keys. */
const keys = (settings: Settings): readonly Finding[] =>
  (['CUSTOMER_TOKEN_SECRET', 'SIGNING_SECRET', 'METRICS_TOKEN'] as const).flatMap((name) => {
    const key = settings[name];
    if (key === undefined || new Set(key).size >= SIGNS_OF_A_KEY) return [];
    return [error(`${name} repeats a few signs: it can be guessed.`, 'Make one by: openssl rand -base64 32')];
  });
