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
      else if (definition.from !== 'customer')
        context.report.add(
          'example-slot-unknown',
          file.source,
          path,
          `\`${slot}\` is not the customer's to fill: it is filled from ${definition.from === 'set' ? 'a step `set`' : 'an action'}.`,
          'Take `from` away from the slot, or the value from the examples.',
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
  const long = phrases.filter(({ parts }) => parts.size >= 4);
  const told = new Set<string>();
  for (const [phrase, other] of alike(long)) {
    const pair = `${other.file.flow} ${phrase.file.flow}`;
    if (told.has(pair)) continue;
    told.add(pair);
    report.add(
      'trigger-overlap',
      phrase.file.source,
      phrase.path,
      `"${phrase.text}" is nearly "${other.text}", which starts \`${other.file.flow}\`.`,
    );
  }
}

/** A part that more phrases have than this stands everywhere and tells nothing. */
const EVERYWHERE = 400;

/** Phrases with nearly the same parts as one of a flow that comes before. */
function alike(phrases: readonly Phrase[]): readonly (readonly [Phrase, Phrase])[] {
  const { ranks, telling } = rank(phrases);
  const holders = new Map<number, Phrase[]>();
  // Two phrases with that much in common share one of their rarest parts, too: only those who do are compared.
  const rarest = phrases.map(({ parts }) => {
    const own = Int32Array.from(parts, (part) => ranks.get(part) ?? 0).sort();
    return own.subarray(0, own.length - Math.ceil(OVERLAP * own.length) + 1);
  });
  for (const [index, phrase] of phrases.entries()) for (const part of rarest[index] ?? []) addTo(holders, part, phrase);
  const isAlike = (phrase: Phrase, other: Phrase): boolean => {
    if (other.file.flow >= phrase.file.flow || other.text === phrase.text) return false;
    if (!couldOverlap(other.parts.size, phrase.parts.size)) return false;
    const shared = [...phrase.parts].filter((part) => other.parts.has(part) && (ranks.get(part) ?? 0) < telling).length;
    return shared / (phrase.parts.size + other.parts.size - shared) >= OVERLAP;
  };
  return phrases.flatMap((phrase, index) => {
    const others = new Set<Phrase>();
    for (const part of rarest[index] ?? []) for (const other of holders.get(part) ?? []) others.add(other);
    return [...others].filter((other) => isAlike(phrase, other)).map((other) => [phrase, other] as const);
  });
}

/** Phrases of very different lengths have too little in common, whatever they say. */
const couldOverlap = (one: number, other: number): boolean => Math.min(one, other) >= OVERLAP * Math.max(one, other);

/** Parts by how many phrases have them, the rarest first; from rank `telling` on they stand everywhere. */
function rank(phrases: readonly Phrase[]): { readonly ranks: ReadonlyMap<string, number>; readonly telling: number } {
  const counts = new Map<string, number>();
  for (const { parts } of phrases) for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => a - b);
  const common = sorted.findIndex(([, count]) => count > EVERYWHERE);
  const ranks = new Map(sorted.map(([part], place) => [part, place]));
  return { ranks, telling: common < 0 ? sorted.length : common };
}

function addTo(holders: Map<number, Phrase[]>, part: number, phrase: Phrase): void {
  const known = holders.get(part);
  if (known) known.push(phrase);
  else holders.set(part, [phrase]);
}
