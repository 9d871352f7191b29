import type { FoundEntity } from '../../reading.ts';
import type { EntityFinder } from './entity-finder.ts';

const NAME_EN =
  "((?:(?:mr|mrs|ms|miss|dr)\\.? )?[\\p{Lu}][\\p{L}'’.-]*(?: (?:[\\p{Lu}][\\p{L}'’.-]*|de|van|von|der|la|da|bin|al))*(?<![.-]))";
const INTRODUCED_EN = new RegExp(
  `(?:[Mm]y (?:full )?name(?:'s| is)|[Nn]ame(?:'s| is|:)|[Tt]his is|[Cc]all me|[Ii]t's under(?: the name)?|[Uu]nder the name(?: of)?|[Oo]rdered by)\\s+${NAME_EN}(?! (?:is|was|has)\\b)`,
  'u',
);
const I_AM_EN = new RegExp(`(?:^|[.,!] ?|[Hh]i,? |[Hh]ello,? )(?:I'm|I am) ${NAME_EN}(?=$|[.,!]| and\\b)`, 'u');
const NAME_JA =
  '([\\p{Script=Han}々ヶ]{1,4}(?:[ 　・]?[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]{1,8})?|[\\p{Script=Katakana}ー]{2,10}(?:[ 　・][\\p{Script=Katakana}ー]{2,10})?|[\\p{Script=Hiragana}]{2,6}(?:[ 　][\\p{Script=Hiragana}]{2,6})?|[A-Za-z]+(?: [A-Za-z]+)?)';
const INTRODUCED_JA = new RegExp(
  `(?:名前は|苗字は|名字は|フルネームは|氏名は|なまえは|名義は|注文者は)[、 ]*${NAME_JA}(?:です|と申します|といいます|と言います|になります|だ|$|。|、)`,
  'u',
);
const I_AM_JA = new RegExp(
  `(?:^|[、。 ]|わたくし、?|(?:私|わたし|わたくし|僕|俺|あたし)は|こちら)${NAME_JA}(?:と申します|ともうします|といいます|と言います|というものです|という者です)`,
  'u',
);
const HONORIFIC_JA = /^([\p{Script=Han}\p{Script=Katakana}ー々]{1,6})(?:様|さん|さま)(?:です|。|$)/u;
const ANSWER_EN =
  /^(?:(?:it's|it is|i'm|i am|this is|sure|yes|um|uh|oh)[, ]+)*((?:(?:mr|mrs|ms|miss|dr)\.? )?[\p{L}][\p{L}'’-]*(?: [\p{L}][\p{L}'’.-]*){0,3})[.!]?$/iu;
const ANSWER_JA = new RegExp(
  `^(?:はい[、 ]*)?(?:(?:私|わたし|わたくし|僕|俺)は[、 ]*)?${NAME_JA}(?:です|と申します|だよ|といいます|になります)?(?:[。、 ]+(?:よろしく|お願い).{0,12})?[。 ]*$`,
  'u',
);
const NOT_A_NAME =
  /^(?:yes|no|ok|okay|sure|thanks?|hello|hi|help|what|who|why|how|where|when|none|nothing|nobody|skip|my|the|your|a|an|i|it|not|don't|sorry|please|cancel|stop|waiting|here|calling|looking|trying|happy|sad|angry|fine|good|rather|prefer|would|won't|can't|never|doesn't|does|is|are|that|this|you|maybe|later|はい|いいえ|いや|すみません|わかりません|ない|スキップ|ありません)(?: .*)?$/i;

/** 「言いたくないです」「なんで必要なんですか」: a sentence, and no name. */
const SENTENCE_JA =
  /(?:ない|なく|ません|ます|ました|たい|ですか|なんで|ください|だよ|って|けど|から)$|^(?:匿名|秘密|なん|何|なぜ|どう|どこ|だれ|誰|いつ|それ|これ|あれ)/;

/**
 * A person's name where somebody introduces themselves, or as the answer to the question for it. Titles and honorifics are left off.
 */
export const findPersonNames: EntityFinder = (text, { locale, asked }) => {
  const told = locale === 'ja' ? [INTRODUCED_JA, I_AM_JA, HONORIFIC_JA] : [INTRODUCED_EN, I_AM_EN];
  for (const pattern of told) {
    const entity = taken(pattern.exec(text), 0.85);
    if (entity) return [entity];
  }
  if (!asked || text.length > 60) return [];
  const answer = taken(locale === 'ja' ? (ANSWER_JA.exec(text) ?? ANSWER_EN.exec(text)) : ANSWER_EN.exec(text), 0.6);
  return answer ? [answer] : [];
};

function taken(found: RegExpExecArray | null, confidence: number): FoundEntity | undefined {
  const name = found?.[1];
  if (!found || !name || NOT_A_NAME.test(name) || SENTENCE_JA.test(name)) return undefined;
  const value = name
    .replace(/^(?:mr|mrs|ms|miss|dr)\.? /i, '')
    .replace(/です$/, '')
    .replace(/(?:様|さん|さま)$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const start = found.index + found[0].indexOf(name) + Math.max(0, name.indexOf(value));
  return value === '' ? undefined : { type: 'person_name', value, start, end: start + value.length, confidence };
}
