/** Up to this length a question mark is a word of its own: "はい?" asks again, "はい" agrees. */
const SHORT = 6;

/** A sentence as understanding compares it: one width, lower case, no punctuation, single spaces. */
export function normalizePhrase(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'");
  const words = plain
    .replace(/[\p{P}\p{S}]+/gu, (mark) => (mark === "'" ? mark : ' '))
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= SHORT && /\?\s*$/.test(plain) ? `${words}?` : words;
}
