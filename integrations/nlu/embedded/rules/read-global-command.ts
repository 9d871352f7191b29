import type { Command } from '../../../../dialogs/protocol/command.ts';

const whole = (...alternatives: string[]) => new RegExp(`^(?:${alternatives.join('|')})$`);
const thing =
  '(?: (?:it|that|this|everything|all|the whole thing|the request|this request|the process|here|now|for now|right now|then|about it|about that|it all))*';

/** What can be said at any step, as whole messages. What is longer goes to the classifier, which knows the patterns' examples. */
const COMMANDS: readonly { readonly command: Command; readonly en: RegExp; readonly ja: RegExp }[] = [
  {
    command: { kind: 'cancel_flow' },
    en: whole(
      `cancel${thing}|abort${thing}|quit${thing}|exit${thing}|stop${thing}|never ?mind${thing}|nvm|forget${thing}|scrap${thing}|drop it|leave it|leave it be|end this|let's stop(?: here)?|let's forget it|let's leave it|i(?:'ve)? changed my mind|i don't want (?:to do )?this any ?more|i don't want to (?:continue|go on|do this)(?: any ?more)?|i give up|cancel that request|stop asking(?: me)?|let's not do this|i want to (?:stop|quit|cancel)|enough`,
    ),
    ja: whole(
      '(?:やっぱり|やはり|それは|もう|すみません、?|ごめん、?|いったん|一旦)?[、 ]?(?:キャンセル(?:で|します|する|してください|したい(?:です)?|お願いします)?|中止(?:します|してください|で)?|取(?:り)?消し?(?:ます|て(?:ください)?|で)?|取りやめ(?:ます)?|(?:や|止)め(?:ます|る|ました|たい(?:です)?|にします|にする)|止めて(?:ください)?|やめて(?:ください)?|ストップ|終了(?:します|で)?|中断(?:します|して(?:ください)?)?|(?:いい|もういい|結構)や|もういい(?:です|よ|や)?|忘れて(?:ください)?|なかったことに(?:して(?:ください)?|する)?|気にしないで(?:ください)?|やっぱ(?:り)?(?:いい|いいや|いいです|やめる|やめます|やめた|なし(?:で)?|やめとく|やめときます|やめておきます)|やめとく|やっぱなし)',
      'やっぱり(?:大丈夫|だいじょうぶ|結構)(?:です)?',
    ),
  },
  {
    command: { kind: 'repeat' },
    en: whole(
      "repeat(?: (?:that|it|please|the question|the last (?:part|bit|one)|again))*|say (?:that|it) again|say again|come again|once more|one more time|again|pardon(?: me)?|sorry what(?: was that)?|what(?: was that| did you say| is that|'s that)?|excuse me|i (?:didn't|did not|couldn't|could not|can't|cannot) (?:hear|catch|get|understand)(?: (?:that|you|it|what you said))?|i missed (?:that|it)|(?:can|could|would|will) you (?:please )?(?:repeat|say)(?: (?:that|it|the question|what you said|again|one more time|once more))*|what was the question|huh|say what|speak up|louder|slower|more slowly|speak (?:more )?slow(?:ly|er)|tell me again|what was that again|read (?:that|it) (?:back|again)",
    ),
    ja: whole(
      '(?:すみません|ごめんなさい|ごめん|え|えっ|あの)?[、 ]?(?:もう(?:一度|いちど|一回|いっかい)(?:(?:お願い|おねがい)(?:します|できますか)?|(?:言|い)って(?:ください|くれますか|もらえますか)?|(?:おっしゃって|お聞かせ|教えて)(?:ください|いただけますか|もらえますか)?|お話しください|聞かせて(?:ください)?|繰り返して(?:ください)?)?|繰り返(?:して(?:ください)?|し)?|リピート|(?:なん|何)(?:て|と|ですか|だって|て言いました(?:か)?|て言った|とおっしゃいました(?:か)?|と言いました(?:か)?)|え|えっ|は|聞こえ(?:ません(?:でした)?|ない(?:です)?|なかった(?:です)?|にくい(?:です)?|づらい(?:です)?)|聞き取れ(?:ません(?:でした)?|ない(?:です)?|なかった(?:です)?)|聞き逃し(?:ました|た)|ゆっくり(?:(?:お願い|言って|話して).*)?|質問は何(?:でした(?:か|っけ)|ですか)|さっき(?:の(?!.*(?:続き|つづき|荷物|注文|件))|なんて|何て).*)',
    ),
  },
  {
    command: { kind: 'restart' },
    en: whole(
      "(?:let's |let me |can (?:we|i) |could (?:we|i) |please |i want to |i'd like to )*(?:start(?: (?:all|it))? over(?: again)?|start (?:again|afresh|from (?:the )?(?:beginning|start|scratch|the top))|restart(?: (?:this|it|the (?:conversation|chat)))?|begin again|reset(?: (?:this|everything|the (?:conversation|chat)|all))?|go back to the (?:start|beginning)|from the (?:start|beginning|top)|back to (?:the )?(?:start|beginning|main menu)|main menu|new conversation|start a new (?:conversation|chat))",
    ),
    ja: whole(
      '(?:すみません|やっぱり|もう一度|もういちど|もう一回|一旦|いったん)?[、 ]?(?:(?:最初|はじめ|初め|一|いち|ゼロ|頭|振り出し|スタート)(?:から|に)(?:(?:もう一度|もう一回|全部)?(?:やり直(?:し|す|したい(?:です)?|します|させて(?:ください)?|して(?:ください)?)?|戻(?:って|る|りたい(?:です)?|して|ります)(?:ください)?|始め(?:たい(?:です)?|ます|て(?:ください)?|る)|お願い(?:します)?|聞いて(?:ください)?|して(?:ください)?|します|する))?|やり直(?:し|します|す|したい(?:です)?|させて(?:ください)?)|リセット(?:して(?:ください)?|したい(?:です)?|する|します)?|メニュー(?:に戻(?:る|って|りたい).*)?|新しい会話.*|仕切り直し.*)',
    ),
  },
  {
    command: { kind: 'chitchat', topic: 'help' },
    en: whole(
      'help(?: me)?(?: please)?|what can (?:you|i|this(?: bot)?) (?:do|ask|say|ask you)(?: here| for me)?|what (?:do|can) you (?:do|offer|help with|help me with)|how can you help(?: me)?|what are (?:my|the) options|options|menu|commands|how does this work|what (?:kind of )?(?:things|questions) can (?:i ask|you answer|you do)(?: you)?|what are you (?:able to do|good for|for)|i need help|i need some help|can you help(?: me)?|what else can you do',
    ),
    ja: whole(
      '(?:ヘルプ|へるぷ|助けて(?:ください)?|(?:何|なに)(?:が|を|か)?(?:(?:でき|出来)(?:ます|る|るの|るんです)|して(?:くれ(?:ます|る)|もらえ(?:ます|る)))(?:か)?|(?:どんな|どういう)(?:こと|の|もの|質問)(?:が|に|を|なら)?(?:でき|出来|聞け|答え|頼め|お願いでき|対応でき)(?:ます|る|るん(?:です)?)?(?:の)?(?:か)?|(?:何|なに)(?:を|が)(?:聞け|頼め|相談でき|お願いでき)(?:ます|る)(?:か)?|できること(?:は(?:何(?:です)?)?か?)?|使い方(?:を教えて(?:ください)?|がわからない|は)?|メニューを見せて|(?:何|なに)ができるの|手伝って(?:ください)?)',
    ),
  },
  {
    command: { kind: 'chitchat', topic: 'thanks' },
    en: whole(
      '(?:(?:ok|okay|great|perfect|cool|awesome|good|alright|nice|lovely|super|brilliant|got it|yes|oh|wow|ah|well) )*(?:thanks|thank you|thankyou|thx|thnx|tnx|ty|tysm|cheers|much appreciated|many thanks|i appreciate (?:it|that|your help)|appreciated|appreciate it|thanks a (?:lot|bunch|million|ton))(?: (?:so much|very much|a lot|again|for (?:your|the|all your|all the) (?:help|time|info|information|assistance|support|answer)|for (?:that|helping|everything)|that helps|that helped|bot|you|mate|man|much|kindly|indeed))*',
    ),
    ja: whole(
      '(?:はい|なるほど|わかりました|了解(?:です)?|ok|すみません)?[、 ]?(?:どうも|本当に|ほんとうに|大変|誠に|色々と?|いろいろと?|ご丁寧に|丁寧に|早速の?|教えてくれて|対応)*[、 ]?(?:ありがと(?:う|ー)?(?:ございま(?:す|した)|ね|です|な)?|有難う(?:ございま(?:す|した))?|有り難う(?:ございま(?:す|した))?|あざす|あざっす|サンキュー?|さんきゅー?|感謝(?:します|です|いたします)?|助かり(?:ました|ます)|助かった(?:よ|わ)?|どうも|おおきに|恐れ入ります)',
    ),
  },
  {
    command: { kind: 'chitchat', topic: 'goodbye' },
    en: whole(
      '(?:(?:ok|okay|thanks|thank you|great|alright|well) )*(?:bye+|bye bye|good ?bye|cya|see (?:you|ya)(?: (?:later|soon|around))?|take care|have a (?:good|nice|great|lovely) (?:day|one|evening|night|weekend)|good ?night|farewell|so long|ttyl|later|catch you later|i have to go|gotta go|talk (?:to you )?later)(?: (?:bye|thanks|thank you|now|then|and take care|for now))*',
    ),
    ja: whole(
      '(?:では|じゃ|じゃあ|それでは|それじゃ|ありがとう(?:ございました)?)?[、 ]?(?:さよ(?:う)?なら|バイバイ|ばいばい|またね|じゃあね|じゃあまた|では(?:また)?|また(?:お願いします|来ます|連絡します)?|失礼(?:します|いたします|しました)|お疲れ様(?:でした|です)?|おつかれ(?:さま)?|おやすみ(?:なさい)?|良い一日を|よい一日を)',
    ),
  },
  {
    command: { kind: 'chitchat', topic: 'greeting' },
    en: whole(
      "(?:hi|hello|hey|heya|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|morning|hi there|hello there|hey there|sup|what's up|anyone there|is anyone there|is anybody there|are you there)(?: (?:there|again|bot|everyone|all|team|aozora|hi|hello|to you|folks|sir|madam))*",
    ),
    ja: whole(
      '(?:こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|はじめまして|初めまして|やあ|どもども|ども|もしもし|ハロー|お世話になって(?:い|お)?ります|お世話になります|ごめんください|おーい|おい|ねえねえ?|ちわ|ちわっす|おっす|すみません|すいません|あのー?(?:、?すみません)?)(?:[、 ]*(?:また|再び|今日も|本日も)(?:来|き|お邪魔|戻|お世話|よろしく)[^、。]{0,12})?',
    ),
  },
];

const SKIP_EN = whole(
  "(?:(?:please|can i|could i|may i|let me|let's|i'll|i'd like to|i want to|just) )*skip(?: (?:it|this|that|this one|that one|the question|this question|this step|ahead))*|pass|next(?: (?:one|question|please|step))*|no idea|no clue|dunno|idk|unknown|none|n\\/?a|not available|i(?:'d| would)? (?:rather|prefer) not(?: (?:to )?(?:say|tell(?: you)?|give (?:it|that)|answer))*|i'd rather not",
  "(?:sorry |unfortunately |um |uh |well |hmm |no |nope |but |actually |i'm afraid )*(?:i )?(?:don't|do not|dont|can't|cannot|cant|couldn't|could not|didn't|haven't|have not|never)(?: (?:really|actually|even|seem to|currently|think i|got|get|got any))* (?:have|know|remember|recall|find|see|keep|got|get|locate|think of|access|save|received?|write)(?: (?:it|that|this|one|any|my|the|an?|such|what|which|where|is|was|either|order|number|code|postcode|zip|email|serial|contract|confirmation|mail|date|receipt|to|hand|with|me|right|now|at|moment|here|on|down|yet|anymore|any|more|of|those|them|these|handy|nearby))*",
  "(?:i(?:'ve)? )?(?:lost|forgot|forgotten|deleted|misplaced|threw away)(?: (?:it|that|my|the|order|number|code|email|receipt|confirmation|mail|away|what|is))*|(?:it's|it is|i'm|i am|that's|the number is|number is)? ?not (?:at|to|with|on|sure|here|in)(?: (?:hand|me|my|front|of|it|here|about|that|which|what|one))*|(?:there is|there's|i have|i've got|got) (?:no|none)(?: (?:such|order|number|code|thing|of|idea|clue|what|it|is|that|serial|receipt|confirmation|email))*|without (?:it|that|one|a number)|i'm not sure|not sure",
);
const SKIP_JA = whole(
  '(?:スキップ(?:して(?:ください)?|します|する|で)?|飛ばして(?:ください|もらえますか)?|とばして(?:ください)?|飛ばします|パス(?:します|で)?|次(?:へ|に(?:行|い)って(?:ください)?|の質問.*|お願いします)?|不明(?:です)?|省略(?:します|で)?|言いたくない(?:です)?|言いたくありません|答えたくない(?:です)?|教えたくない(?:です)?|ひみつ|秘密(?:です)?)',
  '(?:えっと|えーと|ええと|すみません|ごめんなさい|ちょっと|今|いま|それが|それは|実は|あいにく|残念ながら|うーん|あー|まだ|[、 ])*(?:(?:ご)?(?:注文)?(?:番号|メール|確認メール|郵便番号|アドレス|メールアドレス|シリアル(?:番号)?|製造番号|品番|型番|レシート|控え|日付|コード|名前|それ|これ|もの|契約番号|型)(?:は|が|を|も|って)?)?[、 ]?(?:今|いま|ちょっと|もう|よく|手元に|てもとに|すぐ(?:に)?(?:は)?|全然|まったく|どこにも)*[、 ]?(?:(?:手元|てもと|そば|近く)に(?:は)?(?:ない|ありません|無い)|(?:わか|分か|解)(?:りません|らない|らなく(?:なりました|なって)|らん|んない)|知(?:りません|らない|らん)|覚えて(?:い)?(?:ません|ない)|おぼえて(?:い)?(?:ません|ない)|忘れ(?:ました|た|てしまいました|ちゃいました|ちゃった)|わすれ(?:ました|た)|見(?:つ|当)(?:か|た)(?:りません|らない)|みつかりません|見つけられ(?:ません|ない)|なく(?:し|な)(?:ました|た|ってしまいました|してしまいました|しちゃった|しちゃいました)|失くし(?:ました|た)|無くし(?:ました|た)|消し(?:ました|てしまいました|ちゃった|ちゃいました)|捨て(?:ました|てしまいました|ちゃった|ちゃいました)|持って(?:い)?(?:ません|ない)|控えて(?:い)?(?:ません|ない)|届いて(?:い)?(?:ません|ない)|ない|ありません|無い|ございません)(?:です|んです|ですね|のです|んですが|ですが|のですが|んですけど|けど|が|よ|な|ので|わ)*(?:けど|が)?',
);

/** Words around a command that change nothing. */
const AROUND_EN =
  /^(?:(?:um+|uh+|oh|ah|er+|well|ok|okay|so|please|hey|sorry|actually|hmm+|no|wait|you know what|alright|right|just|hi|hello|then|and|but) )+|(?: (?:please|pls|plz|thanks|thank you|now|for now|actually|sorry|then|ok|okay|will you|would you))+$/g;

/** The command that a whole message is, for words that mean the same at every step. */
export function readGlobalCommand(text: string): Command | undefined {
  const english = text
    .replace(/[^\p{L}\p{N}'/ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const japanese = text
    .replace(/[。.!！?？…♪ー~〜]+$/g, '')
    .replace(/[。.!！]+/g, '、')
    .trim();
  const bare = english.replace(AROUND_EN, '').trim();
  // The whole words first: "hello again" greets, though "again" alone asks to repeat.
  const found =
    COMMANDS.find(({ en, ja }) => en.test(english) || ja.test(japanese)) ?? COMMANDS.find(({ en }) => en.test(bare));
  // "No thank you" declines, and thanks for nothing.
  if (found?.command.kind === 'chitchat' && /^(?:(?:um+|uh+|oh|ah|er+|well) )*no\b/.test(english)) return undefined;
  return (found ?? saidTwice(japanese))?.command;
}

/** 「もういいです、やめます」: the same command in two breaths. */
function saidTwice(words: string): (typeof COMMANDS)[number] | undefined {
  const parts = words.split(/[、, ]+/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 3) return undefined;
  return COMMANDS.find(({ ja }) => parts.every((part) => ja.test(part)));
}

/** "I don't have it", 「わかりません」, "skip": the open question can't or won't be answered. */
export function wantsToSkip(text: string): boolean {
  const english = text
    .replace(/[^\p{L}\p{N}'/ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const japanese = text
    .replace(/[。.!！?？…♪ー~〜]+$/g, '')
    .replace(/[。.!！]+/g, '、')
    .trim();
  return SKIP_EN.test(english) || SKIP_EN.test(english.replace(AROUND_EN, '').trim()) || SKIP_JA.test(japanese);
}
