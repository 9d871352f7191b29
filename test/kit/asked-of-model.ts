import { valuesReader } from '../../bots/values-reader.ts';
import type { Expectation, Understanding } from '../../dialogs/protocol/understanding.ts';
import { createLanguageModelNlu } from '../../integrations/nlu/language-model/index.ts';
import { type KnownDialogs, knownDialogs } from '../../integrations/nlu/language-model/known-flow.ts';
import { createModelGate } from '../../integrations/nlu/language-model/model-gate.ts';
import { openModel } from '../../integrations/nlu/language-model/open-model.ts';
import type { Nlu } from '../../integrations/nlu/nlu.ts';
import { redact } from '../../operations/privacy/redact.ts';
import { expecting } from '../unit/integrations/nlu/expectation.ts';
import { EXAMPLES, FLOWS, PRODUCTS } from '../unit/integrations/nlu/training-examples.ts';

/** An engine that is never sure, so that everything is asked of the model. */
export const UNSURE: Understanding = {
  commands: [{ kind: 'cannot_handle', why: 'out_of_scope' }],
  confidence: 0.7,
  by: 'embedded',
};

export const DIALOGS: KnownDialogs = knownDialogs(
  {
    'order-status': { description: 'Tells where an order is, and changes or cancels it.' },
    renewals: { description: 'Renews a protection plan, or stops it.' },
    troubleshooting: { description: 'Helps with a device that does not work.' },
    'ask-knowledge': { description: 'Answers questions from the help pages.' },
    'satisfaction-survey': { description: 'Asks how it was.' },
  },
  EXAMPLES,
);

const choices = (...values: readonly string[]) => values.map((value) => ({ value, words: [value] }));

/** The small shop's slots, of every kind that a sentence may try to fill. */
export const SLOTS: Expectation['slots'] = [
  { name: 'wish', type: 'choice', filled: false, flow: 'order-status', choices: choices('track', 'cancel', 'invoice') },
  { name: 'new_date', type: 'date', filled: false, flow: 'order-status' },
  { name: 'notify_me', type: 'boolean', filled: false, flow: 'order-status' },
  { name: 'order', type: 'record', filled: false, flow: 'order-status' },
  { name: 'term', type: 'choice', filled: false, flow: 'renewals', choices: choices('1y', '2y', '3y') },
  { name: 'confirmed', type: 'boolean', filled: false, flow: 'renewals' },
  { name: 'device', type: 'product', filled: false, flow: 'troubleshooting' },
  { name: 'question', type: 'text', filled: false, flow: 'ask-knowledge' },
  { name: 'score', type: 'integer', filled: false, flow: 'satisfaction-survey' },
  { name: 'comment', type: 'text', filled: false, flow: 'satisfaction-survey' },
  { name: 'order_number', type: 'order_number', filled: false },
  { name: 'email', type: 'email', filled: false },
  { name: 'postcode', type: 'postal_code', filled: false },
  { name: 'photo', type: 'text', filled: false },
  { name: 'locale', type: 'choice', filled: true, choices: choices('en', 'ja') },
];

/** Nothing is asked; everything of the small shop may begin. */
export const openTo = (locale: Expectation['locale'], parts: Partial<Expectation> = {}): Expectation =>
  expecting(locale, { flows: FLOWS, slots: SLOTS, ...parts });

export const readValues = valuesReader(PRODUCTS);

interface Asked {
  readonly url: string;
  readonly first?: Understanding;
  readonly timeoutMs?: number;
  readonly callsPerMinute?: number;
  readonly clock?: () => number;
}

/** An engine over the model at this address, with what it counted. */
export function askedOfModel({ url, first = UNSURE, timeoutMs = 5000, callsPerMinute = 1e6, clock }: Asked): {
  readonly nlu: Nlu;
  readonly outcomes: readonly string[];
  readonly logged: readonly string[];
} {
  const outcomes: string[] = [];
  const logged: string[] = [];
  const nlu = createLanguageModelNlu({
    first: { understand: async () => first },
    model: openModel({ url, model: 'test-model', key: 'k-123' }),
    dialogs: DIALOGS,
    ...{ readValues, mask: redact, timeoutMs },
    gate: createModelGate(callsPerMinute, {}, clock),
    telemetry: {
      warn: (event, facts) => logged.push(`${event} ${JSON.stringify(facts)}`),
      count: (_, labels) => outcomes.push(...Object.values<string>(labels)),
    },
  });
  return { nlu, outcomes, logged };
}
