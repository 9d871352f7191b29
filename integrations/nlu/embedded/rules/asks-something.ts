const EN =
  /\?|^(?:(?:and|but|so|also|well|ok|okay|hey|hi|hello|sorry|wait|by the way)[, ]+)*(?:what|who|where|when|why|how|which|whose|is|are|do|does|did|can|could|would|will|should|may|tell|show|give|find|check|book|play|set|write|translate|recommend)\b|\b(?:can you|could you|i (?:want|need|would like)|i'd like|please)\b|\b(?:what|where|when|how|who)(?:'s)? (?:is|are|do|does|much|many|long|to|the)\b/;
const JA =
  /[?？]|(?:か|かな|かしら|の|だっけ|っけ|って)[。 ]*$|(?:教えて|ください|下さい|ほしい|欲しい|たい(?:です|の|ん)|もらえ|いただけ|できます|お願い|頼み|って何|とは|いくら|いつ|どこ|どう|なぜ|何が|誰が)/;

/** Do the words ask or request something, rather than tell or answer? */
export function asksSomething(words: string): boolean {
  return EN.test(words) || JA.test(words);
}
