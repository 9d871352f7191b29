/** A phrase without punctuation, politeness and spaces at its ends: equal keys mean the same phrase. */
export function phraseKey(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}#' ー]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:hi|hello|hey|please|um|uh|so|well|ok|okay|excuse me|sorry) )+(?=\S+ \S)/, '')
    .replace(/(?<=\S \S+)(?: (?:please|pls|thanks|thank you))+$/, '')
    .replace(/^(?:すみません|あの|えっと|ええと|こんにちは) ?(?=.{3})/, '');
}
