const NAMES =
  'spanish|espa[nñ]ol|castellano|german|deutsch|french|fran[cç]ais|italian|italiano|portuguese|portugu[eê]s|chinese|mandarin|cantonese|korean|russian|arabic|hindi|thai|vietnamese|tagalog|dutch|polish|turkish|ukrainian';
const ASKED_FOR = new RegExp(
  [
    `\\b(?:do|can|could|would|will) (?:you|we|i|someone|anyone) (?:\\w+ )?(?:speak|talk|understand|write|answer|reply|chat|use|know|have|continue|switch)(?: \\w+){0,3} (?:${NAMES})\\b`,
    `^(?:(?:please|in|speak|talk|only|i|prefer|want|need|hablas?|habla usted|parlez.vous|parla|sprechen sie|fala) )*(?:${NAMES})(?: please| por favor)?[.!? ]*$`,
    '(?:スペイン|ドイツ|フランス|イタリア|ポルトガル|中国|韓国|ロシア|アラビア|タイ|ベトナム|ヒンディー)語(?:で|は|を|に|が)',
  ].join('|'),
  'i',
);
const SPOKEN =
  /[¿¡]|(?<![\p{L}])(?:dónde|está|pedido|hola|gracias|por favor|quiero|bonjour|où|merci|je voudrais|commande|bitte|danke|wo ist|meine?|bestellung|guten tag|ich|grazie|dov'è|obrigado|onde está)(?![\p{L}])|[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Thai}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Hebrew}]{2}/gu;

/**
 * Do the words ask for, or stand in, a language that we don't speak? Two such words are needed, or one sign that no other language has: a
 * name or a street may well be Spanish.
 * @param text normalised words
 */
export function isOtherLanguage(text: string): boolean {
  if (ASKED_FOR.test(text)) return true;
  const found = text.match(SPOKEN) ?? [];
  return found.length > 1 || found.some((part) => /[¿¡]|^[^\p{Script=Latin}]+$/u.test(part));
}
