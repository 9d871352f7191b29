import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../protocol/locale.ts';

/** How a value stands in a message: as itself, as a date or number, or only to choose between words. */
type ValueUse = 'plain' | 'date' | 'number' | 'choice';

interface MessageValue {
  readonly name: string;
  readonly use: ValueUse;
  /** Tags around it, outermost first. */
  readonly tags: readonly string[];
}

/** A parsed ICU message, taken apart once. */
interface MessageParts {
  readonly values: readonly MessageValue[];
  readonly tags: readonly string[];
  readonly plurals: readonly { readonly name: string; readonly forms: readonly string[]; readonly ordinal: boolean }[];
  /** The words with typical values filled in, the longest branch of each choice taken; tags left out. */
  readonly typical: string;
  /** The same, and what stands inside <digits> and <spell> left out: what a voice reads as it stands. */
  readonly bare: string;
}

export type ParsedMessage = { readonly parts: MessageParts } | { readonly error: string; readonly offset: number };

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** Element types of the ICU parser, which exports them from a package of its own. */
const TYPE = { literal: 0, argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6, pound: 7, tag: 8 } as const;

const TYPICAL: Readonly<Record<Locale, Readonly<Record<ValueUse, string>>>> = {
  en: { plain: 'something 1', date: 'Tuesday, November 24', number: '12', choice: '' },
  ja: { plain: '品物のなまえ', date: '11月24日(火)', number: '12', choice: '' },
};

/** Marks that mean something to ICU; a text without them is its own message, and most texts are. */
const MARKS = /[{}<>#]|''/;

const cache = new Map<string, ParsedMessage>();

/** Parses an ICU message; a fault comes back as a sentence with its place. */
export function parseMessage(text: string, locale: Locale): ParsedMessage {
  const key = `${locale} ${text}`;
  const known = cache.get(key);
  if (known) return known;
  const parsed = parse(text, locale);
  if (cache.size > 20_000) cache.clear(); // the studio parses many drafts
  cache.set(key, parsed);
  return parsed;
}

function parse(text: string, locale: Locale): ParsedMessage {
  if (!MARKS.test(text)) return { parts: { values: [], tags: [], plurals: [], typical: text, bare: text } };
  try {
    return { parts: takeApart(new IntlMessageFormat(text, locale).getAst(), locale) };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown fault';
    const place =
      error instanceof Error && 'location' in error
        ? (error.location as { readonly start?: { readonly offset?: number } })
        : undefined; // a syntax error of the ICU parser
    return { error: inWords(message), offset: place?.start?.offset ?? 0 };
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: 'a closing brace is missing',
  EMPTY_ARGUMENT: 'braces with nothing between them',
  MALFORMED_ARGUMENT: 'what stands in the braces is not a value name (a field of a record comes in by `with`)',
  MISSING_OTHER_CLAUSE: 'a plural or select has no `other`',
  UNMATCHED_CLOSING_TAG: 'a closing tag without its opening tag',
  UNCLOSED_TAG: 'a tag is not closed',
  INVALID_TAG: 'a tag is not well written',
  EXPECT_ARGUMENT_TYPE: 'a kind such as date, number, plural or select is missing after the comma',
  INVALID_ARGUMENT_TYPE: 'this kind of value does not exist',
  EXPECT_SELECT_ARGUMENT_OPTIONS: 'a plural or select has no options',
  UNCLOSED_QUOTE_IN_ARGUMENT_STYLE: 'a quote is not closed',
};

const inWords = (message: string) => FAULTS[message] ?? message.toLowerCase().replace(/_/g, ' ');

function takeApart(elements: readonly Element[], locale: Locale): MessageParts {
  const values: MessageValue[] = [];
  const tags: string[] = [];
  const plurals: MessageParts['plurals'][number][] = [];
  const longest = (texts: readonly Rendered[]): Rendered =>
    texts.reduce((a, b) => (b.typical.length > a.typical.length ? b : a), { typical: '', bare: '' });
  const value = (name: string, use: ValueUse, around: readonly string[]): Rendered => {
    values.push({ name, use, tags: around });
    const typical = TYPICAL[locale][use];
    return { typical, bare: use === 'date' ? typical : '' };
  };
  const render = (list: readonly Element[], around: readonly string[]): Rendered => {
    const parts = list.map((element): Rendered => {
      switch (element.type) {
        case TYPE.literal:
          return {
            typical: element.value,
            bare: around.some((tag) => tag === 'digits' || tag === 'spell') ? '' : element.value,
          };
        case TYPE.argument:
          return value(element.value, 'plain', around);
        case TYPE.number:
          return value(element.value, 'number', around);
        case TYPE.date:
        case TYPE.time:
          return value(element.value, 'date', around);
        case TYPE.pound:
          return { typical: '12', bare: '' };
        case TYPE.tag: {
          tags.push(element.value);
          const inner = render(element.children, [...around, element.value]);
          return element.value === 'pause' ? { typical: '', bare: '' } : inner;
        }
        case TYPE.select:
        case TYPE.plural: {
          value(element.value, 'choice', around);
          const options = Object.entries(element.options);
          if (element.type === TYPE.plural) {
            plurals.push({
              name: element.value,
              forms: options.map(([form]) => form),
              ordinal: element.pluralType === 'ordinal',
            });
          }
          return longest(options.map(([, option]) => render(option.value, around)));
        }
        default:
          return { typical: '', bare: '' };
      }
    });
    return { typical: parts.map((part) => part.typical).join(''), bare: parts.map((part) => part.bare).join('') };
  };
  return { ...render(elements, []), values, tags, plurals };
}

interface Rendered {
  readonly typical: string;
  readonly bare: string;
}

const segmenters: Readonly<Record<Locale, Intl.Segmenter>> = {
  en: new Intl.Segmenter('en', { granularity: 'grapheme' }),
  ja: new Intl.Segmenter('ja', { granularity: 'grapheme' }),
};

/** Length as people count it. A text that is short anyway is not taken apart: `atMost` is what the caller wants to know. */
export function graphemes(text: string, locale: Locale, atMost: number): number {
  return text.length <= atMost ? text.length : [...segmenters[locale].segment(text)].length;
}
