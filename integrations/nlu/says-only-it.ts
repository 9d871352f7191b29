import type { Reading } from './reading.ts';

/** Said around a value without asking for anything. */
const AROUND =
  /\b(?:it'?s|it is|that'?s|that is|its|the|my|is|are|this|here|there|zip|post|postal|code|number|order|contract|e-?mail|address|phone|sure|ok|okay|yes|yeah|um+|uh+|well|please|thanks|thank you|so|and|i think|should be|must be|would be|you go)\b|です|でした|だよ|だ|番号|郵便|注文|メール|電話|えっと|えーと|あの|はい|と思います|お願いします|[はがのでとよね]/gi;
/** Characters: an ending that we don't know. */
const LEFT = 2;

/**
 * "It's 94107": a value and nothing besides asks for nothing.
 * @param start where the value begins
 */
export function saysOnlyIt(reading: Reading, start: number | undefined): boolean {
  const value = reading.entities.find((entity) => entity.start === start);
  const text = reading.clauses[0]?.text ?? '';
  if (!value) return false;
  const around = `${text.slice(0, value.start)} ${text.slice(value.end)}`;
  return around.replace(AROUND, '').replace(/[^\p{L}\p{N}]/gu, '').length <= LEFT;
}
