import type { Example } from '../../../dialogs/flow/text.ts';
import { LOCALES } from '../../../dialogs/protocol/locale.ts';
import { commandsOf } from '../../../integrations/nlu/commands-of.ts';
import { intentNameOf } from '../../../integrations/nlu/dialogflow-cx/intent-name.ts';
import { labelOf } from '../../../integrations/nlu/embedded/label-of.ts';
import type { TrainingExamples } from '../../../integrations/nlu/nlu.ts';
import type { ReadIntent, ReadPhrase } from './read-agent.ts';

/**
 * Do the intents of a package teach what our examples teach? Each of our labels has its intent, with the same phrases and marked values
 * in each language.
 * @returns the differences, one sentence each
 */
export function compareAgent(examples: TrainingExamples, intents: readonly ReadIntent[]): readonly string[] {
  const ours = phrasesByIntent(examples);
  const theirs: ReadonlyMap<string, readonly string[]> = new Map(
    intents.flatMap(({ name, phrases }) =>
      Object.entries(phrases).map(([language, said]) => [`${name} ${language}`, said.map(written)] as const),
    ),
  );
  const lacking = [...ours].flatMap(([intent, phrases]) => {
    const there = new Set(theirs.get(intent));
    return phrases.filter((phrase) => !there.has(phrase)).map((phrase) => `${intent}: lacks ${phrase}`);
  });
  const spare = [...theirs].flatMap(([intent, phrases]) => {
    const here = new Set(ours.get(intent));
    return phrases.filter((phrase) => !here.has(phrase)).map((phrase) => `${intent}: has ${phrase} besides`);
  });
  return [...lacking, ...spare];
}

/** `NAME LANGUAGE` → phrases. */
function phrasesByIntent(examples: TrainingExamples): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const locale of LOCALES) {
    for (const [flow, phrases] of Object.entries(examples[locale])) {
      for (const phrase of phrases) {
        const label = labelOf(flow, phrase);
        if (commandsOf(label) === undefined) continue;
        const key = `${intentNameOf(label)} ${locale}`;
        const known = found.get(key) ?? [];
        known.push(written(withoutWhole(phrase, label.words)));
        found.set(key, known);
      }
    }
  }
  return found;
}

/** A phrase that is wholly a value stands unmarked in a package. */
const withoutWhole = ({ text, spans }: Example, words: string | undefined): ReadPhrase => ({
  text,
  spans: spans.filter(({ slot }) => slot !== words),
});

/** As designers write it: `where is [AB123456](order_number)`. */
function written({ text, spans }: ReadPhrase): string {
  let result = '';
  let from = 0;
  for (const { start, end, slot } of [...spans].sort((a, b) => a.start - b.start)) {
    result += `${text.slice(from, start)}[${text.slice(start, end)}](${slot})`;
    from = end;
  }
  return JSON.stringify(result + text.slice(from));
}
