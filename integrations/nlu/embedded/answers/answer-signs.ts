import type { Locale } from '../../../../dialogs/protocol/locale.ts';

/**
 * Words that answers are made of, by what they do in them: "not" with "sure" is unsure, "not" with "right" is no. The names are the same
 * in every language.
 */
export const ANSWER_SIGNS: Readonly<Record<string, Readonly<Record<Locale, RegExp>>>> = {
  not: {
    en: /\b(?:not?|nope|nah|never|none|nothing|neither|nor|without|hardly|\w+n't|cannot|dont|cant|wont|aint|no)\b/,
    ja: /ない|なか(?=$|っ|ば|と)|ません|まへん|へん|[らせでけき]ん(?=$|[でわよがばけ、])|ねえ|ねぇ|ず(?:に|$)|無し|なし|不|無理/,
  },
  right: {
    en: /\b(?:right|correct|true|exact\w*|precise\w*|accurate|match\w*|spot on|bang on|the one|mine|me|it is|that is)\b/,
    ja: /合[っうてと]|あって|正し|正解|間違い(?:な|あ)|相違な|通り|とおり|確か|本人|私の|そのとお/,
  },
  wrong: {
    en: /\b(?:wrong|incorrect|false|mistake\w*|error|different|another|other|else|misunder\w*|off|old)\b/,
    ja: /違|ちが|ちゃう|ちゃい|ちげ|ちご|間違(?:っ|え)|まちが|別の|別に|じゃな|ではな|ではあり|逆|誤/,
  },
  fine: {
    en: /\b(?:fine|good|great|ok|okay|perfect|lovely|nice|cool|happy|glad|suits?|works?|sounds|wonderful|ideal|super|grand|brilliant)\b/,
    ja: /いい|良い|よい|よか|ええ(?!と)|結構|けっこう|大丈夫|だいじょ|問題|構[いわ]|かま[いわへん]|オッケ|おっけ|ok|賛成|助か|嬉し/,
  },
  know: {
    en: /\b(?:know|sure|certain|certainty|idea|clue|tell|say|says|remember|recall|decide|decided|understand|clear|convinced|memory|forgot|forget|judge)\b/,
    ja: /わか|分か|解ら|知ら|知り|存じ|覚え|記憶|自信|確信|判断|決[めまら]|言[えい]|はっきり|断言|定か|思い出/,
  },
  act: {
    en: /\b(?:go|go ahead|do|proceed|continue|carry on|send|book|confirm|submit|take|keep going|get on|try|give it)\b/,
    ja: /お願い|おねがい|頼[みむんま]|たの[みむ]|進め|続け|して(?!ない|ませ|いな|いま)|やって|やり(?:ます|まし)|します|する|しよう|やろう|送って|ぜひ|是非/,
  },
  refuse: {
    en: /\b(?:rather|leave|pass|skip|forget|stop|cancel|drop|refuse|decline|prefer|bother|need|necessary|done|enough|instead|against|scrap)\b/,
    ja: /遠慮|断[りる]|辞退|見送|見合わ|やめ|止め|パス|いら|要ら|いり|必要|不要|もう|困|嫌|いや(?!$)|やだ|だめ|ダメ|あかん|また|次回|今度|せっかく|間に合/,
  },
  unsure: {
    en: /\b(?:maybe|perhaps|might|may|could|possibl\w*|probabl\w*|depends?|guess|suppose|think|either|or|hm+|um+|uh+|er+m?|well|dunno|idk|unsure|torn|wonder\w*|whatever|sort|kind|kinda|sorta|some|sometimes|half|partly|see)\b/,
    ja: /たぶん|多分|おそらく|かも|もしか|ひょっと|どう|どっち|どちら|迷|悩|微妙|うー|んー|えー|えっと|ええと|さあ|かな|やろ|でしょう|次第|によ[るり]|場合|半分|半々|曖昧|あいまい|ちょっと|まあ|そうですね|だなあ|気が|ような/,
  },
  later: {
    en: /\b(?:later|first|until|before|check|ask|moment|minute|sec|second|wait|hold on|hang on|time|day|yet|sleep on|look|talk|get back|let you know)\b/,
    ja: /待[っち]|保留|相談|聞[いか]|確認|調べ|検討|考え|後で|あとで|時間を|みないと|てから|様子|まだ|いったん|一旦/,
  },
  asks: {
    en: /\?|^(?:what|who|where|when|why|how|which|is|are|can|could|does|did|will)\b/,
    ja: /ですか|ますか|どこ|いつ|いくら|何時|なぜ|なんで|誰|教えて|[?？]|方法|とは$|は$/,
  },
  wish: {
    en: /\b(?:i want to|i'd like to|i need to|i need|can i|can you|could you|how do|my (?!\w+$))\b/,
    ja: /たい(?:です|の|ん|$)|ほしい|欲しい|変更|変え|解約|返品|返金|修理|キャンセル|予約/,
  },
  thing: {
    en: /\b(?:order|parcel|package|delivery|refund|return|plan|kettle|router|phone|bill|invoice|card|account|password|code|app|wifi|internet|screen|repair|technician|appointment|warranty|contract|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|yesterday|week|month|street|o'clock|pm|am|light|box|battery|manual|human|agent|person|robot)\b|\d/,
    ja: /荷物|注文|商品|配達|配送|返金|返品|プラン|ケトル|掃除機|炊飯器|ルーター|電話|請求|カード|アカウント|パスワード|コード|アプリ|ネット|画面|修理|契約|保証|曜|明日|昨日|来週|先週|箱|電池|説明書|担当|人間|電源|ランプ|音|\d/,
  },
};
