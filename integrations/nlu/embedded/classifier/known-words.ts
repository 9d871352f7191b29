/**
 * What it is worth to a margin that all words of a text are known: strange words speak of something else. Chosen on validation rows of
 * CLINC150, where a margin with it tells what is out of scope best.
 */
export const KNOWN_WORDS = 0.5;
