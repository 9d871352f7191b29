import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { METRICS, type Metric, type MetricName } from '../metrics.ts';
import type { TelemetryPlug } from '../telemetry.ts';

export interface Prometheus {
  readonly plug: TelemetryPlug;
  /** `text/plain; version=0.0.4; charset=utf-8` */
  readonly mediaType: string;
  /** Everything that was counted, in the text form that Prometheus reads. */
  read(): Promise<string>;
}

const PREFIX = 'omotenashi_';
/** Seconds. The low ones tell a quick machine from a busy one; the high ones are what customers and platforms give up at. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 7, 10, 30];
/** No label has so many values in a working bot. Whatever goes wrong: the number of series stays bounded. */
const MOST_VALUES = 64;
const OTHER = 'other';

type Labels = Readonly<Record<string, string>>;

/** Counts in this process, for Prometheus to fetch. */
export function createPrometheus(): Prometheus {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { counters, gauges, histograms } = registerAll(registry);
  const observe = (name: MetricName, labels: Labels, sinceMs: number) =>
    histograms.get(name)?.observe(bounded(name, labels), (performance.now() - sinceMs) / 1000);
  const plug: TelemetryPlug = {
    count: (name, labels, by = 1) => counters.get(name)?.inc(bounded(name, labels), by),
    gauge: (name, labels, value) => gauges.get(name)?.set(bounded(name, labels), value),
    span: async (name, facts, work) => {
      const startedAt = performance.now();
      try {
        return await work(plug);
      } finally {
        observe('stage_seconds', { stage: name }, startedAt);
        if (name === 'turn') {
          observe('turn_seconds', { channel: String(facts['channel']) }, startedAt);
        }
      }
    },
  };
  const seen = new Map<string, Set<string>>();
  const bounded = (name: MetricName, labels: Labels): Record<string, string> => {
    const kept: Record<string, string> = {};
    for (const label in labels) {
      const value = labels[label] ?? '';
      const values = seen.get(`${name}.${label}`) ?? new Set<string>();
      if (values.size === 0) seen.set(`${name}.${label}`, values);
      if (values.size < MOST_VALUES) values.add(value);
      kept[label] = values.has(value) ? value : OTHER;
    }
    return kept;
  };
  return { plug, mediaType: registry.contentType, read: () => registry.metrics() };
}

/** One metric for each of `METRICS`. */
function registerAll(registry: Registry) {
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  for (const [name, told] of Object.entries(METRICS)) {
    const { kind, help, labels }: Metric = told;
    const metric = { help, labelNames: [...labels], registers: [registry] };
    if (kind === 'counter')
      counters.set(name, startedCounter(new Counter({ ...metric, name: `${PREFIX}${name}_total` }), told));
    if (kind === 'gauge') gauges.set(name, new Gauge({ ...metric, name: `${PREFIX}${name}` }));
    if (kind === 'histogram') {
      histograms.set(name, new Histogram({ ...metric, name: `${PREFIX}${name}`, buckets: BUCKETS }));
    }
  }
  return { counters, gauges, histograms };
}

function startedCounter(counter: Counter, { labels: [label], values = [] }: Metric): Counter {
  for (const value of values) if (label !== undefined) counter.inc({ [label]: value }, 0);
  return counter;
}
