import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { OpenQuestion, ToldSlot } from '../../../../dialogs/protocol/understanding.ts';
import type { Json } from '../../../../dialogs/protocol/value.ts';
import { ENGLISH_NUMBERS } from '../entities/english-numbers.ts';
import { readKanjiNumber } from '../entities/read-number.ts';
import { normaliseText } from '../normalise-text.ts';
import { chooseOption } from './choose-option.ts';

type Option = OpenQuestion['options'][number];

/** Share of the words that the options must know, said as a correction and said alone. */
const KNOWN = { denied: 0.3, alone: 0.5 } as const;
/** A number tells as much as a word of so many letters. */
const NUMBER_WEIGHT = 5;
/** How sure the choice must be where it is made by its label, said as a correction and said alone. */
const SURE = { denied: 0.6, alone: 0.8 } as const;
const UNIT = 'years?|yrs?|months?|days?|weeks?|hours?|年|か月|ヶ月|カ月|ヵ月|日|週間?|時間?';
const COUNTED = new RegExp(`(\\d+)[ -]?(${UNIT})`, 'g');
const KANJI_COUNTED = /[〇一二三四五六七八九十百]+(?=年|か月|ヶ月|カ月|ヵ月|日|週|時)/g;
const NUMBER_WORD = new RegExp(`\\b(?:${Object.keys(ENGLISH_NUMBERS).join('|')}|an?)(?=[ -](?:${UNIT})\\b)`, 'g');
/** "The basic one" counts nothing. */
const LATER_NUMBER = new RegExp(
  `\\b(?:${Object.keys(ENGLISH_NUMBERS)
    .filter((word) => word !== 'one')
    .join('|')})\\b`,
  'g',
);
/** Of two, the one that was not read out. */
const THE_OTHER =
  /^(?:(?:it's|i meant?|i want|for|on|to) )*(?:the|my) other(?: (?:one|plan|order|device|day|address))?$|^(?:もう(?:一つ|ひとつ|1つ|一方|片方)|他方|別|ほか|他)の?(?:ほう|方|もの|プラン|注文|ご注文|製品)?(?:で(?:す|お願いします)?|のほうです)?$/;
const SMALL =
  /^(?:the|a|an|one|ones|it|that|this|is|be|for|to|of|with|in|on|and|or|my|me|i|we|you|want|have|please|plan|option|instead|only|just|term|long|contract)$/;

/**
 * The offered answer that the words name instead of the one that was read out: by number and unit ("for two years"), by words that
 * stand in its label only, or as it would have been chosen from the list. Of several that fit, the one most like what was read out:
 * "two years" keeps the plan and changes its term. Undefined where that is the one read out, or none.
 */
export function chooseTold(said: string, told: ToldSlot, locale: Locale, denied: boolean): Json | undefined {
  const kind = denied ? 'denied' : 'alone';
  if (told.options.length === 2 && told.chosen !== undefined && THE_OTHER.test(normaliseText(said)))
    return told.options.find(({ value }) => value !== told.chosen)?.value;
  const words = counted(normaliseText(said));
  const wanted = wordsOf(words, locale, told.options);
  if (wanted.known.length > 0 && wanted.share >= KNOWN[kind]) {
    const fitting = told.options.filter((option) => {
      const label = piecesOf(labelOf(option));
      return wanted.known.every((word) => label.includes(word));
    });
    if (fitting.some(({ value }) => value === told.chosen)) return undefined;
    const nearest = nearestTo(told, fitting);
    if (nearest) return nearest.value;
  }
  const chosen = chooseOption(normaliseText(said), told.options, locale);
  const surely = chosen && chosen.confidence >= SURE[kind] && chosen.value !== told.chosen;
  // A place in the list counts only where what was read out is refused: alone it may be one of the answers on the screen.
  return surely && (denied || chosen.confidence !== 0.95) ? chosen.value : undefined;
}

/** "two years", 「二年」 and "2-year" as "2year" and 「2年」. */
function counted(text: string): string {
  return text
    .replace(NUMBER_WORD, (word) => String(ENGLISH_NUMBERS[word] ?? 1))
    .replace(LATER_NUMBER, (word) => String(ENGLISH_NUMBERS[word]))
    .replace(KANJI_COUNTED, (number) => String(readKanjiNumber(number) ?? number))
    .replace(
      COUNTED,
      (_, number: string, unit: string) => `${number}${/^[a-z]/.test(unit) ? unit.replace(/s$/, '') : unit}`,
    );
}

function labelOf({ label, synonyms }: Option): string {
  return counted(normaliseText([label, ...synonyms].join(' / ')));
}

function piecesOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}'ー]+/u).filter((word) => word !== '' && !SMALL.test(word));
}

/** Words of the labels that are said, and how much of what is said they are. */
function wordsOf(
  said: string,
  locale: Locale,
  options: readonly Option[],
): { readonly known: readonly string[]; readonly share: number } {
  const vocabulary = new Set(options.flatMap((option) => piecesOf(labelOf(option))));
  const mine = piecesOf(said);
  const found =
    locale === 'en'
      ? mine.filter((word) => vocabulary.has(word))
      : [...vocabulary].filter((word) => said.includes(word));
  // 「あんしんプラス」 is not also 「あんしん」.
  const known = found.filter(
    (word) => !found.some((other) => other !== word && other.includes(word) && locale === 'ja'),
  );
  const length = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + (/^\d/.test(word) ? NUMBER_WEIGHT : word.length), 0);
  const all = length(mine);
  return { known, share: all === 0 ? 0 : Math.min(1, length(known) / all) };
}

function nearestTo(told: ToldSlot, options: readonly Option[]): Option | undefined {
  if (options.length < 2) return options[0];
  const chosen = told.options.find(({ value }) => value === told.chosen);
  if (!chosen) return undefined;
  const mine = piecesOf(labelOf(chosen));
  const scored = options
    .map((option) => {
      const label = piecesOf(labelOf(option));
      const shared = mine.filter((word) => label.includes(word)).length;
      return { option, score: shared / (mine.length + label.length) };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > (second?.score ?? 0) ? first.option : undefined;
}
