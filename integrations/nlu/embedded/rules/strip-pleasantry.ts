const EN =
  /^(?:(?:oh|ok|okay|great|well|ah)[, ]+)*(?:thanks|thank you|thx|cheers|hi|hello|hey|good (?:morning|afternoon|evening))(?: (?:so much|very much|a lot|again|there|for (?:that|your help|the help)))*[,.!;–-]+ *(?:(?:and|also|but|oh|so|one more thing)[, ]+)*(?=\S)/i;
const JA =
  /^(?:(?:はい|なるほど)[、。 ]*)?(?:どうも)?(?:ありがとう(?:ございます|ございました)?|助かりました|どうも|こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|はじめまして|すみません)[、。!！ ]+(?:(?:それと|あと|それから|ところで|ちなみに|で|もう(?:一つ|ひとつ))[、 ]*)*(?=\S)/;

/** The words without the thanks or the greeting that opens them: "Thanks, and how long is the warranty?". Else the words as they are. */
export function stripPleasantry(text: string): string {
  const english = text.replace(EN, '');
  return english === text ? text.replace(JA, '') : english;
}
