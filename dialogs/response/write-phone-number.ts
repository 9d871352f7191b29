const JAPANESE = /^\+81(?:([5789]0)(\d{4})(\d{4})|([36])(\d{4})(\d{4})|(\d{9,10}))$/;
const AMERICAN = /^\+1(\d{3})(\d{3})(\d{4})$/;

/**
 * A phone number as people of its country write it; any other text as it is.
 * @example writePhoneNumber('+819012345678') // '090-1234-5678'
 * @example writePhoneNumber('+14155550123') // '(415) 555-0123'
 */
export function writePhoneNumber(text: string): string {
  const american = AMERICAN.exec(text);
  if (american) return `(${american[1]}) ${american[2]}-${american[3]}`;
  const japanese = JAPANESE.exec(text);
  if (!japanese) return text;
  const [, mobile, m1, m2, city, c1, c2, other] = japanese;
  if (mobile) return `0${mobile}-${m1}-${m2}`;
  // Elsewhere the area code may have two to five digits: unparted is better than wrongly parted.
  return city ? `0${city}-${c1}-${c2}` : `0${other}`;
}
