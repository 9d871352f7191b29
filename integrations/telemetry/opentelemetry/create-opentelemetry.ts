import {
  type Context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { Facts, SpanName, TelemetryPlug } from '../telemetry.ts';
import { readTraceParent, writeTraceParent } from '../trace-parent.ts';

export interface OpentelemetryConfig {
  /** Where spans go, path included: `http://collector:4318/v1/traces`. */
  readonly url: string;
  readonly version: string;
  /** Told when spans could not be handed over. */
  readonly onTrouble: () => void;
}

export interface Opentelemetry {
  readonly plug: TelemetryPlug;
  /** Hands over what waits, and ends. */
  close(): Promise<void>;
}

/**
 * Traces by OpenTelemetry, sent as OTLP over HTTP in JSON. Everything else is set by the standard's own variables: OTEL_SERVICE_NAME,
 * OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER, OTEL_BSP_*, OTEL_EXPORTER_OTLP_HEADERS, …_TIMEOUT, …_COMPRESSION. The trace goes on
 * explicitly, from call to call: nothing has to follow every promise of the process.
 */
export function createOpentelemetry({ url, version, onTrouble }: OpentelemetryConfig): Opentelemetry {
  // Its own words may hold addresses and answers of the collector: that there is trouble is enough.
  const trouble = { error: onTrouble, warn: onTrouble, info: () => {}, debug: () => {}, verbose: () => {} };
  diag.setLogger(trouble, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const ours = resourceFromAttributes({ 'service.name': 'omotenashi', 'service.version': version });
  const resource = defaultResource()
    .merge(ours)
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  return {
    plug: at(provider.getTracer('omotenashi', version), ROOT_CONTEXT),
    close: () => provider.shutdown().catch(onTrouble),
  };
}

const KINDS: Readonly<Partial<Record<SpanName, SpanKind>>> = {
  request: SpanKind.SERVER,
  turn: SpanKind.CONSUMER,
  action: SpanKind.CLIENT,
  deliver: SpanKind.PRODUCER,
};

function at(tracer: Tracer, context: Context): TelemetryPlug {
  const here = trace.getSpan(context);
  const place = here?.spanContext();
  return {
    ...(place ? { trace: writeTraceParent({ ...place, flags: place.traceFlags }) } : {}),
    within: (parent) => at(tracer, contextOf(parent)),
    span: async (name, facts, work) => {
      const span = tracer.startSpan(nameOf(name, facts), { kind: KINDS[name] ?? SpanKind.INTERNAL }, context);
      tell(span, facts);
      try {
        return await work(at(tracer, trace.setSpan(context, span)));
      } catch (fault) {
        // Its message may quote a customer: the kind of fault and the log's line of the same trace say enough.
        span.setStatus({ code: SpanStatusCode.ERROR, message: kindOf(fault) });
        throw fault;
      } finally {
        span.end();
      }
    },
    note: (facts) => here && tell(here, facts),
  };
}

function contextOf(parent: string | undefined): Context {
  const parts = readTraceParent(parent);
  if (!parts) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: parts.traceId,
    spanId: parts.spanId,
    traceFlags: parts.flags,
    isRemote: true,
  });
}

/** `request` and `action` are told apart by what they are of: `POST /webchat/conversations`, `action get_order_status`. */
function nameOf(name: SpanName, facts: Facts): string {
  if (name === 'request') return `${facts['method']} ${facts['route']}`;
  return name === 'action' ? `action ${facts['action']}` : name;
}

function tell(span: Span, facts: Facts): void {
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) span.setAttribute(`omotenashi.${name}`, value);
  }
}

function kindOf(fault: unknown): string {
  if (fault instanceof CatalogueError) return fault.entry.code;
  return fault instanceof Error ? fault.name : typeof fault;
}
