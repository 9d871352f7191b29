/** Longer answers are cut: a slot is no archive. */
const LONGEST = 2000;
const BEFORE =
  /^(?:(?:um+|uh+|ok|okay|sure|yes|well|so|sorry)[, ]+)*(?:it's|it is|it was|that's|this is|here it is|here you go|(?:my|the|your) (?:\w+ ){0,3}(?:is|was)|(?:the )?(?:code|number|serial|pin)(?: number)?(?: is)?)[:, ]+/i;
const BEFORE_JA =
  /^(?:はい|えっと|ええと|えーと)?[、 ]*(?:(?:認証|確認|ワンタイム|シリアル|製造)?(?:コード|番号|パスワード|ナンバー)は?)[、:： ]*/;
const AFTER_JA = /[、 ]*(?:です|になります|だよ|でした|と書いてあります|とあります)?[。 ]*$/;

/**
 * What the customer wrote as the value of a text slot. A single code or number is freed of the words around it ("it's 482913").
 */
export function freeTextValue(raw: string): string {
  const text = raw
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length > 60) return text;
  const plain = text.normalize('NFKC');
  const token = plain
    .replace(BEFORE, '')
    .replace(BEFORE_JA, '')
    .replace(AFTER_JA, '')
    .replace(/[.!]+$/, '')
    .trim();
  return /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(token) && /\d/.test(token) ? token : (joinedDigits(token) ?? text);
}

/** "482 913" and "4 8 2 9 1 3" are one code. */
function joinedDigits(token: string): string | undefined {
  return /^\d(?:[\s-]?\d){3,9}$/.test(token) ? token.replace(/\D/g, '') : undefined;
}
