const DISTRESS_EN = new RegExp(
  [
    '\\b(?:kill|hurt|harm|hang|cut|shoot|drown|poison)(?:ing)? (?:my ?self|ourselves)\\b(?! (?:laughing|with laughter|over))|\\bsuicid(?:e|al)\\b',
    "\\bend (?:my (?:own )?life|it all)\\b|\\btake my (?:own )?life\\b|\\b(?:don't|do not|dont) want to (?:live|be alive|be here) any ?more\\b|\\bno (?:reason|point) (?:to|in) (?:live|living|go on living)\\b",
    "\\b(?:i|i'd|i'll|i'm) (?:just |really |only |honestly |would |rather |want to |wanna |want |wish to |wish i (?:was|were) |going to |gonna |be |am )*(?:dead|die)\\b(?! (?:for|to (?:get|have|see|know)|of (?:boredom|laughter|curiosity|hunger)|laughing))",
    "\\b(?:i'll|i will|i'm going to|i'm gonna|i am going to|im going to|im gonna|going to|gonna) (?:kill|murder|shoot|stab|hurt|bomb) (?:you|him|her|them|someone|somebody|everyone|everybody|people|your (?:driver|courier|people|staff|office))\\b",
  ].join('|'),
);
const DISTRESS_JA =
  /死にたい|死にたく(?:なっ|なり|て)|(?<![ぁ-ゖ一-龠])自殺|自死し|自傷|リストカット|生きて(?:い|る|いる)(?:たく(?:ない|ありません)|意味がない|のがつら)|消えてしまいたい|命を(?:絶|断)|首を吊|(?:お前|おまえ|あんた|あなた|てめえ|担当者?|配達員)(?:ら|たち)?を?(?:殺す|殺して|刺す|刺して)|ぶっ?殺/;

/**
 * Words of somebody who may harm themselves or others. They leave every flow, as danger does, and are no matter for a bot.
 * @param text normalised words, in either language
 */
export function tellsOfDistress(text: string): boolean {
  const plain = text
    .replace(/[.,!?;:"()…]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return DISTRESS_EN.test(plain) || DISTRESS_JA.test(text);
}
