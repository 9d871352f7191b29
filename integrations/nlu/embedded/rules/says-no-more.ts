import type { OpenQuestion } from '../../../../dialogs/protocol/understanding.ts';

const SMALL_EN =
  /\b(?:fine|ok|okay|yes|yeah|yep|sure|well|then|and|so|please|just|thanks?|thank you|alright|all right|right|great|good|perfect|let'?s|do|does|it|that|this|for|me|i'?d?|we|you|would|will|can|like|want|to|now|the|a|my|one|same|sounds?|is|be|of course|absolutely|definitely|indeed|certainly|happy|with|go|ahead)\b/g;
const SMALL_JA =
  /じゃあ?|では|それなら|はい|ええ|うん|そう|お願い(?:いたします|いたし|します|し)?|おねがい(?:します)?|ください|下さい|いただけますか|もらえますか|それ|これ|この|その|内容|同じ|よろしく|大丈夫|結構|いい|良い|オッケー|ok|です|ます|ました|する|して|しちゃって|とく|おいて|ね|よ|で|を|の|は|も|に|と|、|。|！|!/g;
/** What may be left over: a slip of the pen, an ending that we don't know. */
const LEFT = 3;

/**
 * Do the words say no more than this one offered answer? "Fine, go ahead and renew" does; "ok, the bigger one then" does not.
 * @param words normalised words
 */
export function saysNoMore(words: string, option: OpenQuestion['options'][number] | undefined): boolean {
  const own = option ? [option.label, ...option.synonyms].map((each) => each.toLowerCase()) : [];
  const parts = [...own, ...own.flatMap((each) => each.split(/[\s、。,.!“”]+/)), ...own.map(stemOf)]
    .filter((part) => part.length > 1)
    .sort((a, b) => b.length - a.length);
  const other = parts.reduce((left, part) => left.replaceAll(part, ' '), words.toLowerCase());
  return (
    other
      .replace(SMALL_EN, ' ')
      .replace(SMALL_JA, '')
      .replace(/[^\p{L}\p{N}]/gu, '').length <= LEFT
  );
}

/** 「解約する」 is said as 「解約で」 too. */
function stemOf(label: string): string {
  return /^\p{Script=Han}{2,}する$/u.test(label) ? label.slice(0, -2) : '';
}
