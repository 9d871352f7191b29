const DANGER_EN = new RegExp(
  [
    '\\b(?:smok(?:e|es|ing)|fumes)\\b(?!.{0,4}(?:detector|alarm|free|signal))(?=.*\\b(?:com(?:e|es|ing)|from|out|it|device|machine|battery|charger|plug|cable|unit|smell|saw|see|is|started|everywhere)\\b)',
    "\\b(?:it|it's|its|charger|battery|device|machine|unit|thing|cable|plug|adapter|speaker|cleaner|maker|kettle|phone|tablet|laptop|outlet|socket) (?:\\w+ ){0,3}smok(?:e|es|ing|ed)\\b",
    "^(?:(?:help|there's|there|is|i|see|saw|some|oh|god|my|it's|white|black|omg) )*(?:smoke|smoking|fire|sparks|flames)!*$",
    '\\b(?:burning|burnt|burned|melting|scorched) (?:smell|plastic|odou?r|rubber|wire)\\b|\\bsmell(?:s|ed|ing)? (?:\\w+ ){0,3}(?:burn(?:ing|t|ed)?|smoke|gas|fire|scorch\\w*|melting)\\b',
    '\\b(?:on|caught|catch(?:es|ing)?|catch on) fire\\b|\\bflames?\\b|\\bin flames\\b|\\bstarted (?:a fire|burning|to burn|smoking|to smoke|sparking)\\b|\\bset fire\\b|\\bignit(?:e|ed|es|ing)\\b',
    '\\bspark(?:s|ed|ing)\\b|\\bmelt(?:s|ed|ing)\\b|\\bexplo(?:de|des|ded|ding|sion)\\b|\\bburst(?:ing)?\\b(?=.*\\bbatter)|\\bblew up\\b',
    '\\b(?:swollen|swelling|swelled|bulg(?:ing|ed|es|e)|bloated|puffy|expand(?:ed|ing)|leak(?:ing|ed|s)?|puff(?:ed|ing) up)\\b(?=.*\\bbatter)|\\bbatter(?:y|ies)\\b.{0,30}\\b(?:swollen|swell(?:s|ing|ed)?|bulg(?:ing|ed|es)|bloated|puffy|puffed|expand(?:ed|ing)|leak(?:ing|ed|s)|burst|hissing)\\b|\\b(?:back|case|screen) is (?:swollen|bulging)\\b',
    '\\belectric(?:al)? shock\\b|\\belectrocut|\\b(?:got|get|gets|getting|gave me|gives me|giving me|felt|had) (?:a |an |me a )?(?:small |little |bad |nasty |mild |big |electric )*shock(?:s|ed)?\\b(?! (?:by|at|when i saw|from the) (?:the )?(?:price|bill|cost))|\\b(?:zap|zaps|zapped|zapping) (?:me|my)\\b|\\bshocked (?:me|my|him|her)\\b|\\b(?:tingl|shock)\\w* when i touch',
    '^(?=.*\\b(?:touch|hold|battery|charger|device|it|gets|got|getting|plug|cable|unit|adapter|back|smell)\\b)(?!.*\\b(?:weather|day|today|outside|coffee|water|room|summer)\\b).*\\b(?:too|very|extremely|super|really|burning|dangerously|insanely|scalding|so|red) hot\\b|\\boverheat(?:s|ed|ing)?\\b|\\bburn(?:ed|t|s|ing)? (?:my|me|his|her|their) (?:\\w+ )?(?:hand|hands|finger|fingers|skin|arm|leg|table|carpet|desk|son|daughter|kid|child|self)?\\b',
    '\\bgas leak\\b|\\bgas smell\\b|\\bon fire\\b',
  ].join('|'),
);
const NOT_DANGER_EN =
  /\b(?:fire ?(?:tv|stick|wall|fox|works?)|smoke ?(?:detector|alarm|free)|no (?:smoke|fire|sparks|burning)|(?:isn't|not|never|doesn't|wasn't|didn't) (?:\w+ )?(?:smok\w+|spark\w*|on fire|burning|overheat\w*|swollen|hot|too hot|melt\w*|shock\w*)|non-?smoking|quit smoking|burning (?:question|desire|cd|dvd)|(?:culture|sticker|price) shock|fire (?:the|that|him|her|you|your)|you're fired|sparkling|shock ?proof|flame ?grill\w*)\b/;

const DANGER_JA = new RegExp(
  [
    '煙(?:が|を|も|っぽい|出|です|$)|けむり|ケムリ|^煙$|発煙',
    '(?:焦|こ)げ(?:臭|くさ|た(?:よう|みたい|匂|にお|臭)|て|る|そう)|焦げ|(?:焼|や)け(?:る|た)?(?:よう|みたい)?(?:な|に)?(?:匂|にお|臭)|プラスチックの(?:溶け|焼け|焦げ)',
    '膨(?:ら|れ|張)|ふくら(?:ん|み|む)|ふくれ|パンパン(?:に|で|だ)(?=.*(?:電池|バッテリ|本体))|(?:バッテリー?|電池)[^。]{0,12}(?:パンパン|膨張|変形|液漏れ|もっこり|漏れ)|液漏れ',
    '感電|(?:ビリ|びり)(?:ッ|っ|リ|り)|(?:ピリ|ぴり)(?:ピリ|ぴり|ッ|っ)(?=.*(?:触|さわ|しび|電気|きま|来|した|する|くる))|電気が(?:走|流れ|きた|来た)|漏電|しびれ(?:た|ました)',
    '発火|出火|火(?:が|を)(?:出|つ|付|吹|噴|上)|燃え|火花|火事|炎が|スパーク|ショートし',
    '(?:熱|あつ)(?:すぎ|過ぎ)|(?:触|さわ|持)(?:れ|て)(?:ない|ません)(?:ほど|くらい|ぐらい)?(?:熱|あつ)|異常(?:に|な)?(?:熱|発熱|過熱)|(?:すごく|ものすごく|かなり|めちゃくちゃ|とても|非常に|やたら|めっちゃ|やけに)(?:熱|アツ)(?:い|く|か)|異常発熱|過熱|オーバーヒート|ヤケド|火傷|(?<![ぁ-ゖァ-ヶ一-龠a-z0-9])やけど|やけど(?:し|する|を|に(?:な|注))',
    '(?:溶|と)け(?:て(?:い|き|る|た|しま)|た|ました)(?=.*(?:充電|コード|ケーブル|プラグ|コンセント|本体|プラスチック|アダプタ|部品))|(?:充電器|コード|ケーブル|プラグ|コンセント|本体|アダプタ)[^。]{0,8}(?:溶|とけ)|爆発|破裂|ガス(?:臭|くさ|漏れ|の(?:匂|にお|臭))|変な(?:匂|にお|臭)い?が?(?=.*(?:充電|コード|本体|熱))',
  ].join('|'),
);
const NOT_DANGER_JA =
  /(?:煙|火|火花|におい|匂い|臭い)(?:は|とか|なども?|も)?(?:出て|出|し|して|ついて)?(?:い)?(?:ない|ません|なかった)|煙(?:探知|感知|草|突|たい)|膨ら(?:ま|み)(?:ない|ません)|期待[がに]?[^。]{0,2}膨ら|夢が膨ら|熱(?:すぎ|く)(?:は)?(?:ない|ありません)|燃え(?:ない|る?ゴミ|尽)|炎上|(?:火|か)曜|熱(?:い|く)ない|焦げ(?:付|つ)き|パンが焦げ|膨らし|感電(?:は)?(?:し)?(?:ない|ません)|(?:湯|コーヒー|お茶|料理|ご飯|天気|夏|部屋)(?:が|は|も)[^。]{0,6}(?:熱|暑)/;

/**
 * Words that tell of danger to life or house: smoke, burning smell, a swollen battery, a shock, fire, too hot to touch. They leave every
 * flow. When in doubt it is danger; what is plainly something else ("smoke detector", 「煙は出ていません」) is not.
 * @param text normalised words, in either language
 */
export function tellsOfDanger(text: string): boolean {
  const plain = text
    .replace(/[.,!;:"()…]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const english = plain.replace(NOT_DANGER_EN, ' ');
  if (DANGER_EN.test(english)) return true;
  return DANGER_JA.test(text.replace(new RegExp(NOT_DANGER_JA, 'g'), ' '));
}
