const EN =
  /\b(?:sorry,? (?:i meant?|it's|it is|that's|that should|it should|wrong|my|the|no)|i meant?|i mistyped|mistyped|typo|my mistake|my bad|i made a mistake|made a typo|correction|correct that|i misspoke|misspoke|scratch that|(?:no|wait|oops|actually|sorry|nope|ah|oh|hold on),? (?:no,? )?(?:it's|it is|its|that's|the (?:correct|right|real|actual)|the (?:\w+ ){1,3}is|make (?:it|that)|change|i said|use|not|it should|should be|my (?:\w+ ){0,2}is)|should (?:be|have been|read|say)|was supposed to be|rather than|instead of|change (?:it|that|the \w+(?: \w+)?|my \w+(?: \w+)?) to|make (?:that|it)|(?:gave|told|sent|typed|entered|said|put) (?:you )?(?:the |a )?wrong|wrong (?:number|order|one|date|email|postcode|zip|address|code|product|device|plan)|i got (?:it|that|the \w+) wrong|that(?:'s| is| was) wrong|that(?:'s| is) not (?:right|correct|it)|not \S+,? but|oops|whoops|the correct (?:one|number|\w+)|actually)\b/;
const JA =
  /じゃ(?:なく|ない|あなく)|では(?:なく|ない)|でなく|間違(?:え|い|っ)|まちが(?:え|い|っ)|訂正|正しくは|正確には|ただしくは|打ち間違|言い間違|入力ミス|打ちミス|ミスりました|タイプミス|(?:^|[、。 ])(?:いや|いえ|あ|あっ|違う|違います|違った|ちがう|ちがいます|違いました|ごめん(?:なさい)?|すみません|失礼(?:しました)?)[、。, ]+(?:違|ちが|やっぱり|やはり|それじゃ|正し|本当は|実は|こっち|こちら|さっきの|[^。]*(?:でした|のほう|の方)(?:$|[。、]))|やっぱり|やはり|(?:に|へ)(?:変更|訂正|修正|直し|変え)|さっき(?:の|言った|伝えた)[^。]{0,8}(?:は)?(?:違|ちが|間違|なし|忘れ)|(?:の)?(?:誤り|まちがい|間違い)|の(?:こと|ほう|方|話|件|つもり|間違い)でした(?!(?:か|っけ))/;

/** One of these stands in every English correction: most messages need no closer look, which is long. */
const MAY_CORRECT_EN =
  /sorry|mean|mistype|typo|mist|my bad|correct|misspoke|scratch|no|wait|oops|actually|ah|oh|hold on|should|suppose|rather|instead|change|make|wrong/;
const BEYOND_ASCII = /[^\x20-\x7e]/;

/** Do the words put something right that was said before: "sorry, I meant …", "no, it's …", 「…じゃなくて」, 「間違えました」? */
export function soundsLikeCorrection(text: string): boolean {
  return (MAY_CORRECT_EN.test(text) && EN.test(text)) || (BEYOND_ASCII.test(text) && JA.test(text));
}

/** Is the value at this place the one that is taken back: "not AB123456 but …", 「AB123456 じゃなくて…」? */
export function isTakenBack(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start).toLowerCase();
  const after = text.slice(end, end + 16).toLowerCase();
  return (
    /\b(?:not|isn't|instead of|rather than|wasn't)(?: (?:the|my|order|number|is|it's|a))*[\s:#]*$/.test(before) ||
    /^(?:さん|様)?(?:番)?(?:って(?:言った|いった)(?:けど)?|と(?:言った|言いました)(?:けど|が))?[、 ]?(?:じゃ(?:なく|ない|あなく)|では(?:なく|ない|ありません)|でなく|は(?:間違|まちが|違|ちが|誤))/.test(
      after,
    ) ||
    /^,? (?:is|was) (?:wrong|not right|a typo|a mistake|incorrect)/.test(after)
  );
}
