import { LOCALES, type Locale } from '../../protocol/locale.ts';
import { didYouMean } from '../nearest-name.ts';
import type { ParsedLocale } from '../parse-locale.ts';
import type { SourcePath } from '../source-file.ts';
import type { CheckContext } from './check-context.ts';
import { normalizePhrase } from './normalize-phrase.ts';

/** Share of common parts above which two phrases are as good as the same. */
const OVERLAP = 0.85;

interface Phrase {
  readonly file: ParsedLocale;
  readonly path: SourcePath;
  readonly text: string;
  readonly parts: ReadonlySet<string>;
}

/** Examples: each belongs to one flow, and marks slots that exist. */
export function checkTriggers(context: CheckContext): void {
  for (const locale of LOCALES) {
    const files = [...(context.dialogs.locales.get(locale)?.values() ?? [])];
    for (const file of files) checkMarks(file, context);
    const phrases = files.flatMap((file) =>
      file.examples.map(({ example, path }) => {
        const text = normalizePhrase(example.text);
        return { file, path, text, parts: partsOf(text, locale) };
      }),
    );
    checkDuplicates(phrases, context);
    checkOverlap(phrases, context);
  }
}

function checkMarks(file: ParsedLocale, context: CheckContext): void {
  const slots = context.types.definitions(file.flow);
  // Commands of patterns carry values that are no slots: a topic, a reason.
  const pattern = file.flow.startsWith('patterns/');
  for (const { example, path } of file.examples) {
    for (const { slot } of example.spans) {
      if (!Object.hasOwn(slots, slot))
        context.report.add(
          'example-slot-unknown',
          file.source,
          path,
          `There is no slot \`${slot}\` to mark.`,
          didYouMean(slot, Object.keys(slots)),
        );
    }
    if (pattern) continue;
    for (const [slot, value] of Object.entries(example.set)) {
      const definition = Object.hasOwn(slots, slot) ? slots[slot] : undefined;
      if (!definition)
        context.report.add(
          'example-slot-unknown',
          file.source,
          path,
          `There is no slot \`${slot}\` to set.`,
          didYouMean(slot, Object.keys(slots)),
        );
      else if (definition.values && !definition.values.includes(String(value))) {
        context.report.add(
          'example-slot-unknown',
          file.source,
          path,
          `${JSON.stringify(value)} is not a value of \`${slot}\`.`,
          `Its values: ${definition.values.join(', ')}.`,
        );
      }
    }
  }
}

/** Words in English; pairs of characters in Japanese, which has no spaces. */
function partsOf(plain: string, locale: Locale): ReadonlySet<string> {
  if (locale === 'en') return new Set(plain.split(' '));
  const chars = [...plain.replace(/ /g, '')];
  return new Set(chars.slice(0, -1).map((char, index) => char + (chars[index + 1] ?? '')));
}

function checkDuplicates(phrases: readonly Phrase[], { report }: CheckContext): void {
  const first = new Map<string, Phrase>();
  for (const phrase of phrases) {
    const other = first.get(phrase.text);
    if (!other) first.set(phrase.text, phrase);
    else if (other.file.flow !== phrase.file.flow) {
      report.add(
        'example-duplicate',
        phrase.file.source,
        phrase.path,
        `"${phrase.text}" starts \`${other.file.flow}\` too.`,
      );
    }
  }
}

function checkOverlap(phrases: readonly Phrase[], { report }: CheckContext): void {
  const holders = holdersOf(phrases);
  const rarity = (part: string) => holders.get(part)?.length ?? 0;
  const told = new Set<string>();
  for (const phrase of phrases) {
    if (phrase.parts.size < 4) continue;
    const parts = [...phrase.parts].sort((a, b) => rarity(a) - rarity(b));
    const telling = parts.filter((part) => rarity(part) <= 400); // words that stand everywhere tell nothing
    // two phrases with that much in common share one of these, too: only their holders are compared
    const rarest = parts.slice(0, parts.length - Math.ceil(OVERLAP * parts.length) + 1);
    const others = new Set(rarest.flatMap((part) => holders.get(part) ?? []));
    for (const other of others) {
      if (other.file.flow >= phrase.file.flow || !couldOverlap(other.parts.size, phrase.parts.size)) continue;
      const count = telling.filter((part) => other.parts.has(part)).length;
      const pair = `${other.file.flow} ${phrase.file.flow}`;
      const share = count / (phrase.parts.size + other.parts.size - count);
      if (share < OVERLAP || other.text === phrase.text || told.has(pair)) continue;
      told.add(pair);
      report.add(
        'trigger-overlap',
        phrase.file.source,
        phrase.path,
        `"${phrase.text}" is nearly "${other.text}", which starts \`${other.file.flow}\`.`,
      );
    }
  }
}

/** Phrases of very different lengths have too little in common, whatever they say. */
const couldOverlap = (one: number, other: number): boolean => Math.min(one, other) >= OVERLAP * Math.max(one, other);

/** Which phrases have a part. */
function holdersOf(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const holders = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    for (const part of phrase.parts) {
      const known = holders.get(part);
      if (known) known.push(phrase);
      else holders.set(part, [phrase]);
    }
  }
  return holders;
}
