import { expectation } from '../../../dialogs/engine/expectation.ts';
import { newConversation } from '../../../dialogs/engine/new-conversation.ts';
import type { FlowBook } from '../../../dialogs/flow/flow-book.ts';
import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Expectation } from '../../../dialogs/protocol/understanding.ts';
import { CHANNEL_PROFILES } from '../../../dialogs/scripts/channel-profiles.ts';
import { createAnswerReader } from '../../../integrations/nlu/embedded/answers/create-answer-reader.ts';
import type { LabelledText } from '../../../integrations/nlu/embedded/measure/labelled-text.ts';
import { normaliseText } from '../../../integrations/nlu/embedded/normalise-text.ts';
import { readYesNo } from '../../../integrations/nlu/embedded/rules/read-yes-no.ts';
import type { Nlu } from '../../../integrations/nlu/nlu.ts';
import { predictedAnswer, predictedIntent, SCORED_FLOWS } from './predicted-intent.ts';
import type { ScoredReading } from './score-readings.ts';

/** A read row, with what it was. */
export interface ReadRow extends ScoredReading {
  readonly text: string;
}

/** What rows may name besides the four flows. */
const ANSWERS: readonly string[] = ['yes', 'no', 'maybe'];
const NAMES: readonly string[] = [...SCORED_FLOWS, ...ANSWERS, 'other', 'out_of_scope'];

/** Rows are read on one day for ever: "tomorrow" must not change a figure. */
const NOW = '2026-11-24T01:00:00.000Z';
const ZONE = 'Asia/Tokyo';

const LABELS = { en: ['Yes', 'No'], ja: ['はい', 'いいえ'] } as const;

/** Reads rows as at the beginning of a conversation, and answers with a yes/no question open that commits to nothing. */
export async function readRows(
  rows: readonly LabelledText[],
  locale: Locale,
  book: FlowBook,
  nlu: Nlu,
): Promise<readonly ReadRow[]> {
  const state = newConversation({ locale, place: CHANNEL_PROFILES.webchat, now: NOW, bookRevision: book.revision });
  const beginning = expectation(book, state, NOW);
  const asked = atYesNoQuestion(beginning);
  const reader = createAnswerReader(locale);
  const read: ReadRow[] = [];
  for (const row of rows) {
    const isAnswer = ANSWERS.includes(row.intent);
    const { commands } = await nlu.understand(row.text, isAnswer ? asked : beginning, { now: NOW, zone: ZONE });
    const isMaybe = readYesNo(normaliseText(row.text), locale, reader)?.answer === 'maybe';
    read.push({
      text: row.text,
      // an intent of the bot outside the four flows, whatever the row calls it
      intent: NAMES.includes(row.intent) ? row.intent : 'other',
      predicted: isAnswer ? predictedAnswer(commands, isMaybe) : predictedIntent(commands),
      confirmed: commands.some(({ kind }) => kind === 'clarify'),
    });
  }
  return read;
}

/** Names in rows that stand for nothing: they are scored as `other`. */
export function unknownIntents(rows: readonly LabelledText[], book: FlowBook): readonly string[] {
  const names = new Set(rows.map(({ intent }) => intent));
  return [...names].filter((name) => !NAMES.includes(name) && !(name in book.flows));
}

function atYesNoQuestion(beginning: Expectation): Expectation {
  const [yes, no] = LABELS[beginning.locale];
  return {
    ...beginning,
    question: {
      ...{ flow: 'order-status', step: 'ask', slot: 'agreed', type: 'boolean', yesNo: true, freeText: false },
      skippable: false,
      options: [
        { value: true, label: yes, synonyms: [] },
        { value: false, label: no, synonyms: [] },
      ],
    },
    running: ['order-status'],
    allowed: [...beginning.allowed, 'skip'],
    busy: true,
  };
}
