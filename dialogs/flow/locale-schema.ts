import { z } from 'zod';
import { snakeName } from './names.ts';
import { type CardText, type Example, type TextVariant, VARIANT_NEEDS } from './text.ts';
import { withoutUndefined } from './without-undefined.ts';

const line = z.string().min(1).max(2000);
const lines = z.union([line, z.array(line).min(1)]);

const cardFields = {
  shape: z
    .enum(['plain', 'timeline', 'product', 'comparison', 'guide'])
    .optional()
    .describe('How to draw it where the place knows how.'),
  title: line,
  subtitle: line.optional(),
  image: z.strictObject({ url: line, alt: line }).optional(),
  fields: z.array(z.strictObject({ label: line, value: line })).optional(),
  buttons: z
    .array(z.union([z.strictObject({ text: line, choose: z.json() }), z.strictObject({ text: line, open: line })]))
    .optional()
    .describe('`choose` answers with a value, `open` leads to an address.'),
  timeline: z
    .strictObject({ from: snakeName, label: line, at: line.optional(), state: line })
    .optional()
    .describe('Points from a list value, oldest first; `state` gives done, now or next.'),
};
/** One card inside another: items of a list are plain cards. */
const itemCard = z.strictObject(cardFields);
const card = z.strictObject({
  ...cardFields,
  items: z
    .strictObject({ from: snakeName, card: itemCard })
    .optional()
    .describe('One card per record of a list value.'),
});

const variant = z
  .strictObject({
    text: lines.describe('For screens; a list = alternatives, taken in turn.'),
    speech: lines.optional().describe('For voice; without it `text` is spoken.'),
    channel: z
      .union([snakeName, z.array(snakeName).min(1)])
      .optional()
      .describe('Only on this channel or these channels.'),
    needs: z.array(z.enum(VARIANT_NEEDS)).optional().describe('Only where the place has these capabilities.'),
    audience: z.literal('shared').optional().describe('Only where others can read or hear; holds no personal value.'),
    list: z
      .strictObject({ from: snakeName, text: line, speech: line.optional() })
      .optional()
      .describe('A line per record of a list value.'),
    card: card.optional(),
    media: z.strictObject({ url: line, alt: line, caption: line.optional() }).optional(),
    barge_in: z.boolean().optional().describe('May the caller speak over it?'),
    names_answers: z
      .boolean()
      .optional()
      .describe('The words name the answers themselves: where answers are only heard, no list of them follows.'),
    synonyms: z.array(line).optional().describe('For labels of answers: other words that mean this choice.'),
  })
  .describe('One way to say a text.');

const text = z
  .union([line, z.array(line).min(1), variant, z.array(variant).min(1)])
  .describe('A string, a list of strings (alternatives, taken in turn), a variant, or a list of variants.');
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const example = z.union([
  line,
  z.strictObject({ text: line, set: z.record(snakeName, scalar).default({}) }),
  z.strictObject({ phrases: z.array(line).min(1), set: z.record(snakeName, scalar) }),
]);

/** `en.yaml`, `ja.yaml` as designers write them. */
export const authoredLocale = z
  .strictObject({
    texts: z.record(snakeName, text).default({}).describe('What the flow says, by key.'),
    examples: z
      .array(example)
      .default([])
      .describe('Phrases that start the flow; `[AB123456](order_number)` marks a value.'),
  })
  .describe("A flow's words in one language.");

const asList = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

function parseVariant(authored: z.infer<typeof variant>): TextVariant {
  return {
    text: asList(authored.text),
    needs: authored.needs ?? [],
    bargeIn: authored.barge_in ?? true,
    namesAnswers: authored.names_answers ?? false,
    synonyms: authored.synonyms ?? [],
    ...withoutUndefined({
      speech: authored.speech === undefined ? undefined : asList(authored.speech),
      channel: authored.channel === undefined ? undefined : asList(authored.channel),
      audience: authored.audience,
      list: authored.list && {
        from: authored.list.from,
        text: authored.list.text,
        ...withoutUndefined({ speech: authored.list.speech }),
      },
      card: authored.card && parseCard(authored.card),
      media: authored.media && {
        url: authored.media.url,
        alt: authored.media.alt,
        ...withoutUndefined({ caption: authored.media.caption }),
      },
    }),
  };
}

function parseCard(authored: z.infer<typeof card> | z.infer<typeof itemCard>): CardText {
  const items = 'items' in authored ? authored.items : undefined;
  const { timeline } = authored;
  return {
    title: authored.title,
    ...withoutUndefined({
      shape: authored.shape,
      subtitle: authored.subtitle,
      image: authored.image,
      fields: authored.fields,
      buttons: authored.buttons,
      items: items && { from: items.from, card: parseCard(items.card) },
      timeline: timeline && {
        from: timeline.from,
        label: timeline.label,
        state: timeline.state,
        ...withoutUndefined({ at: timeline.at }),
      },
    }),
  };
}

/** An authored text as its variants. */
export function parseText(authored: z.infer<typeof text>): readonly TextVariant[] {
  if (typeof authored === 'string') return [parseVariant({ text: authored })];
  if (!Array.isArray(authored)) return [parseVariant(authored)];
  const variants = authored.filter((entry) => typeof entry !== 'string');
  return variants.length > 0
    ? variants.map(parseVariant)
    : [parseVariant({ text: authored.filter((entry) => typeof entry === 'string') })];
}

const SPAN = /\[([^[\]]+)\]\(([a-z][a-z0-9_]*)\)/g;

function parsePhrase(phrase: string, set: Example['set']): Example {
  let text = '';
  let last = 0;
  const spans: Example['spans'][number][] = [];
  for (const match of phrase.matchAll(SPAN)) {
    const [marked, words = '', slot = ''] = match;
    text += phrase.slice(last, match.index);
    spans.push({ start: text.length, end: text.length + words.length, slot });
    text += words;
    last = match.index + marked.length;
  }
  return { text: text + phrase.slice(last), spans, set };
}

/** An authored example with the place of each phrase below its entry. */
export function parseExample(
  authored: z.infer<typeof example>,
): readonly { readonly example: Example; readonly path: readonly (string | number)[] }[] {
  if (typeof authored === 'string') return [{ example: parsePhrase(authored, {}), path: [] }];
  if ('text' in authored) return [{ example: parsePhrase(authored.text, authored.set), path: ['text'] }];
  return authored.phrases.map((phrase, index) => ({
    example: parsePhrase(phrase, authored.set),
    path: ['phrases', index],
  }));
}
