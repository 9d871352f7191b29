import { z } from 'zod';
import { normalizePhrase } from '../../../dialogs/flow/checks/normalize-phrase.ts';
import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import type { ArchiveRecord, Records } from '../../../integrations/records/records.ts';

/** What a customer did next in the same conversation. */
export interface NextMove {
  /** Masked words, or the value of what was chosen. */
  readonly said: unknown;
  /** What that was understood as: `start_flow renewals`. */
  readonly understood: readonly string[];
  /** How that turn came out: `success`, `handed_over` … */
  readonly outcome?: string;
}

/** A sentence that was not understood, or not surely. */
export interface UnclearSentence {
  /** Masked: what is personal in it was never kept. */
  readonly text: string;
  readonly locale: Locale;
  /** When it was said last. */
  readonly at: string;
  /** How often among the turns that were looked at. */
  readonly times: number;
  /** It was given up, asked about ("do you mean …?"), or acted on with little confidence. */
  readonly why: 'not_understood' | 'asked' | 'unsure';
  readonly by: string;
  readonly confidence: number;
  readonly understood: readonly string[];
  /** Absent where nothing followed. */
  readonly next?: NextMove;
}

export interface UnclearQuery {
  /** At most so many sentences. */
  readonly limit: number;
  /** What was acted on with less confidence than this is unsure. */
  readonly below: number;
  /** This instant and later. */
  readonly from?: string;
  /** Already an example, so that there is nothing to learn. */
  readonly isKnown: (text: string, locale: Locale) => boolean;
}

const understanding = z.object({
  by: z.string(),
  confidence: z.number(),
  commands: z.array(z.looseObject({ kind: z.string() })),
});
const turn = z.object({
  event: z.looseObject({
    kind: z.string(),
    locale: z.enum(LOCALES).catch('en'),
    text: z.string().optional(),
    value: z.unknown().optional(),
  }),
  understanding: understanding.optional(),
});
type ReadUnderstanding = z.infer<typeof understanding>;

/** Turns read at once. */
const PAGE = 500;
/** What a person said where no words were kept. */
const NOT_KEPT = '[SECRET]';
/** What customers do by themselves; everything else is the platform's or a timer's. */
const MOVES = ['utterance', 'choice', 'attachment'];

/** Sentences of customers that are worth an example, newest first, each once. */
export async function findUnclear(records: Records, query: UnclearQuery): Promise<readonly UnclearSentence[]> {
  const found = new Map<string, UnclearSentence>();
  let after: ArchiveRecord | undefined;
  do {
    const page = await records.find({
      ...{ kind: 'turn', limit: PAGE, newestFirst: true },
      ...(query.from === undefined ? {} : { from: query.from }),
      ...(after ? { after } : {}),
    });
    after = page.length === PAGE ? page.at(-1) : undefined;
    for (const record of page) {
      const sentence = unclearIn(record, query);
      if (!sentence) continue;
      const key = `${sentence.locale} ${normalizePhrase(sentence.text)}`;
      const known = found.get(key);
      if (known) found.set(key, { ...known, times: known.times + 1 });
      else if (found.size < query.limit) found.set(key, { ...sentence, ...(await whatFollowed(records, record)) });
    }
  } while (after);
  return [...found.values()];
}

function unclearIn(record: ArchiveRecord, { below, isKnown }: UnclearQuery): UnclearSentence | undefined {
  const { success, data } = turn.safeParse(record.body);
  if (!success || data.event.kind !== 'utterance' || !data.understanding) return undefined;
  const { event, understanding: understood } = data;
  const { text = NOT_KEPT, locale } = event;
  const why = whyUnclear(understood, below);
  if (!why || text === NOT_KEPT || !/\p{L}/u.test(text) || isKnown(text, locale)) return undefined;
  const { by, confidence } = understood;
  return { text, locale, at: record.at, times: 1, why, by, confidence, understood: wordsOf(understood) };
}

function whyUnclear(
  { commands, by, confidence }: ReadUnderstanding,
  below: number,
): UnclearSentence['why'] | undefined {
  if (commands.some(({ kind }) => kind === 'cannot_handle')) return 'not_understood';
  if (commands.some(({ kind }) => kind === 'clarify')) return 'asked';
  // Rules are sure of themselves; their figures are no probabilities.
  return by !== 'rules' && by !== 'given' && confidence < below ? 'unsure' : undefined;
}

async function whatFollowed(records: Records, after: ArchiveRecord): Promise<{ readonly next?: NextMove }> {
  const { conversationId } = after;
  if (conversationId === undefined) return {};
  const later = await records.find({ kind: 'turn', conversationId, after, limit: 5 });
  for (const { body, outcome } of later) {
    const { success, data } = turn.safeParse(body);
    if (!success || !MOVES.includes(data.event.kind)) continue;
    const said = data.event.text ?? data.event.value ?? data.event.kind;
    const understood = data.understanding ? wordsOf(data.understanding) : [];
    return { next: { said, understood, ...(outcome === undefined ? {} : { outcome }) } };
  }
  return {};
}

const wordsOf = ({ commands }: ReadUnderstanding): readonly string[] =>
  commands.map(({ kind, ...rest }) =>
    [kind, ...Object.values(rest).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))].join(
      ' ',
    ),
  );
