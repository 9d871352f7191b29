import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { ClauseReading, FoundEntity, IntentLabel, Reading, ScoredIntent } from '../reading.ts';
import { extractFeatures } from './classifier/extract-features.ts';
import { findConcepts } from './classifier/find-concepts.ts';
import type { GazetteerEntry } from './gazetteer.ts';
import { maskValues } from './mask-values.ts';
import { normaliseText } from './normalise-text.ts';
import { phraseKey } from './phrase-key.ts';
import { asksSomething } from './rules/asks-something.ts';
import { soundsLikeCorrection } from './rules/sounds-like-correction.ts';
import { splitRequests } from './split-requests.ts';
import type { LanguageModel } from './train-models.ts';

/** A phrase that stands word for word among the examples. */
const WORD_FOR_WORD = 0.99;
/** A product's name alone says what it is about, not what is wanted. */
const BARE_PRODUCT =
  /^(?:(?:the|my|a|an|it's|it is|about|for|with|this|that) )*#product *(?:please|です|の件です|の件|のこと|の(?:やつ|ほう|方|もの)(?:です|は)?|について|なんですけど|なんですが)?[.。!]*$/;
const NAMED_ONLY = 0.5;
/** Nobody acts on less, nor offers it. */
const HARDLY = 0.005;
/** "Where's the pizza I ordered?": words that speak of what others sell or run must be surer to be meant for this shop. */
const OF_OTHERS = 0.5;

/**
 * Reads cleaned words: the whole and, where there may be several requests in it, its parts.
 * @param entities found before, in `clean`'s places
 */
export function readWords(
  clean: string,
  locale: Locale,
  model: LanguageModel,
  products: readonly GazetteerEntry[],
  entities: readonly FoundEntity[],
): Reading {
  const words = normaliseText(clean);
  const parts = splitRequests(clean, locale);
  const whole = { start: 0, end: clean.length };
  const read = [whole, ...parts].map((clause) =>
    readClause(clean.slice(clause.start, clause.end), clause, locale, model, products, clause !== whole),
  );
  return {
    locale,
    clauses: read.map(({ clause }) => clause),
    entities,
    corrects: soundsLikeCorrection(words),
    sensible:
      hasSubstance(words, locale) &&
      ((read[0]?.coverage ?? 0) >= (locale === 'ja' && !/[ァ-ヴ一-龠]/.test(words) ? 0.7 : 0.34) ||
        looksLikeSentence(words, locale)),
    asks: asksSomething(words),
  };
}

function readClause(
  text: string,
  place: { readonly start: number; readonly end: number },
  locale: Locale,
  model: LanguageModel,
  products: readonly GazetteerEntry[],
  isPart: boolean,
): { readonly clause: ClauseReading; readonly coverage: number } {
  const words = normaliseText(text);
  const masked = maskValues(words, locale, products);
  const isBare = BARE_PRODUCT.test((isPart ? masked.replace(/ +/g, ' ') : masked).trim());
  const most = isBare ? NAMED_ONLY : 1;
  // "My rice cooker, and when does …": a name beside a request is no request of its own.
  const known = isBare && isPart ? undefined : model.phrases.get(phraseKey(masked));
  if (known) return { clause: { ...place, text, intents: [{ label: known, score: WORD_FOR_WORD }] }, coverage: 1 };
  const concepts = findConcepts(words, locale);
  const { groups, marginsAmong, coverage } = model.classifier.classify(
    extractFeatures(masked, locale, concepts),
    model.vectorOf?.(words),
  );
  const ofOthers = !masked.includes('#product') && concepts.includes('elsewhere');
  const intents: ScoredIntent[] = [];
  for (let group = 0; group < model.labelsOf.length; group++) {
    const score = (groups[group] ?? 0) * (ofOthers ? OF_OTHERS : 1);
    if (score < HARDLY) continue;
    const labels = model.labelsOf[group] ?? [];
    const best = bestLabel(model, labels, marginsAmong(labels));
    if (best) intents.push({ label: best.label, score: Math.min(most, score), fit: best.margin });
  }
  intents.sort((a, b) => b.score - a.score || (a.label.id < b.label.id ? -1 : 1));
  return { clause: { ...place, text, intents }, coverage };
}

function bestLabel(
  model: LanguageModel,
  places: readonly number[],
  margins: readonly number[],
): { readonly label: IntentLabel; readonly margin: number } | undefined {
  let label: IntentLabel | undefined;
  let margin = Number.NEGATIVE_INFINITY;
  for (const [at, place] of places.entries()) {
    const own = margins[at] ?? Number.NEGATIVE_INFINITY;
    if (label && own <= margin) continue;
    label = model.labels[place];
    margin = own;
  }
  return label && { label, margin };
}

const FUNCTION_WORDS =
  /\b(?:the|a|an|is|are|was|do|does|did|can|could|would|will|what|who|where|when|why|how|which|my|your|you|i|me|to|of|in|on|for|and|with|it|that|this|please|have|has|tell|give|want|need)\b/g;

/** Has it the bones of a sentence, known words or not? "blorp xyz" has none. */
function looksLikeSentence(words: string, locale: Locale): boolean {
  if (locale === 'en') return (words.match(FUNCTION_WORDS)?.length ?? 0) >= 2;
  if (words.length < 5 || !/[ぁ-ゖ]{2,}/.test(words)) return false;
  // Kana alone are a sentence only where they end like one: any babble has a 「に」 or a 「と」 in it.
  return /[ァ-ヴ一-龠]/.test(words)
    ? /(?:は|が|を|に|で|と|の|へ|から|まで|より|か|です|ます|たい|て)/.test(words)
    : /(?:です|ます|ません|ました|たい|ください|かな|ですか|ますか|ない|って|だけど|けど|よね|って|して)[。?？!！ ]*$/.test(
        words,
      );
}

/** Long enough to say something. */
function hasSubstance(words: string, locale: Locale): boolean {
  return locale === 'en'
    ? (words.match(/[\p{L}\p{N}']+/gu)?.length ?? 0) >= 2
    : words.replace(/[^\p{L}\p{N}]/gu, '').length >= 3;
}
