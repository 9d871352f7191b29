/** Opening hours are asked about, not a person. */
const ABOUT_HOURS =
  /\b(?:when|until when|what time|what hour|which hours|what hours|saturdays?|sundays?|weekends?|holidays?|how late|how long|opening hours|open (?:on|at|until|today|tomorrow|now)|working (?:today|now|hours))\b|何時|いつ|営業時間|受付時間|土日|祝日|休み/;
/** A call back: a flow may arrange it; where none does, it is a wish for a person. */
const WANTS_CALL =
  /\b(?:call me(?: back)?|give me a (?:call|ring)|(?:phone|ring) me|callback|call back|have (?:someone|somebody) (?:call|phone|ring)|(?:someone|somebody) (?:to )?(?:call|phone|ring) me|request a call)\b|(?:折り返し|おりかえし)(?:の)?(?:お)?(?:電話|連絡|お願い|でんわ)?|(?:お)?電話(?:を)?(?:ください|下さい|もらえ|いただけ|ほしい|欲しい|かけて)|電話して(?:ください|ほしい|欲しい|くれ|もらえ)|(?:番号|携帯|けいたい|ケータイ|電話)(?:のほう)?(?:の番号)?(?:に|へ)(?:ご)?(?:連絡|電話|かけて|掛けて)/;
/** A person, in any words. */
const PERSON_EN =
  '(?:(?:live |real |actual |human |customer service |customer care |support |sales )*(?:agents?|humans?|persons?|people|somebody|someone|operators?|representatives?|reps?|advisors?|advisers?|colleagues?|specialists?|managers?|supervisors?|staff|human beings?|customer service|customer support|customer care|support team))';
const WANTS_EN = new RegExp(
  [
    // the bare word, or the word with a request around it
    `^(?:(?:an?|the|your|hi|hello|please|operator|uh|um|just|ok|okay) )*(?:live |real |actual |human )*(?:agent|human|person|operator|representative|rep|advisor|adviser|human being|real person|live chat|live support|customer service|customer support|customer care)(?: please| now| thanks| thank you| human| agent)*$`,
    `\\b(?:speak|talk|chat|connect|transfer|switch|hand|put|pass|escalate|forward|get|bring|give|send|reach|contact|need|want|like|prefer|have|find|see|call|ask)(?:ing|ed|s)?(?: (?:me|us|this|it|over|through|directly|in|for|a|an|the|to|with|with a|your|some|actual|just|up))* ${PERSON_EN}(?! (?:to sign|at home|else|(?:to |who can |who could |that can )?(?:come and |come to |come |have a )?(?:look at|fix|repair|mend|service|check|collect|pick up) (?:my|the|this|our|it)))\\b`,
    '\\b(?:speak|talk|chat) (?:to|with) (?:a |an |the |your |some )?(?:man|woman|guy|lady|human|person|someone|somebody|anyone|anybody|people|boss|team)\\b',
    '\\b(?:is there|are there|can i (?:get|have|see|reach)|could i (?:get|have)|do you have|any) (?:(?:a|an|any|some|real|live|actual|human) )*(?:agents?|humans?|persons?|people|one real|operators?|representatives?|reps?)\\b',
    '\\bcan (?:someone|somebody|anyone|anybody|a person|a human) (?:please )?(?:help|call|contact|talk|speak|chat|assist|look(?! at))\\b',
    '\\b(?:not|no|stop) (?:talking to )?(?:an? |this )?(?:ro)?bots?\\b.*\\b(?:human|person|someone|people|agent)\\b',
    "\\b(?:i )?(?:don't|do not) want (?:to (?:talk|speak|chat) (?:to|with) )?(?:an? |this )?(?:stupid )?(?:ro)?(?:bot|machine|computer)\\b",
    // "is this a real person?" asks who speaks, and for nobody
    '(?<!\\b(?:is (?:this|that|it)|are you) (?:an? |even an? |really an? )?)\\b(?:real|live|actual) (?:human|person|agent|people)\\b',
    '\\b(?:talk|speak) on the phone\\b',
    // whoever it may be, and those above
    '\\bput me through\\b|\\b(?:speak|talk|chat|connect me|get me|give me|put me through) (?:to |with )?(?:whoever|whomever|anyone|anybody|any person|the (?:boss|owner|same (?:guy|person|man|woman|lady|one))|your (?:boss|superior)|someone (?:higher|senior|above|in charge)|(?:him|her|them) (?:again|directly))\\b',
    "\\bget me (?:a |an |the )?(?:anybody|anyone|somebody|someone|boss|human)\\b|\\bwho(?:'s| is) (?:in charge|your (?:boss|manager|supervisor))\\b|\\b(?:anybody|anyone|somebody|someone) (?:actually |really )?there\\b(?=.*\\b(?:get|need|want|talk|speak|just you|bot|real)\\b)",
    // passed on, by whom it may be
    '\\b(?:be|get|want|need|please) (?:to be )?(?:transferred|connected|put through|escalated|passed on)\\b|^(?:please |can you |could you |i want to |just )*escalate\\b',
    '\\b(?:pass|put|hand|transfer|connect|switch|forward|refer|talk|speak|chat|deal|get|give|bring)\\w*\\b.{0,24}\\b(?:one of your|a member of your|someone (?:from|in|at|on) your|somebody (?:from|in|at|on) your|anyone (?:from|in|at|on) your) (?:colleagues?|people|team|staff|agents?|employees?|advisors?|company|department)\\b',
    '\\b(?:team|staff) member\\b|^(?:a |the |your )?customer (?:service|support|care) (?:rep|person|team|agent|staff|human)s?(?: please| now)?$',
    // typed in a hurry
    '^(?:(?:a|an|real|please|pls|want|need|i|talk|speak|to|me|get|give) )*(?:hu?oo?m[ae]n|humna|huamn|humann?|agnet|agemt|operater|oprator|represent[ai]tive|represenative|persn|preson|hooman|someone human|real someone)(?: (?:please|pls|now))*$',
  ].join('|'),
);
const NOT_WANTED_EN = new RegExp(
  `\\b(?:don't|do not|didn't|did not|doesn't|no need|not|without|never|rather not|instead of|before)(?: (?:want|need|wanna|like|ask|asking|have|having|to|talk|talking|speak|speaking|get|getting|wish|transfer|connect|me|for|a|an|the|your|with|any|put|through|just|yet|be|transferred|connected))* (?:${PERSON_EN}|anyone|anybody)\\b`,
);
const BOT_REFUSED_EN =
  /\b(?:don't|do not) want (?:to (?:talk|speak|chat) (?:to|with) )?(?:an? |this )?(?:stupid )?(?:ro)?(?:bot|machine|computer)\b/;
/** "The agent said it would come today": somebody spoken of, not asked for. */
const SPOKEN_OF_EN =
  /\b(?:the|your|an?|another|last|one) (?:agent|operator|representative|rep|person|people|someone|colleague|manager)s? (?:i (?:talked|spoke)|who|that|said|told|promised|called|was|were|at the door|from|hung|already|never)\b|\b(?:talked|spoke|spoken) (?:to|with) (?:an? |the |your |some)/;

const PERSON_JA =
  '(?:たんとう(?:しゃ|の(?:ひと|かた))|にんげん|おぺれーた[ーあ]?|すたっふ|担当(?:者|の(?:方|かた|人))?(?:さん|様)?|オペレー?タ[ーー]?(?:さん)?|係(?:の(?:方|人)|員)(?:さん)?|スタッフ(?:さん)?|人間|有人(?:チャット|対応|窓口|サポート)?|店員さん?|社員さん?|責任者|上司|エージェント|サポート(?:の(?:方|人)|センター|窓口)|カスタマー(?:サポート|サービス|センター)|コールセンター|お客様(?:窓口|センター|相談室))';
const WANTS_JA = new RegExp(
  [
    `^(?:はやく|早く|すぐ|とにかく|もう|いいから|あの|すみません|ちょっと|やっぱり|今すぐ)*[、 ]*${PERSON_JA}(?:を|に|へ|で|と)?(?:お願い(?:します|いたします|したい(?:です)?)?|おねがいします|希望(?:です|します)?|出して(?:ください|くれ|よ)?|呼んで(?:ください|くれ|よ)?|です|頼む|対応)?[。!！ ]*$`,
    `${PERSON_JA}(?:の方|さん)?(?:と|に|へ|を|から|が|の対応|で|は)?(?:直接|すぐ|早く|今すぐ|ちょっと|一度|も)?[、 ]*(?:お?話|はな|喋|しゃべ|相談|繋|つな|つない|代わ|かわ|替わ|変わ|呼|よん|出し|回し|まわし|お願い|おねがい|電話|連絡|対応し|取り次|取次|問い合わせ|聞き|聞く|聞いて|話を|いません|いない|いる|います|希望|やりとり|質問し|説明し|引き継|切り替え|チャット)`,
    '(?:人|ひと|誰か|だれか|生身の人|人間|詳しい(?:人|方)|わかる(?:人|方)|分かる(?:人|方))(?:間)?(?:と|に|へ|を|が|から)(?:直接|すぐ|ちょっと|一度|)?(?:話|はな|喋|しゃべ|相談|繋|つな|代わ|かわ|替わ|変わって|呼んで|出して|お願い|対応)',
    '(?:直接|電話で|口頭で|声で)(?:お)?(?:話(?:し|を|が|せ)|はなし|相談|説明|聞きた|問い合わせ)',
    '(?:ボット|ロボット|機械|AI|ai|自動応答|自動音声)(?:じゃ|では|で は)?(?:なくて|なく|ない(?:人|方|ほう)|は(?:いや|嫌|いい|結構|もういい)|(?:と|とは)話したくない|じゃ(?:だめ|ダメ|無理|話にならない|埒))',
    '有人(?:対応|チャット|窓口|サポート|で|に)|人(?:間)?(?:の|による|が)対応|(?:ボット|ロボット|機械|AI|ai|自動応答)(?:は|じゃ|では)?(?:話にならない|らちがあかない|埒が明かない)',
    '(?:人|ひと)(?:に|と)(?:代わ|かわ|変わ|替わ|つな|繋)',
    '(?:人|人間)(?:に(?:して|しろ|チェンジ)|の(?:サポート|助け|手助け|対応))',
    // those above, and somebody by name
    '(?:上の(?:人|ひと|方|かた|者|もん)|上席|店長|社長|えらい(?:人|さん)|偉い(?:人|さん))(?:を|に|と|へ|が)?(?:呼|よん|出|だ[しせ]|代|かわ|替|変わ|お願|おねがい|話|つな|繋|電話|いる|います|いない|連れ)',
    '(?<![お様])[\\p{Script=Han}\\p{Script=Katakana}]{1,6}さん(?:を|に)(?:お願い(?:でき|いた|し|$)|代わ|かわって|替わ|つない|繋い|取り次)',
    '(?:担当|オペレーター|人|スタッフ|窓口)(?:さん)?[^。]{0,14}(?:回して|並[ぶび]|待つから)',
    '^(?:そこに|そちらに)?(?:誰|だれ)(?:か|も)(?:は|が)?(?:いない|いません|おらん|おらへん|おりません|いる|います|おる)(?:の|か|のか|ん|んですか|のですか|のでしょうか|でしょうか)?[。?？]*$',
  ].join('|'),
  'u',
);
const NOT_WANTED_JA = new RegExp(
  `(?:${PERSON_JA}|人|ひと|電話)[^。、]{0,12}(?:(?:話し|はなし|つなぎ|繋ぎ|代わり|出し|呼び|相談し|連絡し|電話し)たく(?:は)?(?:ない|ありません)|(?:つなが|繋が|代わら|呼ば|出さ|話さ|電話し|かけ)(?:なくて(?:も)?(?:いい|大丈夫|結構|よい)|ないで)|(?:は|には|も)?(?:まだ)?(?:必要(?:ない|ありません)|不要|いらない|いりません|いいです|結構です|要りません|嫌|いや))`,
);
const SPOKEN_OF_JA = new RegExp(
  `${PERSON_JA}(?:から|に|が|は)(?:[^。、]{0,10})(?:言われ|聞きました|聞いた|連絡があ|電話があ|言って|言った|言いました|教えてもら)`,
);

/**
 * Does the customer ask for a person? Must not fail: it is the one wish that every step grants. "I don't want to talk to an agent"
 * and "the agent told me …" are not such wishes.
 * @param text normalised words, in either language
 */
export function wantsPerson(text: string): boolean {
  return asksForPerson(text) && !ABOUT_HOURS.test(text);
}

/** Weaker wishes for people, to be heeded where no flow takes the words: "call me back", "when is somebody there?". */
export function couldWantPerson(text: string): boolean {
  return WANTS_CALL.test(text) || asksForPerson(text);
}

function asksForPerson(text: string): boolean {
  const plain = text
    .replace(/[.,!?;:"()…]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (BOT_REFUSED_EN.test(plain)) return true;
  if (WANTS_EN.test(plain) && !NOT_WANTED_EN.test(plain) && !SPOKEN_OF_EN.test(plain)) return true;
  return WANTS_JA.test(text) && !NOT_WANTED_JA.test(text) && !SPOKEN_OF_JA.test(text);
}
