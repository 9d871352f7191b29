import type { Locale } from '../../../../dialogs/protocol/locale.ts';

/** An answer to a read-back, taken apart. */
export interface Correction {
  /** The words that may hold another value, freed of what stands around it. */
  readonly value: string;
  /** What was read out is denied or put right: "no wait", "sorry", 「いえ」, 「じゃなくて」. */
  readonly denies: boolean;
  /** The words say by themselves that a value follows: "make it …", 「…にしてください」. */
  readonly carried: boolean;
  /** What follows are words to be written: "tell them …", 「…と伝えて」. */
  readonly dictated: boolean;
}

const DENIAL_EN =
  "no+|nope|nah|wait|hold on|hang on|oops|whoops|sorry|apologies|actually|but|not (?:quite|that(?: one)?|really|right|this one)|(?:that|it)(?:'s| is) (?:not (?:right|it|correct|quite right|the right one)|wrong|incorrect|the wrong one|almost right)|(?:that|it) isn't (?:right|it|correct)|my (?:mistake|bad)|i made a (?:mistake|typo)|i (?:was|got it) wrong|on second thoughts?|scratch that|correction|almost|nearly|typo|i(?:'ve| have)? changed my mind";
const AROUND_EN = 'hm+|um+|uh+|oh|ah|ooh|well|so|please|yes|yeah|yep|ok|okay|sure|right|and|then|thanks|thank you';
const OPENING_EN = new RegExp(`^(?:(?:${DENIAL_EN}|${AROUND_EN})(?![\\p{L}\\p{N}'])[\\s,.!;:…—–-]*)+`, 'iu');
const DENIES_EN = new RegExp(`(?:^|[^\\p{L}])(?:${DENIAL_EN})(?![\\p{L}'])`, 'iu');
const INSTEAD_EN = /^not .{1,60}?,? but (?:rather )?|^(?:instead of|rather than) [^,]{1,60}, /i;
const CARRIER_EN =
  /^(?:(?:can|could|would|will) (?:you|we|i)(?: please)? |please |just |rather |i(?:'d| would) (?:rather|prefer|like|want)(?: (?:to have|it to (?:be|go to|say)|to|you to))? |i (?:want|need|meant?|prefer)(?:ed)?(?: (?:it )?to (?:have|say|read|be|go to))? |let(?:'s| us) )*(?:(?:make|change|set|switch|update|correct|move) (?:it|that|this|(?:the|my)(?: \p{L}+){1,3}?)(?: (?:to|into|on|for))?|(?:send|ship|deliver|bring|take|book|do|say|write|put|read|use|try|have|add|tell (?:them|him|her))(?: (?:it|that|them|everything|the parcel|my order))?(?: (?:to|on|for|at|down))?(?: (?:that|instead))?|(?:it|that|this)(?:'s| is| should be| should read| should say| must be| has to be| goes to| needs to be| ought to be)|should (?:be|read|say)|(?:the|my)(?: (?:right|correct|new|actual|real|full))?(?: \p{L}+){0,2} (?:is|should be|would be)|go (?:with|for)|make|to|for|on|at|with|i meant?|i'd prefer|i'd rather|i want|i need)[\s:,]+(?=\S)/iu;
const AFTER_EN =
  /[\s,]+(?:(?:would be|is|works|suits me|would suit me|sounds) (?:better|best|fine|good|great)(?: for me)?|instead|please|pls|thanks|thank you|then|rather|if possible|after all|not that(?: one)?)[.!]*$/i;

const DICTATES_EN = /\b(?:say|write|put|read|tell|says)\b/i;

const DENIAL_JA =
  'いいえ|いえいえ|いえ|いや|ううん|違います|違いました|違う|ちがいます|ちがう|待ってください|待って|ちょっと待ってください|ちょっと待って|あっ|あ|すみません|すいません|ごめんなさい|ごめん|失礼しました|失礼|間違えました|間違えた|間違いです|間違ってます|間違っています|訂正します|訂正です|訂正|やっぱり|やはり|やっぱ|そうじゃなくて|そうではなくて|そうではなく|じゃなくて|ではなくて|それじゃなくて|それではなくて|それではなく|それは違います|正しくは|正確には|本当は|でも|いまのは間違いで|今のは間違いで';
const AROUND_JA = 'はい|ええ|うん|えっと|ええと|えーと|あの|まあ|じゃあ|では|それでは|できれば|できたら';
const OPENING_JA = new RegExp(`^(?:(?:${DENIAL_JA}|${AROUND_JA})[、。,.!！… ]+|(?:${DENIAL_JA})(?=[^、。,.!！… ]))+`);
const DENIES_JA = new RegExp(`(?:^|[、。,.!！… ])(?:${DENIAL_JA})`);
const INSTEAD_JA = /^[^。]{1,60}?(?:じゃなくて|じゃなく|ではなくて|ではなく|でなくて|でなく|じゃなしに)[、, ]*(?=\S)/;
const ASKED_JA =
  '(?:(?:に|で|へ|を|と|って)?(?:して|変えて|変更して|直して|訂正して|修正して|送って|届けて|お届けして|配達して|書いて|書き直して|伝えて|予約して|変更|訂正|修正|お願い)(?:ください|下さい|もらえますか|もらえませんか|もらえる|いただけますか|いただけませんか|いただきたいです|ほしいです|欲しいです|ほしい|くれますか|くれる|おいてください|おいて|お願いします|おねがいします|します|したいです|したい|いたします|できますか|で)?|(?:に|で)(?:変えられますか|変えられませんか|変更できますか|できますか|できませんか|変えたいです|変えたい|変えます|変更します|します|したいです|する|お願いします|おねがいします|お願いできますか|お願い|頼みます|なりませんか|なりますか|いいですか|もいいですか)|(?:が|の方が|のほうが)(?:いい|良い|よい|正しい|正解|希望)(?:です|んですが|んですけど)?)';
const CARRIER_JA = new RegExp(`(?:の(?:ほう|方|やつ))?${ASKED_JA}[。.!！?？]*$`);
const DICTATES_JA = /と(?:書|伝)/;
const AFTER_JA =
  /(?:の(?:ほう|方|やつ))?(?:なのですが|なんですが|なんです|なのです|でしたら|でした|です|だった|だ|で)?(?:よ|ね)?[。.!！]*$/;

/**
 * Takes an answer to a read-back apart: does it deny, and what may be the new value in it?
 * @param text cleaned words, case kept
 * @example readCorrection('no wait, make it 14 Elm Street', 'en') // { value: '14 Elm Street', denies: true, carried: true }
 */
export function readCorrection(text: string, locale: Locale): Correction {
  return locale === 'en' ? readEnglish(text) : readJapanese(text);
}

function readEnglish(text: string): Correction {
  const opening = OPENING_EN.exec(text)?.[0] ?? '';
  const rest = text.slice(opening.length);
  const instead = rest.replace(INSTEAD_EN, '');
  const bare = instead.replace(AFTER_EN, '').replace(AFTER_EN, '');
  const value = bare.replace(CARRIER_EN, '');
  return {
    value: value.replace(/[\s.!]+$/, '').trim(),
    denies: DENIES_EN.test(opening) || instead !== rest || /\binstead[.! ]*$/i.test(text),
    carried: value !== bare || instead !== rest,
    dictated: DICTATES_EN.test(bare.slice(0, bare.length - value.length)),
  };
}

function readJapanese(text: string): Correction {
  const opening = OPENING_JA.exec(text)?.[0] ?? '';
  const rest = text.slice(opening.length);
  const instead = rest.replace(INSTEAD_JA, '');
  const bare = instead.replace(CARRIER_JA, '');
  const value = bare.replace(AFTER_JA, '');
  return {
    value: value.replace(/[、, ]+$/, '').trim(),
    denies: DENIES_JA.test(opening) || instead !== rest,
    carried: bare !== instead || instead !== rest,
    dictated: DICTATES_JA.test(instead.slice(bare.length)),
  };
}
