/** Ends of sentences and lines, of both languages, behind which a text may be parted. */
const ENDS = ['\n', '。', '! ', '? ', '. ', '?', '!', '、', ' '] as const;

/**
 * Parts a text so that none is longer than `limit` UTF-16 units: at the end of a line or sentence where one is near, never inside a
 * character. A text without characters gives one empty part.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const most = Math.max(2, limit);
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const cut = cutAt(rest, most);
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest].filter((part, _, all) => part !== '' || all.length === 1);
}

function cutAt(text: string, most: number): number {
  const head = text.slice(0, most);
  for (const end of ENDS) {
    const at = head.lastIndexOf(end);
    if (at > most / 3) return at + end.length;
  }
  return /[\uD800-\uDBFF]$/.test(head) ? most - 1 : most;
}
