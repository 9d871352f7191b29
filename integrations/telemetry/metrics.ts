export type MetricKind = 'counter' | 'histogram' | 'gauge';

export interface Metric<Label extends string = string> {
  readonly kind: MetricKind;
  readonly help: string;
  readonly labels: readonly Label[];
  /** All values of its one label, where they are known beforehand: each begins at 0, so that an alert sees the first rise. */
  readonly values?: readonly string[];
}

const counter = <const Label extends string = never>(
  help: string,
  labels: readonly Label[] = [],
  values: readonly string[] = [],
) => ({ kind: 'counter', help, labels, values }) as const;
const histogram = <const Label extends string = never>(help: string, labels: readonly Label[] = []) =>
  ({ kind: 'histogram', help, labels }) as const;
const gauge = <const Label extends string = never>(help: string, labels: readonly Label[] = []) =>
  ({ kind: 'gauge', help, labels }) as const;

/**
 * Everything that is counted. A label takes few values, all of them words of ours: names of channels, actions, outcomes, systems;
 * never an id, and never anything of a customer's.
 */
export const METRICS = {
  events: counter('Events that came in, by what became of them (run, wait, duplicate, full, unknown)', [
    'outcome',
    'channel',
  ]),
  turns: counter('Turns, by how they ended (done, failed, given_up, fenced)', ['outcome', 'channel']),
  turn_seconds: histogram('From the beginning of a turn until it is committed', ['channel']),
  stage_seconds: histogram('Stages of an event (request, begin, turn, understand, action, commit, deliver, archive)', [
    'stage',
  ]),
  actions: counter('Calls of actions, by outcome', ['action', 'outcome']),
  deliveries: counter('Tries to send a message, by outcome (delivered, retry, refused)', ['outcome', 'channel']),
  retries: counter('What had to be done again', ['what'], ['turn', 'commit', 'delivery', 'archive', 'company_system']),
  dead_letters: counter('What could not be done and was laid aside for staff', ['kind'], ['turn', 'reply', 'effect']),
  lease_waits: counter('Messages that came while another turn held their conversation'),
  fenced: counter('Turns whose lease another had taken: nothing of them was written'),
  resend_unknown: counter('Messages of which nobody knows whether an earlier sender sent them'),
  repaired: counter('Conversations restored after the store had lost writes'),
  unrepairable: counter('Conversations that lost something with the store and could not be restored'),
  records_dropped: counter('Records thrown away because too many waited for the archive'),
  model_calls: counter(
    'Messages that were to be read by the language model, by what became of it (used, nothing, unfit, slow, failed, budget, breaker)',
    ['outcome'],
    ['used', 'nothing', 'unfit', 'slow', 'failed', 'budget', 'breaker'],
  ),
  shadow_readings: counter(
    'Messages that a second engine read beside the first, by outcome (same, different, failed, left_out)',
    ['outcome'],
    ['same', 'different', 'failed', 'left_out'],
  ),
  queue_depth: gauge('What waits: conversations in inbox and outbox, records for the archive, dead letters', ['queue']),
  store_up: gauge('1: the store answered when it was last asked; 0: it did not'),
  breaker_open: gauge('1: the system fails and is not asked for a while; 0: it is asked', ['system']),
} as const;

type Metrics = typeof METRICS;
type NameOf<Kind extends MetricKind> = {
  [Name in keyof Metrics]: Metrics[Name]['kind'] extends Kind ? Name : never;
}[keyof Metrics];

export type MetricName = keyof Metrics;
export type CounterName = NameOf<'counter'>;
export type GaugeName = NameOf<'gauge'>;
/** The values of a metric's labels. */
export type LabelsOf<Name extends MetricName> = Readonly<Record<Metrics[Name]['labels'][number], string>>;
