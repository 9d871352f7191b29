import type { Locale } from '../../../../dialogs/protocol/locale.ts';

/**
 * Words that answers are made of, by what they do in them: "not" with "sure" is unsure, "not" with "right" is no. The names are the same
 * in every language.
 */
export const ANSWER_SIGNS: Readonly<Record<string, Readonly<Record<Locale, RegExp>>>> = {
  not: {
    en: /\b(?:not?|nope|nah|never|none|nothing|neither|nor|without|hardly|barely|\w+n't|cannot|dont|cant|wont|aint)\b/,
    ja: /ない|なか(?=$|っ|ば|と)|ません|まへん|へん|[らせでけき]ん(?=$|[でわよがばけ、])|ねえ|ねぇ|ず(?:に|$)|無し|なし|無理/,
  },
  // "No doubt", "no objections", 「異議なし」: what is missing is what would stand against it.
  unopposed: {
    en: /\b(?:no|not a?|without|nothing|don't see|can't see|beyond|none)\b.*\b(?:doubts?|question|objections?|problems?|issues?|complaints?|worries|against|reason not|why not|bother)\b|\b(?:why not|wouldn't mind|can't argue|couldn't agree more|couldn't be better|can't hurt|won't hurt|couldn't hurt)\b/,
    ja: /(?:問題|異議|異論|異存|不満|文句|不都合|間違い|相違|申し分|差し支え|支障|反対|違い|疑い).{0,3}(?:ない|なし|なか|なく|あり?ません|ございません|あらへん)|構[いわ](?:ません|ない|へん)|かま[いわ]?(?:ません|ない|へん)/,
  },
  right: {
    en: /\b(?:right|correct|true|exact\w*|precise\w*|accurate|match\w*|spot on|bang on|the one|mine|me|it is|that is|same|settled|indeed)\b/,
    ja: /合[っうてと]|あって(?:る|ます|い)|正し|正解|間違い(?:な|あ)|相違な|通り|とおり|確か|本人|私の|そのとお|そう(?:です|だ|や|そう|なん)|それ(?:です|だ|それ)/,
  },
  wrong: {
    en: /\b(?:wrong|incorrect|false|mistake\w*|error|different|another|other|else|misunder\w*|misheard|off|old|opposite|contrary)\b/,
    ja: /違|ちが|ちゃう|ちゃい|ちげ|ちご|間違(?:っ|え|いで)|まちが|別の|他の|ほかの|じゃな|ではな|ではあり|逆|誤|古い|前の/,
  },
  fine: {
    en: /\b(?:fine|good|great|ok|okay|perfect|lovely|nice|cool|happy|glad|suits?|works?|sounds|wonderful|ideal|super|grand|brilliant|delighted|pleased|love|appreciate\w*|helps?|splendid|excellent|fantastic|awesome)\b/,
    ja: /いい|良い|よい|よか|ええ(?!と)|結構|けっこう|大丈夫|だいじょ|オッケ|おっけ|オーケ|ok|賛成|同意|承|了解|助か|嬉し|ありがた|喜んで|最高/,
  },
  know: {
    en: /\b(?:know|sure|certain|certainty|idea|clue|tell|say|says|remember|recall|decide|decided|understand|clear|convinced|memory|forgot|forgotten|forget|judge|hundred percent|100|doubts?|follow|mind up|quote me|preference|opinion)\b/,
    ja: /わか(?:ら|り|ん)|分か(?:ら|り|ん)|解ら|知ら|知り|存じ|覚え|記憶|自信|確信|判断|決[めまらし]|言[えい]|はっきり|断言|定か|思い出|忘れ|見当|検討もつ|答え/,
  },
  act: {
    en: /\b(?:go|go ahead|do|do it|proceed|continue|carry on|send|book|submit|take|keep going|get on|try|give it|make it so|on with it|in)\b/,
    ja: /お願い|おねがい|頼[みむんま]|たの[みむ]|進め|続け|して(?!な|ませ|いな|いま|ん|へ)|やって(?!な|ませ|へ)|やり(?:ます|まし)|します|する|しよう|やろう|送って|ぜひ|是非/,
  },
  refuse: {
    en: /\b(?:rather|leave|leave it|pass|skip|forget it|stop|cancel|drop|refuse|decline\w*|deny|denied|prefer|bother\w*|need|necessary|done|enough|against|scrap|abort|myself|all set|changed my mind|count me out|out|better not|no thanks|thanks|alone)\b/,
    ja: /遠慮|断[りる]|辞退|見送|見合わ|やめ|止め|パス|いら|要ら|いり|不要|もう|困|嫌|いや(?!$)|やだ|だめ|ダメ|駄目|あかん|また|次回|今度|せっかく|間に合|拒否|反対|十分|気持ちだけ|ほっと|放って|自分で/,
  },
  keep: {
    en: /\b(?:leave|keep|stick with|stay with|as (?:it is|is|they are|i am)|the way it is|what i have|alone|let it)\b/,
    ja: /そのままに|今のまま|現状|何もし|触ら|放って|ほっと/,
  },
  hedge: {
    en: /\b(?:maybe|perhaps|might|may|could|possibl\w*|potentially|probabl\w*|depends?|guess|suppose|either|or|hm+|um+|uh+|er+m?|well|dunno|idk|unsure|torn|wonder\w*|whatever|whichever|sort of|kind of|kinda|sorta|in (?:a|some) \w+|to (?:a|some) \w+|partly|partially|wavering|hesita\w*)\b/,
    ja: /たぶん|多分|おそらく|恐らく|かも|もしか|ひょっと|どう|どっち|どちら|微妙|びみょ|うー|んー|えー|えっと|ええと|さあ|かな|やろ|でしょう|曖昧|あいまい|まあ|そうですね|だなあ|気が|ような|とも言/,
  },
  varies: {
    en: /\b(?:half|fifty|50|both|some|sometimes|varies|depends|now and then|comes and goes|on and off|times|bit|little|only|mixed|up in the air)\b/,
    ja: /次第|によ[るり]|場合|半分|半々|五分|少し|一部|部分|たまに|時々|ときどき|ちょっと|多少|程度|それなり|未定|不明/,
  },
  waver: {
    en: /\b(?:think\w*|thought|consider\w*|decid\w*|deciding|see|sleep on|weigh\w*|mull\w*|fence|minds|call|toss|flip|confused|lost|hazy|tricky|tough|hard|difficult|open)\b/,
    ja: /迷|まよ|悩|考え|検討|保留|様子|決めか|決心|踏ん切|難し|むずかし|困り/,
  },
  later: {
    en: /\b(?:later|first|until|before|check|moment|minute|mo|sec|second|wait|hold on|hang on|bear with|yet|look|get back|let you know|find out|time to)\b/,
    ja: /待[っち]|お待ち|後で|あとで|後ほど|時間を|てから|いったん|一旦|タイム|確認|調べ|見て/,
  },
  consult: {
    en: /\b(?:ask|check with|talk to|talk it over|discuss|consult|run it by)\b.*\b(?:husband|wife|partner|mum|mom|dad|boss|family|someone|flatmate|kids|son|daughter|home|them|him|her|colleague|landlord|team|parents?)\b/,
    ja: /(?:家族|妻|嫁|夫|主人|旦那|親|母|父|上司|会社|本人|息子|娘|社内|みんな|家の者|担当).{0,4}(?:聞|相談|確認|話)|相談|聞[いか]/,
  },
  another: {
    en: /\b(?:another|some other|next) (?:time|day|week)\b|\bmaybe next|\bnot (?:now|today|yet|right now|this (?:time|week|year))\b/,
    ja: /また(?:今度|次|の機会|にし)|今度|次回|後日|今(?:は|回|日は)|いまは|当分|しばらく/,
  },
  asks: {
    en: /\?|^(?:what|who|where|when|why|how|which|is|are|can|could|does|did|will|has|have you|tell me|show me)\b/,
    ja: /ですか|ますか|どこ|いつ|いくら|何時|なぜ|なんで|誰|教えて|[?？]|方法|とは$|は$|見せて/,
  },
  wish: {
    en: /\b(?:i want to|i'd like to|i need (?:to|a|an|help)|can i|can you|could you|how do|my (?!\w+$)|let me talk|speak|repeat|explain|talk to|help me)\b/,
    ja: /たい(?:です|の|ん|$)|てほしい|変更|変え|解約|返品|返金|修理|キャンセル|予約を|つないで|もう一[回度]|話して|代わって|最初から/,
  },
  thing: {
    en: /\b(?:orders?|parcel|package|delivery|refund|return|plan|kettle|vacuum|cooker|router|phone|bill|invoice|card|account|password|code|app|wifi|internet|screen|sound|picture|repair|technician|appointment|warranty|contract|\w+day|tomorrow|yesterday|week|month|street|o'clock|pm|am|box|battery|filter|manual|human|agent|person|robot|door)\b|\d/,
    ja: /荷物|注文を|商品|配達|配送|返金|返品|プラン|ケトル|掃除機|炊飯器|ルーター|電話|請求|カード|アカウント|パスワード|コード|アプリ|ネット|画面|修理|契約|保証|曜|明日|昨日|来週|先週|箱|電池|説明書|担当|人間|電源|ランプ|音|先月|\d/,
  },
  social: {
    en: /\b(?:hello|hi|hey|good (?:morning|evening|afternoon|night)|bye|goodbye|how are you|see you|you're|you are|thank you|thanks for|love you|nice to)\b/,
    ja: /こんにち|こんばん|おはよう|おやすみ|さようなら|バイバイ|またね|はじめまして|お疲れ|元気|ありがとうござい|どうもありがとう|です[よねな]?$/,
  },
};
