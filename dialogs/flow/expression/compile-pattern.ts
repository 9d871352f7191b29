import { RE2JS } from 're2js';

/** A regular expression in linear time: there is no text on which it takes long. */
export interface Pattern {
  /** Does the whole text fit? */
  test(text: string): boolean;
}

const MAX_PATTERN = 200;
const compiled = new Map<string, Pattern>();

/** Compiles an RE2 pattern once. Throws where it isn't one. */
export function compilePattern(source: string): Pattern {
  const known = compiled.get(source);
  if (known) return known;
  if (source.length > MAX_PATTERN) throw new Error(`the pattern is longer than ${MAX_PATTERN} characters`);
  const regex = RE2JS.compile(source);
  const pattern: Pattern = { test: (text) => regex.matches(text) };
  if (compiled.size >= 1000) compiled.clear(); // literal patterns of dialogs only; the studio sees many drafts
  compiled.set(source, pattern);
  return pattern;
}
