import type { ConversationStore } from '../integrations/conversation-store/conversation-store.ts';
import { composeTelemetry } from '../integrations/telemetry/compose-telemetry.ts';
import { createPinoTelemetry } from '../integrations/telemetry/pino/index.ts';
import type { Telemetry, TelemetryPlug } from '../integrations/telemetry/telemetry.ts';
import { redact } from '../operations/privacy/redact.ts';
import type { MetricsReader } from '../runtime/http/metrics.ts';
import { metricsOfStore } from '../runtime/http/metrics-of-store.ts';
import type { Settings } from './config.ts';
import { PRODUCT_VERSION } from './product-version.ts';

export interface OpenTelemetry {
  readonly telemetry: Telemetry;
  /** Absent where nothing is counted. */
  metrics(store: ConversationStore): MetricsReader | undefined;
  /** Hands over what waits. */
  close(): Promise<void>;
}

/** A collector that is down would fill the log. */
const QUIET_MS = 60_000;

type Wanted = Pick<
  Settings,
  'LOG_LEVEL' | 'METRICS' | 'OTEL_SDK_DISABLED' | 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'
>;

/** The log, and what the settings want beside it; the packages of what they don't are never loaded. */
export async function openTelemetry(settings: Wanted): Promise<OpenTelemetry> {
  const log = createPinoTelemetry({ level: settings.LOG_LEVEL, mask: redact });
  const url = tracesUrl(settings);
  const tracing = url === undefined ? undefined : await openTraces(url, () => log.warn('traces_not_taken'));
  const prometheus = settings.METRICS
    ? (await import('../integrations/telemetry/prometheus/index.ts')).createPrometheus()
    : undefined;
  const plugs: readonly TelemetryPlug[] = [tracing?.plug, prometheus?.plug].flatMap((plug) => plug ?? []);
  const telemetry = composeTelemetry(log, plugs);
  return {
    telemetry,
    metrics: (store) =>
      prometheus && {
        mediaType: prometheus.mediaType,
        read: async () => {
          await metricsOfStore(store, telemetry);
          return prometheus.read();
        },
      },
    close: async () => tracing?.close(),
  };
}

function tracesUrl(settings: Wanted): string | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_SDK_DISABLED } = settings;
  if (OTEL_SDK_DISABLED) return undefined;
  if (OTEL_EXPORTER_OTLP_TRACES_ENDPOINT !== undefined) return OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  return OTEL_EXPORTER_OTLP_ENDPOINT && `${OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, '')}/v1/traces`;
}

async function openTraces(url: string, warn: () => void) {
  let warnedAt = Number.NEGATIVE_INFINITY;
  const onTrouble = () => {
    if (performance.now() - warnedAt < QUIET_MS) return;
    warnedAt = performance.now();
    warn();
  };
  const { createOpentelemetry } = await import('../integrations/telemetry/opentelemetry/index.ts');
  return createOpentelemetry({ url, version: PRODUCT_VERSION, onTrouble });
}
