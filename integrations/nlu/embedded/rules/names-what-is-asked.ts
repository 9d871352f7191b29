import type { OpenQuestion } from '../../../../dialogs/protocol/understanding.ts';

/** What is asked for by its own name, by the type of the open question. */
const NAMES: Readonly<Record<string, RegExp>> = {
  email: /\be-?mail\b|\bmail\b|メール|メアド/,
  phone: /\bphone\b|\bnumber\b|\bmobile\b|電話|携帯/,
  postcode: /\b(?:zip|post ?code|postal code)\b|郵便番号/,
};
/** Somebody is to be written to, called, or told: that is a wish, and no word about the question. */
const WANTS_MORE =
  /\b(?:team|staff|someone|somebody|person|message|agent|people|call me|call back|write to|contact)\b|伝言|担当|スタッフ|人に|連絡|折り?返|届か|来ない|来ません/;
/** Characters: what is longer tells a story of its own. */
const LONGEST = 50;

/**
 * "Can you check by email?" where the email is asked for: a word about the question, which is then asked more plainly, and no wish to write to anybody.
 * @param words normalised words that hold no value of the type
 */
export function namesWhatIsAsked(words: string, question: OpenQuestion | undefined): boolean {
  const named = question && NAMES[question.type];
  return named !== undefined && words.length <= LONGEST && named.test(words) && !WANTS_MORE.test(words);
}
