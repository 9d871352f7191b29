import type { FlowId, StepId, TextKey } from '../../protocol/ids.ts';
import type { Locale } from '../../protocol/locale.ts';
import type { ParsedDialogs } from '../parse-dialogs.ts';
import type { ParsedFlow } from '../parse-flow.ts';
import type { ParsedLocale } from '../parse-locale.ts';
import type { SourcePath } from '../source-file.ts';
import type { TextUse } from '../steps/define-step.ts';
import { usesOf } from '../steps/step-kinds.ts';
import type { TextVariant } from '../text.ts';

/** A step that says a text. */
export interface PlacedTextUse extends TextUse {
  readonly flow: FlowId;
  readonly step: StepId;
  readonly parsed: ParsedFlow;
  /** Full path in the flow's file. */
  readonly at: SourcePath;
}

/** A text in one language, with its place. */
export interface PlacedText {
  readonly key: TextKey;
  readonly short: string;
  readonly locale: Locale;
  readonly variants: readonly TextVariant[];
  readonly file: ParsedLocale;
}

/** Every place where a text is said, by key. */
export function findTextUses(dialogs: ParsedDialogs): ReadonlyMap<TextKey, readonly PlacedTextUse[]> {
  const found = new Map<TextKey, PlacedTextUse[]>();
  for (const parsed of dialogs.flows.values()) {
    for (const { step } of Object.values(parsed.flow.steps)) {
      for (const use of usesOf(step).texts) {
        const at = [...(parsed.paths[step.id] ?? []), ...use.path];
        const placed = { ...use, flow: parsed.flow.flow, step: step.id, parsed, at };
        found.set(use.key, [...(found.get(use.key) ?? []), placed]);
      }
    }
  }
  return found;
}

/** Every text of every language. */
export function allTexts(dialogs: ParsedDialogs): readonly PlacedText[] {
  return [...dialogs.locales].flatMap(([locale, files]) =>
    [...files.values()].flatMap((file) =>
      Object.entries(file.texts).map(([short, variants]) => ({
        key: `${file.flow}.${short}`,
        short,
        locale,
        variants,
        file,
      })),
    ),
  );
}

/** One string of a text, as it stands in the file. */
export interface TextLine {
  readonly text: string;
  readonly path: SourcePath;
  /** `line`: said once per record of a list value; its values are the record's fields. */
  readonly part: 'text' | 'speech' | 'card' | 'line' | 'spoken_line' | 'media';
  readonly variant: TextVariant;
  /** The list value whose records fill it. */
  readonly from?: string;
}

/** All strings of a text that customers see or hear. Paths lead into the locale file. */
export function linesOf(text: PlacedText): readonly TextLine[] {
  const known = lines.get(text) ?? findLines(text);
  lines.set(text, known);
  return known;
}

const lines = new WeakMap<PlacedText, readonly TextLine[]>();

function findLines({ short, variants, file }: PlacedText): readonly TextLine[] {
  const authored = authoredText(file.source.value, short);
  return variants.flatMap((variant, index) => {
    const isList = Array.isArray(authored) && typeof authored[0] !== 'string';
    const base: SourcePath = isList ? ['texts', short, index] : ['texts', short];
    const plain = typeof authored === 'string' || (Array.isArray(authored) && typeof authored[0] === 'string');
    const alternatives = (list: readonly string[], field: string, part: TextLine['part']): TextLine[] =>
      list.map((text, i) => ({
        text,
        part,
        variant,
        path: [...base, ...(plain ? [] : [field]), ...(list.length > 1 ? [i] : [])],
      }));
    return [
      ...alternatives(variant.text, 'text', 'text'),
      ...alternatives(variant.speech ?? [], 'speech', 'speech'),
      ...extraLines(variant, base),
    ];
  });
}

function authoredText(file: unknown, short: string): unknown {
  const texts = typeof file === 'object' && file !== null && 'texts' in file ? file.texts : undefined;
  return typeof texts === 'object' && texts !== null && Object.hasOwn(texts, short)
    ? (texts as Record<string, unknown>)[short]
    : undefined; // own key, seen
}

function extraLines(variant: TextVariant, base: SourcePath): TextLine[] {
  const found: TextLine[] = [];
  const add = (text: string | undefined, path: SourcePath, part: TextLine['part'], from?: string) => {
    if (text !== undefined)
      found.push({ text, part, variant, path: [...base, ...path], ...(from === undefined ? {} : { from }) });
  };
  const { list, card, media } = variant;
  if (list) {
    add(list.text, ['list', 'text'], 'line', list.from);
    add(list.speech, ['list', 'speech'], 'spoken_line', list.from);
  }
  if (media) {
    add(media.alt, ['media', 'alt'], 'media');
    add(media.caption, ['media', 'caption'], 'media');
    add(media.url, ['media', 'url'], 'media');
  }
  const addCard = (of: NonNullable<TextVariant['card']>, path: SourcePath, from?: string) => {
    add(of.title, [...path, 'title'], 'card', from);
    add(of.subtitle, [...path, 'subtitle'], 'card', from);
    add(of.image?.url, [...path, 'image', 'url'], 'card', from);
    add(of.image?.alt, [...path, 'image', 'alt'], 'card', from);
    for (const [i, field] of (of.fields ?? []).entries()) {
      add(field.label, [...path, 'fields', i, 'label'], 'card', from);
      add(field.value, [...path, 'fields', i, 'value'], 'card', from);
    }
    for (const [i, button] of (of.buttons ?? []).entries()) {
      add(button.text, [...path, 'buttons', i, 'text'], 'card', from);
      if ('open' in button) add(button.open, [...path, 'buttons', i, 'open'], 'card', from);
    }
    if (of.timeline) {
      for (const field of ['label', 'at', 'state'] as const)
        add(of.timeline[field], [...path, 'timeline', field], 'card', of.timeline.from);
    }
    if (of.items) addCard(of.items.card, [...path, 'items', 'card'], of.items.from);
  };
  if (card) addCard(card, ['card']);
  return found;
}

/** Values that a variant takes as lists of records: `list.from`, `card.items.from`, `card.timeline.from`. */
export function listValuesOf(variant: TextVariant): readonly string[] {
  return [variant.list?.from, variant.card?.items?.from, variant.card?.timeline?.from].filter(
    (name) => name !== undefined,
  );
}
