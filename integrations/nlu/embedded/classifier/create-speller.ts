/** How often training has seen a word. */
type TimesSeen = (word: string) => number;

/** A word that training has seen so often is taken for one that was mistyped; for a short one, oftener. */
const COMMON = 4;
const VERY_COMMON = 30;
/** Letters of a word that may be mended: a short one is too near to too many. */
const LONG = 5;
/** In a shorter one two letters may have changed places. */
const SHORT = 3;

/** Strange words of one message that are looked at: where more are strange, it is not the fingers that slipped. */
const MOST = 20;

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const WORDS = /(?<![#\p{L}\p{N}'@.-])\p{Script=Latin}{3,}(?![\p{L}\p{N}'@-]|\.\p{L})/gu;

/**
 * Mends slips of the fingers in English words: a letter too many, too few, another, or two that changed places, where that makes a word
 * that training knows well. The first letter is hardly ever the wrong one.
 * @param timesSeen of single words
 */
export function createSpeller(timesSeen: TimesSeen): (words: string) => string {
  return (words) => {
    let left = MOST;
    return words.replace(WORDS, (word) =>
      timesSeen(word) > 0 || left-- <= 0 ? word : (mend(word, timesSeen) ?? word),
    );
  };
}

function mend(word: string, timesSeen: TimesSeen): string | undefined {
  const [likeliest, least] = word.length >= LONG ? [slipsOf(word), COMMON] : [swapsOf(word), VERY_COMMON];
  let best: string | undefined;
  let most = least - 1;
  for (const other of likeliest) {
    const times = timesSeen(other);
    if (times > most) [best, most] = [other, times];
  }
  return best;
}

function* swapsOf(word: string): Generator<string> {
  const first = word.length <= SHORT ? 1 : 0;
  for (let at = first; at + 1 < word.length; at++)
    yield `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
}

function* slipsOf(word: string): Generator<string> {
  yield* swapsOf(word);
  for (let at = 1; at <= word.length; at++) {
    const [before, from, after] = [word.slice(0, at), word.slice(at), word.slice(at + 1)];
    if (from !== '') yield before + after;
    for (const letter of LETTERS) {
      yield before + letter + from;
      if (from !== '') yield before + letter + after;
    }
  }
}
