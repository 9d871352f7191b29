const JA = /^[^。]{1,30}?(?:じゃなくて|ではなくて|じゃなく|ではなく|でなくて)[、 ]*(?=\S{2})/;
const EN = /^(?:no,? )?(?:it's |it is |the problem is )?not .{1,40}?,? (?:but|it's|it is) (?=\S{2})/i;

/** The words without what they take back: 「お湯じゃなくて蒸気が出ない」 is about the steam. */
export function meantPart(text: string): string {
  return text.replace(JA, '').replace(EN, '');
}
