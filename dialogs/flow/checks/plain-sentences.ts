const KEY = /(\{\s*)?customer["']?\s*:[ \t]*/g;
/** In double quotes on one line. */
const QUOTED = /"([^"\n]*)"[ \t]*(?=[\n,}]|$)/y;
/** Plain words in `{ customer: … }`, where nothing but these two marks ends them. */
const IN_BRACES = /([\p{L}\p{N}][\p{L}\p{N} -]*)[,}]/uy;
/** A map is no sentence. */
const MAP = /\{/y;

/** What a pattern finds at this place of the text. */
function at(pattern: RegExp, place: number, text: string): string | undefined {
  pattern.lastIndex = place;
  const found = pattern.exec(text);
  return found?.[1] ?? found?.[0];
}

/**
 * What customers say in a script, read without YAML's parser: hundreds of scripts are read only to see whether one of their sentences
 * is known. Undefined when the script writes a sentence in any other way than `customer: "…"` or `{ customer: … }`; then it has to be parsed.
 */
export function plainSentences(script: string): readonly string[] | undefined {
  if (script.includes('\\')) return undefined; // an escape may spell anything
  const sentences: string[] = [];
  for (const { index, 0: key, 1: brace } of script.matchAll(KEY)) {
    const place = index + key.length;
    const sentence = at(QUOTED, place, script) ?? (brace ? at(IN_BRACES, place, script) : undefined);
    if (sentence !== undefined) sentences.push(sentence);
    else if (!at(MAP, place, script)) return undefined;
  }
  return sentences;
}
