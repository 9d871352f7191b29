const KEY = /customer["']?\s*:[ \t]*/g;
/** A value in double quotes on one line, or a map, which is no sentence. */
const QUOTED = /"([^"\n]*)"[ \t]*(?=[\n,}]|$)/y;
const MAP = /\{/y;

/**
 * What customers say in a script, read without YAML's parser: hundreds of scripts are read only to see whether one of their sentences
 * is known. Undefined when the script writes a sentence in any other way than `customer: "…"`; then it has to be parsed.
 */
export function plainSentences(script: string): readonly string[] | undefined {
  if (script.includes('\\')) return undefined; // an escape may spell anything
  const sentences: string[] = [];
  for (const { index, 0: key } of script.matchAll(KEY)) {
    QUOTED.lastIndex = index + key.length;
    MAP.lastIndex = QUOTED.lastIndex;
    const [, sentence] = QUOTED.exec(script) ?? [];
    if (sentence !== undefined) sentences.push(sentence);
    else if (!MAP.test(script)) return undefined;
  }
  return sentences;
}
