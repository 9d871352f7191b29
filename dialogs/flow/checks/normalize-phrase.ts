/** A sentence as understanding compares it: one width, lower case, no punctuation, single spaces. */
export function normalizePhrase(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\p{P}\p{S}]+/gu, (mark) => (mark === "'" ? mark : ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
