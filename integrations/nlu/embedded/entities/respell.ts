/** Text of which some words are spelled otherwise, and the way back to where they stood. */
export interface Respelled {
  readonly text: string;
  /** Where in the first text a span begins that begins here. */
  readonly start: (at: number) => number;
  /** Where in the first text a span ends that ends here. */
  readonly end: (at: number) => number;
}

interface Edit {
  readonly was: readonly [start: number, end: number];
  readonly is: readonly [start: number, end: number];
}

/** Spells words otherwise, so that one reader understands many spellings. `spell` gives nothing where a word stays as it is. */
export function respell(
  text: string,
  words: RegExp,
  spell: (word: string, found: RegExpExecArray) => string | undefined,
): Respelled {
  const edits: Edit[] = [];
  let [result, from] = ['', 0];
  for (const found of text.matchAll(words)) {
    const spelled = spell(found[0], found);
    if (spelled === undefined) continue;
    result += text.slice(from, found.index);
    from = found.index + found[0].length;
    edits.push({ was: [found.index, from], is: [result.length, result.length + spelled.length] });
    result += spelled;
  }
  if (edits.length === 0) return { text, start: (at) => at, end: (at) => at };
  return {
    text: result + text.slice(from),
    start: (at) => placeOf(at, edits, (edit) => edit.was[0]),
    end: (at) => placeOf(at, edits, (edit) => edit.was[1]),
  };
}

function placeOf(at: number, edits: readonly Edit[], within: (edit: Edit) => number): number {
  let shift = 0;
  for (const edit of edits) {
    if (at <= edit.is[0]) break;
    if (at < edit.is[1]) return within(edit);
    shift = edit.was[1] - edit.is[1];
  }
  return at + shift;
}
