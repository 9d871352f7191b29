import { byIntent, intentOf } from '../../../dialogs/flow/phrases/authored-phrase.ts';
import type { Example } from '../../../dialogs/flow/text.ts';
import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { TrainingExamples } from '../../../integrations/nlu/nlu.ts';
import { paint } from '../paint.ts';
import type { UnclearSentence } from './find-unclear.ts';

/** What a sentence can be an example of. */
export interface ChosenIntent {
  readonly name: string;
  readonly flow: string;
  readonly set: Example['set'];
  /** The slot that takes the customer's whole words, where the intent's examples mark it so. */
  readonly words?: string;
}

export interface ReviewParts {
  readonly intents: readonly ChosenIntent[];
  /** Asks the person; undefined when there is nobody any more. */
  ask(question: string): Promise<string | undefined>;
  write(line: string): void;
  /** Puts an example where it belongs. @returns the file */
  add(intent: ChosenIntent, text: string, locale: Locale): Promise<string>;
}

/** Intents offered to a part of a name. */
const OFFERED = 15;

/** Everything that has examples, by name. */
export function intentsIn(examples: TrainingExamples): readonly ChosenIntent[] {
  const phrases = Object.values(examples)
    .flatMap((ofLocale) => Object.entries(ofLocale))
    .flatMap(([flow, own]) => own.map((example) => ({ flow, example, intent: intentOf(flow, example) })));
  return [...byIntent(phrases)]
    .map(([name, own]): ChosenIntent => {
      const words = wholeSlotOf(own.map(({ example }) => example));
      return { name, flow: own[0].flow, set: own[0].example.set, ...(words === undefined ? {} : { words }) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The slot that most of the examples mark from their first to their last letter. */
function wholeSlotOf(examples: readonly Example[]): string | undefined {
  const slots = examples.flatMap(({ text, spans: [span] }) =>
    span && span.start === 0 && span.end === text.length ? [span.slot] : [],
  );
  return slots.length * 2 > examples.length ? slots[0] : undefined;
}

/** Goes through sentences with a person: each becomes an example of an intent, or is left. @returns how many became examples */
export async function reviewSentences(sentences: readonly UnclearSentence[], parts: ReviewParts): Promise<number> {
  let added = 0;
  for (const [index, sentence] of sentences.entries()) {
    parts.write(`\n${index + 1} of ${sentences.length}  ${sentenceLines(sentence)}`);
    const intent = await chooseIntent(parts);
    if (intent === 'end') break;
    if (intent === 'skip') continue;
    const text = await wordsFor(sentence, parts);
    if (text === undefined) continue;
    const file = await parts.add(intent, text, sentence.locale);
    parts.write(paint.good(`${intent.name}: ${file}`));
    added += 1;
  }
  return added;
}

/** A sentence with what came of it. */
export function sentenceLines({ text, locale, at, times, why, understood, confidence, next }: UnclearSentence): string {
  const often = times > 1 ? `  ×${times}` : '';
  const head = `${at.slice(0, 16).replace('T', ' ')}  ${locale}  ${paint.customer(text)}${often}`;
  const read = `    ${why.replace('_', ' ')} (${confidence.toFixed(2)}): ${understood.join(', ')}`;
  const then = next
    ? `    then: ${typeof next.said === 'string' ? next.said : JSON.stringify(next.said)} → ${next.understood.join(', ') || '–'}${next.outcome ? `  ${paint.soft(next.outcome)}` : ''}`
    : '    then: nothing';
  return [head, paint.soft(read), paint.soft(then)].join('\n');
}

async function chooseIntent({ intents, ask, write }: ReviewParts): Promise<ChosenIntent | 'skip' | 'end'> {
  let offered: readonly ChosenIntent[] = [];
  for (;;) {
    const said = (await ask('Its intent: a number, a part of a name, Enter to skip, q to end > '))?.trim();
    if (said === undefined || said === 'q') return 'end';
    if (said === '') return 'skip';
    const byNumber = /^\d+$/.test(said) ? offered[Number(said) - 1] : undefined;
    const exact = byNumber ?? intents.find(({ name }) => name === said);
    if (exact) return exact;
    const parts = said.toLowerCase().split(/\s+/);
    offered = intents.filter(({ name }) => parts.every((part) => name.toLowerCase().includes(part))).slice(0, OFFERED);
    if (offered.length === 0) write(paint.error(`No intent has "${said}" in its name.`));
    for (const [index, { name }] of offered.entries()) write(`  ${paint.choice(String(index + 1))} ${name}`);
  }
}

/** The words of the example: as they were said, or as the person writes them. What was masked needs other words. */
async function wordsFor({ text }: UnclearSentence, { ask, write }: ReviewParts): Promise<string | undefined> {
  const isMasked = /\[[A-Z_]+\]/.test(text);
  if (isMasked) write('Something personal was masked in it: write the sentence with an invented value.');
  for (;;) {
    const how = isMasked
      ? 'The sentence, or Enter to skip > '
      : 'Enter to take it as it is, or the sentence in other words > ';
    const said = (await ask(how))?.trim();
    if (said === undefined || (said === '' && isMasked)) return undefined;
    if (said === '') return text;
    if (!/\[[A-Z_]+\](?!\()/.test(said)) return said;
  }
}
