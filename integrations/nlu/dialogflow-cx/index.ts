import { randomUUID } from 'node:crypto';
import type { Expectation, Understanding } from '../../../dialogs/protocol/understanding.ts';
import { type Breaker, createBreaker } from '../../company-api/create-breaker.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import type { Nlu, UnderstandingContext } from '../nlu.ts';
import type { ReadValues, ValuesReading } from '../read-values.ts';
import type { IntentLabel, Reading } from '../reading.ts';
import { toCommands } from '../to-commands.ts';
import { acceptParameters } from './accept-parameters.ts';
import type { AgentName } from './agent-name.ts';
import { hideValues } from './hide-values.ts';
import { intentNameOf } from './intent-name.ts';
import type { Sessions } from './open-sessions.ts';
import { type ReadMatches, readMatches } from './read-matches.ts';

export interface DialogflowNluOptions {
  readonly agent: AgentName;
  readonly sessions: Pick<Sessions, 'matchIntent'>;
  /** Answers what rules decide, and everything where Dialogflow does not answer in time. */
  readonly fallback: Nlu;
  /** What the agent's intents mean: those that the export wrote. */
  readonly labels: readonly IntentLabel[];
  readonly readValues: ReadValues;
  /** Ids of the products that we know. */
  readonly products: ReadonlySet<string>;
  /** Takes what is personal out of words that leave. */
  readonly mask: (text: string) => string;
  readonly timeoutMs: number;
  /** After so many failures in a row nothing is asked for so long. */
  readonly breaker?: { readonly failures: number; readonly open_ms: number };
  /** Milliseconds that only go forward. */
  readonly clock?: () => number;
  readonly telemetry?: Pick<Telemetry, 'warn' | 'gauge'>;
}

/** Dialogflow CX takes no longer query. Half a story would be another story: longer ones are read by the fallback. */
const LONGEST = 256;
/** A value that answers the open question and has hardly a word beside it needs no other opinion. */
const HARDLY_A_WORD = 12;
const ENGINE = 'dialogflow-cx';

/**
 * Understanding by a Dialogflow CX agent, asked for the intent alone: our dialog stays in charge, and no session of the agent moves. What
 * rules decide (danger, a person, yes and no, answers to the open question) never leaves. Of the rest, Dialogflow names the intent;
 * values are those that our own finders see. Without an answer in time the fallback's stands, which was there before.
 * @example
 * const nlu = createDialogflowNlu({ agent, sessions, fallback, labels, readValues, products, mask: redact, timeoutMs: 1500 });
 */
export function createDialogflowNlu(options: DialogflowNluOptions): Nlu {
  const labels = new Map(options.labels.map((label) => [intentNameOf(label), label]));
  const tellBreaker = (open: boolean) => {
    options.telemetry?.gauge?.('breaker_open', { system: ENGINE }, open ? 1 : 0);
    if (open) options.telemetry?.warn('understanding_out_of_reach', { engine: ENGINE });
  };
  options.telemetry?.gauge?.('breaker_open', { system: ENGINE }, 0);
  const limits = options.breaker ?? { failures: 5, open_ms: 15_000 };
  const breaker = createBreaker(limits, options.clock ?? (() => performance.now()), tellBreaker);
  return {
    learned: options.fallback.learned,
    understand: async (text, expectation, context) => {
      const own = await options.fallback.understand(text, expectation, context);
      if (own.by !== 'embedded') return own;
      const values = options.readValues(
        text,
        { ...expectation, locale: own.otherLocale ?? expectation.locale },
        context,
      );
      if (isBareAnswer(own, values, expectation)) return own;
      const asked = options.mask(hideValues(text, values, context, options.readValues));
      if (asked.length > LONGEST) return own;
      const matches = await ask(asked, values, context, breaker, options, labels);
      return matches ? decide(matches, own, values, expectation, context, options) : own;
    },
  };
}

/** Asks Dialogflow; undefined where it does not answer, or not in time. */
async function ask(
  text: string,
  { locale }: ValuesReading,
  { zone }: UnderstandingContext,
  breaker: Breaker,
  { agent, sessions, timeoutMs, telemetry }: DialogflowNluOptions,
  labels: ReadonlyMap<string, IntentLabel>,
): Promise<ReadMatches | undefined> {
  if (!breaker.allows()) return undefined;
  try {
    const request = {
      // A session of its own for every question: nothing that is said ties two questions together.
      session: `${agent.path}/sessions/${randomUUID()}`,
      queryInput: { text: { text }, languageCode: locale },
      queryParams: { timeZone: zone, disableWebhook: true },
    };
    // Signing in, which comes first, has no limit of its own.
    const response = await within(sessions.matchIntent(request, timeoutMs), timeoutMs);
    breaker.succeeded();
    return readMatches(response, labels);
  } catch (fault) {
    breaker.failed();
    telemetry?.warn('understanding_fell_back', { engine: ENGINE, code: codeOf(fault) });
    return undefined;
  }
}

/** What Dialogflow saw and what we see ourselves, weighed as every engine's reading is. */
function decide(
  { intents, parameters }: ReadMatches,
  own: Understanding,
  values: ValuesReading,
  expectation: Expectation,
  context: UnderstandingContext,
  options: DialogflowNluOptions,
): Understanding {
  const { clean, locale, corrects, asks } = values;
  const accepted = acceptParameters(parameters, values, expectation, context, options);
  const reading: Reading = {
    ...{ locale, corrects, asks },
    clauses: [{ start: 0, end: clean.length, text: clean, intents }],
    entities: [...values.entities, ...accepted].sort((a, b) => a.start - b.start),
    sensible: !own.commands.some((command) => command.kind === 'cannot_handle' && command.why === 'not_understood'),
  };
  const decided = toCommands(reading, expectation);
  // A value alone starts nothing here; what it means on its own is known by the engine that learned where it is at home.
  if (accepted.length === 0 && holdsValues(own) && decided.commands.every(isValue)) return own;
  return { ...decided, by: ENGINE, ...(own.otherLocale === undefined ? {} : { otherLocale: own.otherLocale }) };
}

type Command = Understanding['commands'][number];
const isValue = ({ kind }: Command): boolean => kind === 'set_slot' || kind === 'correct_slot';
const holdsValues = ({ commands }: Understanding): boolean => commands.some(isValue);

function isBareAnswer(own: Understanding, { clean, entities }: ValuesReading, { question }: Expectation): boolean {
  const answers = own.commands.some(
    (command) => isValue(command) && 'slot' in command && command.slot === question?.slot,
  );
  if (!answers || !own.commands.every(isValue)) return false;
  const taken = entities.reduce((sum, { start, end }) => sum + end - start, 0);
  return clean.length - taken <= HARDLY_A_WORD;
}

/** Rejects when the time is up; what comes later is let go. */
async function within<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('The time is up.'), { code: 'TIMEOUT' })), ms);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}

/** The number of a gRPC fault, or a word: its message may hold what was asked. */
function codeOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return typeof code === 'number' || typeof code === 'string' ? String(code) : 'unknown';
}
