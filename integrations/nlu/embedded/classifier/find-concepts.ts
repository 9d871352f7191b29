import type { Locale } from '../../../../dialogs/protocol/locale.ts';

/** Words of a shop that mean the same, so that a phrase with "parcel" also teaches "package". The names are the same in every language. */
export const CONCEPTS: Readonly<Record<string, Readonly<Record<Locale, RegExp>>>> = {
  parcel: {
    en: /\b(?:parcel|package|packet|packge|pkg|shipment|box|delivery|goods|stuff)s?\b/,
    ja: /荷物|小包|宅配|品物|お届け物|配達物|にもつ|ブツ/,
  },
  order: {
    en: /\b(?:order|purchase|bought|ordered|purchased|buying)s?\b/,
    ja: /注文|購入|買った|買いまし|買って(?:から|い)|オーダー|頼んだ|頼みまし|ちゅうもん/,
  },
  arrive: {
    en: /\b(?:arriv\w*|deliver\w*|com(?:e|es|ing)|get(?:s|ting)? here|show(?:s|ed|n)? up|turn(?:s|ed)? up|receiv\w*|reach\w*|here yet|due|eta)\b/,
    ja: /届|とど(?:い|か|く|け)|着(?:く|き|い|か)|到着|配達|配送|お届け|受け取|来(?:ない|ません|ます|る|て)|こない/,
  },
  where: {
    en: /\b(?:where\w*|wheres|track\w*|locat\w*|whereabouts|status|progress|update|news)\b/,
    ja: /どこ|何処|どの辺|追跡|状況|ステータス|進捗|今どう|所在/,
  },
  when: {
    en: /\b(?:when|how long|what (?:day|time|date)|how soon|how many days|eta)\b/,
    ja: /いつ|何日|何時|どれくらい|どのくらい|日数|何日間|いつごろ/,
  },
  late: {
    en: /\b(?:late|delay\w*|overdue|still (?:waiting|not|hasn't|no)|not yet|waiting|slow|taking (?:so|too|forever)|behind)\b/,
    ja: /遅|まだ|おそい|遅延|待って|いつまで|なかなか/,
  },
  stop: {
    en: /\b(?:cancel\w*|stop|end|terminat\w*|quit|call off|get rid of|don't want|no longer|unsubscrib\w*)\b/,
    ja: /キャンセル|取り消|取消|解約|やめ|止め|中止|退会|不要に|いらなく|終了|打ち切/,
  },
  change: {
    en: /\b(?:chang\w*|switch\w*|modif\w*|updat\w*|move|mov(?:ed|ing)|edit|correct|alter|reschedul\w*|different|another|instead)\b/,
    ja: /変更|変え|変わ|切り替|修正|直し|別の|ずらし|移動|引っ越/,
  },
  address: {
    en: /\b(?:address|house|street|flat|apartment|moved|moving|somewhere else|neighbou?r|office)\b/,
    ja: /住所|届け先|お届け先|配送先|引っ越|宛先|宛て|転居/,
  },
  date: {
    en: /\b(?:day|date|time|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|week|morning|evening|later|earlier)\b/,
    ja: /日(?:に|を|程|時|付)|曜日|時間|週末|来週|今週|明日|午前|午後|別の日|早め|遅め/,
  },
  plan: {
    en: /\b(?:plan|subscription|protection|cover(?:age)?|insurance|contract|membership|policy|care plan)s?\b/,
    ja: /プラン|保証プラン|契約|定期|会員|サブスク|延長保証|保険|安心/,
  },
  renew: {
    en: /\b(?:renew\w*|extend\w*|prolong\w*|keep|continu\w*|another year|again|auto\w*)\b/,
    ja: /更新|延長|延ば|継続|続け|自動更新|もう一年|もう1年/,
  },
  by_itself: {
    en: /\b(?:auto\w*|by itself|on its own|(?:renews?|extends?|prolongs?) (?:it|them)?self|itself|every year|each year|without (?:me|my|asking|having))\b/,
    ja: /自動|勝手に|何もしなくて|手続き(?:し|せ|なし)|毎年|オート/,
  },
  on_again: {
    en: /\b(?:turn|switch|set|put)\w* (?:[\w'-]+ ){0,5}?(?:back )?on\b|\bback on\b|\bre-?(?:activat|enabl|sum|instat|stor|start)\w*|\b(?:activat|enabl)\w*|\bundo\b|\b(?:put|bring) (?:[\w'-]+ ){0,4}?back\b|\bby (?:mistake|accident)\b|\bafter all\b|\b(?:have|get|want) (?:[\w'-]+ ){1,3}back\b|(?<!(?:n't|not|no longer|stop|never)\b[^,.;]{0,40})\b(?:keeps? (?:it |the plan |my plan )?(?:on |running|going|renewing)|(?:carry|go|goes) on\b|continu\w* (?:automatic|by itself|on its own)|(?:by itself|automatically|renew\w*) again)|(?:n't|not|never|tired of|stop)\b[^,.;]{0,25}\b(?:by hand|manually|run out|runs out|lapse|expire)/,
    ja: /オンに|をオン|有効|再開|復活|元(?:に|どおり|通り)|戻し|戻す|つけて|つけた|(?:続|更新|延長)[^、。]{0,8}よう(?:に)?(?:お願い|設定|した|して|し)|自動更新に|更新して(?:お|ほし|欲し|くだ|くれ|もら)|延長して(?:ほし|欲し|くだ|くれ|もら)|途切れない|切れない(?:よう|で)|間違えて|うっかり|始めたい|始めて(?:くだ|ほし|も)/,
  },
  off_now: {
    en: /\b(?:turn|switch|take)\w* (?:[\w'-]+ ){0,5}?off\b|\b(?:quit|hate|annoy\w*|don't like|is off|renewal off)\b|\b(?:disabl|deactivat)\w*|\bno (?:longer|more)\b|(?:n't|not|never|stop\w*)\b[^,.;]{0,40}\b(?:any ?more|any longer|auto\w*|by itself|on its own|itself|again|next year|charg\w*|renew\w*)|\bwithout (?:the |any )?auto\w*|\blet (?:[\w'-]+ ){1,2}(?:just |simply )?(?:end|expire|run out|lapse)\b|(?<!(?:n't|not|tired of)\b[^,.;]{0,25})\b(?:by hand|manually)\b/,
    ja: /オフ(?!に(?:した|して(?:い|た)))|キャンセル|取り消|取りやめ|結構|無効|切って(?:くだ|も|ほ|お|欲|$)|切りたい|外し|解除|停止|ストップ|止めたい|止めて|やめ|しないで|しないよう|しなくて|させたくな|せずに|続かない|延びない|延長しない|されない(?:よう|で)|不要|いらない|いりません|要らない|なしに|終わり(?:で|に)|終わらせ|(?:課金|引き落と|請求|お金)[^、。]{0,8}ない|されるの(?:を|は|が)/,
  },
  expire: {
    en: /\b(?:expir\w*|run(?:s|ning)? out|ends?|ending|ended|until when|how long|valid|lapse\w*)\b/,
    ja: /期限|切れ|満了|終わ|いつまで|有効|失効/,
  },
  price: {
    en: /\b(?:price\w*|cost\w*|how much|fee|fees|charge\w*|pay|paid|payment|expensive|cheap\w*|money|discount|rate|bill\w*|afford)\b/,
    ja: /料金|値段|いくら|価格|費用|代金|支払|金額|高い|安い|割引|おいくら|円/,
  },
  more: {
    en: /\b(?:upgrad\w*|better|bigger|higher|premium|plus|more cover\w*|top|longer)\b/,
    ja: /アップグレード|上の|上位|良いプラン|グレードを上|充実|プレミアム|手厚/,
  },
  less: {
    en: /\b(?:downgrad\w*|cheaper|smaller|lower|basic|less|simpler|shorter)\b/,
    ja: /ダウングレード|下の|下位|安いプラン|グレードを下|ベーシック|安く|簡単な/,
  },
  broken: {
    en: /\b(?:broke\w*|not work\w*|doesn't work|stopped|won't|isn't work\w*|defect\w*|fault\w*|dead|dying|problem|issue|trouble|error|fail\w*|malfunction\w*|wrong|weird|strange|acting up|crack\w*|damag\w*|does nothing|doesn't|isn't|can't|keeps|unresponsive|jam(?:s|med)?|flicker\w*|stutter\w*|reboot\w*|reset(?:s|ting)?|trip(?:s|ped|ping) (?:the|my|our)|(?:cut|cuts|cutting|drop|drops|dropping) (?:out|off)|(?:shut|shuts|shutting|turn|turns|switch|switches|go|goes|went) off|lag(?:s|gy|ging)?|bricked|glitch\w*|no longer|nothing happens|not (?:cold|hot|warm|charging|responding|spinning|heating|cooling)|reconnect\w*|(?:e|f|h)-?\d{1,3})\b/,
    ja: /壊れ|故障|動かな|動きませ|動作しな|使えな|使えませ|つかな|つきませ|入らな|入りませ|不具合|調子|おかし|エラー|反応し|トラブル|止ま|ならない|なりませ|できな|できませ|出ない|出ませ|異音|変な|反応がな|効かな|効かん|利かな|きかな|つながら|繋がら|切れる|切れます|落ちる|落ちます|途切れ|割れ|チカチカ|点滅|勝手に|すぐに?(?:切|止|消)|消えな|消えませ|冷えな|冷えませ|温まらな|暖まらな|回らな|鳴らな|映らな|読み込ま|認識し|死んで|いかれ|イカれ|逝っ|ブレーカー|うんともすんとも|(?:^|[^a-z])[efh]-?\d/,
  },
  power: {
    en: /\b(?:power|turn(?:s|ed|ing)? (?:on|off)|switch(?:es|ed)? (?:on|off)|start\w*|charg\w*|batter\w*|plug\w*|boot\w*|shut\w*)\b/,
    ja: /電源|充電|バッテリ|電池|起動|立ち上が|スイッチ|コンセント/,
  },
  repair: {
    en: /\b(?:repair\w*|fix\w*|mend\w*|servic(?:e|ing)|technician|replac\w*|exchang\w*)\b/,
    ja: /修理|直し|治|交換|なおし|取り替え|点検/,
  },
  warranty: { en: /\b(?:warrant\w*|guarante\w*|covered|serial)\b/, ja: /保証|ほしょう|製造番号|シリアル/ },
  refund: {
    en: /\b(?:refund\w*|money back|return\w*|send (?:it|them|this) back|give back|reimburs\w*|sent back)\b/,
    ja: /返金|返品|返し|払い戻|送り返|返送/,
  },
  invoice: {
    en: /\b(?:invoice|receipt|bill|proof of purchase|vat|tax)s?\b/,
    ja: /領収|請求書|レシート|明細|インボイス|納品書|控え/,
  },
  lost: {
    en: /\b(?:lost|missing|disappear\w*|never (?:came|arrived|got|received)|stolen|gone|vanish\w*|didn't (?:get|receive|arrive)|not (?:here|there|received))\b/,
    ja: /なくな|無くな|紛失|見当たら|見つから|盗ま|届いていな|届いてな|行方/,
  },
  data: {
    en: /\b(?:data|privacy|personal|information|account|profile|details|know about me|store about me|gdpr|delete|erase|forget me|consent)\b/,
    ja: /個人情報|データ|プライバシー|アカウント|登録情報|私の情報|わたしの情報|削除|消して|忘れて|同意/,
  },
  write: {
    en: /\b(?:message|write|email|mail|note|letter|text)\b/,
    ja: /メッセージ|伝言|メール|書い|文面|言づて|ことづて/,
  },
  call: { en: /\b(?:call(?:back)?|phone|ring|telephone|dial|number)\b/, ja: /電話|折り返し|かけて|コール|でんわ/ },
  hours: {
    en: /\b(?:open|opening|hours|close|closed|closing|available|until when|weekends?|holidays?)\b/,
    ja: /営業|時間|何時|開い|閉ま|受付|土日|祝日|休み/,
  },
  rate: {
    en: /\b(?:feedback|rate (?:you|your|this|the (?:chat|bot|service))|rating|review|survey|questionnaire|opinion|suggestion|satisf\w*)\b/,
    ja: /評価|アンケート|感想|意見|フィードバック|レビュー|満足/,
  },
  howto: {
    en: /\b(?:how (?:do|can|to|does|should|often)|where (?:do|can|is) (?:i|the)|what (?:is|are|does|do)|can i|is it|is there|are there|do you|which)\b/,
    ja: /方法|やり方|使い方|どうやって|どうすれば|とは|ですか|ますか|教えて|できますか|ありますか|してい(?:ます|ません)か/,
  },
  clean: {
    en: /\b(?:clean\w*|descal\w*|wash\w*|filter\w*|dust|maintain\w*|maintenance|mould|mold)\b/,
    ja: /掃除|洗|お手入れ|フィルター|水垢|清掃|カビ|除菌|湯垢/,
  },
  network: {
    en: /\b(?:wi-?fi|internet|network|router|bluetooth|connect\w*|pair\w*|offline|online|signal)\b/,
    ja: /wi-?fi|ワイファイ|インターネット|ネット|ルーター|ブルートゥース|bluetooth|接続|つなが|繋が|ペアリング|オフライン/,
  },
  gift: {
    en: /\b(?:gift\w*|present|wrap\w*|birthday|someone else|for my|friend)\b/,
    ja: /ギフト|プレゼント|贈|包装|ラッピング|熨斗|のし|誕生日/,
  },
  auto: { en: /\b(?:auto\w*|on its own|by itself|by themselves|every year)\b/, ja: /自動|勝手に|オート|ひとりでに/ },
  not: { en: /\b(?:not|no|never|without|stop|turn off|\w+n't)\b/, ja: /ない|ません|なく|止め|オフ|しないで|やめ/ },
  fee: {
    en: /\b(?:(?:shipping|delivery|postage) (?:cost|fee|charge|price)s?|free (?:shipping|delivery)|postage|cost of delivery|delivery cost\w*|shipping cost\w*)\b/,
    ja: /送料|配送料|手数料|配達料/,
  },
  pay: {
    en: /\b(?:card|cash|credit|debit|paypal|instal\w*|pay|payment|invoice me)s?\b/,
    ja: /カード|現金|分割|支払|代引|コンビニ払い|後払い/,
  },
  points: {
    en: /\b(?:points?|loyalty|coupon|voucher|gift cards?|code|discount)s?\b/,
    ja: /ポイント|クーポン|割引|ギフト券|ギフトカード/,
  },
  login: {
    en: /\b(?:password|log ?in|sign ?in|log ?on|account|register\w*)\b/,
    ja: /パスワード|ログイン|サインイン|アカウント|登録|会員/,
  },
  shop: {
    en: /\b(?:store|shop|showroom|branch|in person|stock|available|parts?|accessor\w*)s?\b/,
    ja: /店舗|お店|店頭|在庫|部品|付属品|アクセサリ|実物/,
  },
  rude: {
    en: /\b(?:stupid|idiot\w*|dumb|useless|shit\w*|fuck\w*|crap|suck\w*|hate|damn|garbage|trash|moron|rubbish|shut up|pathetic)\b/,
    ja: /バカ|ばか|馬鹿|アホ|あほ|クソ|くそ|死ね|役立たず|役に立た|ふざけ|うざ|ウザ|黙れ|ゴミ|ポンコツ|頭悪/,
  },
  praise: {
    en: /\b(?:great|awesome|good (?:job|bot|work)|well done|love (?:you|it|this)|smart|clever|helpful|amazing|brilliant|impress\w*|the best|nice)\b/,
    ja: /すご|素晴らし|すばらし|賢い|かしこ|優秀|最高|上手|えらい|偉い|さすが|気が利|天才|親切/,
  },
  bot: {
    en: /\b(?:bot|robot|machine|human|real|ai|chatgpt|your name|who are you|what are you|computer)\b/,
    ja: /ロボット|ボット|人間|ai|機械|あなたは|あなたの名前|だれ|誰|名前は|中の人/,
  },
  fun: {
    en: /\b(?:joke|funny|laugh|riddle|story|sing|pun|bored|entertain)\b/,
    ja: /冗談|面白い|おもしろ|ジョーク|笑わせ|なぞなぞ|ギャグ|退屈|暇|歌|ダジャレ/,
  },
  person: {
    en: /\b(?:agents?|human|person|people|representative|operator|someone|somebody|manager|supervisor|colleague|staff|advisor)\b/,
    ja: /担当|オペレータ|係|スタッフ|人間|有人|責任者|上司|人と|人に|誰か|窓口/,
  },
  complain: {
    en: /\b(?:complain\w*|unacceptable|terrible|angry|disappoint\w*|ridiculous|lawyer|sue|fed up|furious|disgrace\w*|worst|horrible|unhappy|upset|outrag\w*|joke of|sick of)\b/,
    ja: /苦情|クレーム|怒|納得|ひどい|酷い|最低|最悪|消費者|訴え|許せ|失望|がっかり|腹が|いい加減|誠意/,
  },
  again: {
    en: /\b(?:repeat|again|once more|pardon|hear|catch|slower|what did you say|missed)\b/,
    ja: /もう一度|もう一回|もういちど|繰り返|聞こえ|聞き取|ゆっくり|なんて言|何て言|聞き逃/,
  },
  anew: {
    en: /\b(?:start over|beginning|restart|reset|scratch|from the top|afresh|anew)\b/,
    ja: /最初|はじめから|初めから|やり直|リセット|一から|仕切り直/,
  },
  unable: {
    en: /\b(?:don't (?:know|have|remember)|can't (?:find|remember|see)|lost|forgot|skip|no idea|not sure|haven't got|rather not)\b/,
    ja: /わから|分から|忘れ|手元に|スキップ|飛ばし|持ってい?な|見つからな|覚えて|なくし|言いたくな/,
  },
  ability: {
    en: /\b(?:what can you|can you do|help (?:me )?with|able to|what do you do|how can you help)\b/,
    ja: /何ができ|なにができ|できること|使い方|何を(?:して|頼)|どんなこと/,
  },
  danger: {
    en: /\b(?:smok\w*|burn\w*|fire|shock\w*|spark\w*|swollen|swell\w*|bulg\w*|hot|melt\w*|explo\w*|leak\w*|hiss\w*)\b/,
    ja: /煙|焦げ|こげ|火|感電|膨|ふくら|熱|溶け|爆発|発火|ビリ|やけど/,
  },
  noise: {
    en: /\b(?:nois\w*|rattl\w*|beep\w*|buzz\w*|loud\w*|squeak\w*|hum(?:s|ming)|crackl\w*|grind\w*|knock\w*|click\w*|hiss\w*|sounds? like)\b/,
    ja: /音(?:が|を|は)|異音|うるさ|ピーピー|ピコピコ|鳴(?:る|り|っ)|ガタ|ガリ|カタカタ|キュル|ゴー|ブーン|雑音|プチプチ/,
  },
  wet: {
    en: /\b(?:leak\w*|drip\w*|puddle\w*|water|wet|spill\w*|pour(?:s|ing))\b/,
    ja: /漏れ|もれ|垂れ|たれ|ポタ|ぽた|水(?:が|た)|濡れ|びしょ/,
  },
  screen: {
    en: /\b(?:screen|display|touch\w*|picture|image|footage|video|light|lamp|led|blink\w*|flash\w*|flicker\w*|frozen|freez\w*|stuck|crash\w*|code|e\d)\b/,
    ja: /画面|表示|タッチ|映像|画質|ランプ|点滅|チカチカ|光(?:っ|る|り)|固ま|フリーズ|落ちる|落ちます|ぼやけ|ちらつ|真っ暗|無反応|e\d/,
  },
  taste: {
    en: /\b(?:tast\w*|smell\w*|bitter|sour|soggy|mushy|raw|burnt|stick(?:s|y)|cold|warm|lukewarm|foam\w*|steam\w*)\b/,
    ja: /味|におい|匂い|臭|苦い|すっぱ|べちゃ|べちょ|固い|硬い|芯|ぬるい|冷た|泡立|スチーム|蒸気|薄い|薄く/,
  },
  sound: {
    en: /\b(?:sound|hear\w*|mic\w*|silent|volume|ear\w*|music|voice|side)\b/,
    ja: /聞こえ|片方|左|右|マイク|音量|無音|声|イヤ|雑音|途切れ/,
  },
  device: {
    en: /#product|\b(?:(?:device|machine|gadget|appliance|unit|product|thing|thingy|toaster|iron|(?:hair ?)?dr[iy]er|lamp|bulb|toothbrush|shaver|razor|humidifier|dehumidifier|heater|radiator|fan|microwave|oven|stove|fridge|refrigerator|freezer|blender|mixer|juicer|grinder|fryer|doorbell|ear ?bud|earphone|ear ?piece|charger|cable|plug|adapter|socket|monitor|tv|television|projector|sound ?bar|subwoofer|keyboard|mouse|mic|microphone|smart ?watch|scale|thermostat|sensor|mop|dishwasher|washer|printer|hub|bridge|button|remote|knob|switch|lid|dock|app|phone)s?|brush\w*|wheel\w*|washing machines?|electric blankets?)\b/,
    ja: /#product|製品|機械|本体|家電|機器|ブラシ|タイヤ|ボタン|リモコン|ふた|蓋|充電台|アプリ|スマホ|端末|トースター|アイロン|ドライヤー|ライト|照明|電球|ランタン|スタンド|シーリング|歯ブラシ|シェーバー|ひげそり|加湿器|除湿機|ヒーター|ストーブ|こたつ|扇風機|サーキュレーター|レンジ|オーブン|冷蔵庫|冷凍庫|洗濯機|乾燥機|食洗機|ミキサー|ミル|ホットプレート|電気毛布|ドアホン|インターホン|イヤホン|イヤフォン|充電器|ケーブル|コード|プラグ|アダプタ|モニター|テレビ|プロジェクター|サウンドバー|キーボード|マウス|マイク|腕時計|スマートウォッチ|体重計|体組成計|体温計|血圧計|センサー|つまみ|スイッチ|部品/,
  },
  tried: {
    en: /\b(?:tried|did (?:that|it|what|the|this)|you (?:told|said)|steps?|next|where we|carry on|continue|pick up|go on|back (?:again|for)|left off)\b/,
    ja: /試し|やってみ|やりました|言われた(?:とおり|通り)|手順|続き|再開|前回|途中|次(?:は|の|を)|昨日の|さっきの|長押し/,
  },
  courier: {
    en: /\b(?:driver|courier|van|truck|postman|mailman|carrier|depot|door(?:step|bell)?|porch|mailbox|post|signed|neighbou?r|card|slip)\b/,
    ja: /ドライバー|配達員|トラック|玄関|ポスト|宅配ボックス|置き配|サイン|隣|営業所|運送|不在|留守|持ち戻り|再配達|受け取|受取/,
  },
  wrong: {
    en: /\b(?:wrong|different|instead|colou?r|size|model|twice|two|double|duplicate|mistake|accident\w*)\b/,
    ja: /違う|ちが|別の|色|サイズ|型番|間違|まちが|二重|足りな|足りませ|入っていな|入ってな|欠け|割れ|へこ|傷/,
  },
  ship: {
    en: /\b(?:ship\w*|sent|send|dispatch\w*|left|leave|on (?:its|the) way|out for|hand(?:ed)? over|warehouse|packed)\b/,
    ja: /発送|出荷|送っ|送り|送る|出た|出ま|出て|倉庫|準備中|配達中|持ち出し/,
  },
  charge: {
    en: /\b(?:charged?|charging me|bill(?:ed|ing)?|deduct\w*|debit\w*|took (?:the )?money|taking money|my card)\b/,
    ja: /請求|引き落と|引かれ|取られ|課金|払い続け/,
  },
  /** What no maker of home electronics sells or runs: orders, contracts, repairs and people of others. */
  elsewhere: {
    en: /\b(?:pizzas?|sandwich\w*|burgers?|sushi|curry|meals?|groceries|grocery|lunch|dinner|takeaway|take-?out|restaurants?|cafes?|bakery|butchers?|pubs?|cars?|motorbikes?|motorcycles?|scooters?|bikes?|bicycles?|buses|bus|trains?|trams?|subway|metro|ferry|flights?|airlines?|airports?|plane tickets?|hotels?|hostels?|cruises?|taxis?|cabs?|cabbie|mechanics?|tyres?|tires?|passports?|visas?(?! (?:card|credit|debit))|licen[cs]es?|librar(?:y|ies)|gyms?|yoga|magazines?|newspapers?|stream(?:ing)?|dating|(?:health|life|car|auto|motor|home|house|travel|pet|dental|medical) (?:insurance|plan|cover)|mortgages?|loans?|banks?|credit union|tax(?:es|man)?|irs|hmrc|dmv|embassy|consulate|courts?|town hall|city hall|elections?|doctors?|dentists?|hospitals?|prescriptions?|pharmac\w+|vets?|therapists?|schools?|colleges?|universit\w+|professors?|exams?|homework|essays?|concerts?|theat(?:er|re)s?|museums?|cinemas?|movies?|films?|stadium|football|soccer|baseball|lawn ?mowers?|boilers?|furnace|landlines?|broadband|electric(?:ity)? bill|gas bill|water bill|utilit(?:y|ies)|plumbers?|electricians?|contractors?|builders?|roofers?|leases?|realtors?|estate agents?|furniture|mattress\w*|clothes|coats?|jackets?|shoes?|boots?|dress(?:es)?|jeans|shirts?|jewel\w*|novels?|bookshops?|bookstores?|guitars?|pianos?|violins?|boats?|florists?|perfume|makeup|seeds?|horses?|funerals?|babysitters?|daycare|hair(?:cut|dresser)s?|barbers?|tailors?|lawyers?|attorneys?|recruiters?|employers?|salary|payroll|pension|lotter(?:y|ies)|casino|crypto|bitcoin|invest(?:ing|ments?|ors?)?|stock ?(?:market|price)s?|elevators?|movers|moving (?:company|van|firm)|removal (?:men|firm|company)|ballots?|polling|vegetables?|farms?|toilets?|sewers?|hearing aids?|contact lens\w*|dentures?|glasses|wheelchairs?|parking|toll|highway|petrol|gasoline|gas station|takeout|recipes?|alarm for|remind me|set an? (?:alarm|timer|reminder)|horoscopes?|weather forecast|president|prime minister|uber|lyft|doordash|deliveroo|grubhub|amazon|ebay|walmart|costco|ikea|netflix|spotify|hulu|disney|youtube|tiktok|samsung|sony|panasonic|dyson|philips|bosch|miele|roomba|xbox|playstation|nintendo|steam deck|verizon|comcast|vodafone|fedex account|(?:other|different|another|rival|some) (?:company|shop|store|brand|maker|provider|website|site|place))\b|\b(?:not|isn't|wasn't|aren't) (?:one of )?(?:yours|from you|your company|your shop)\b/,
    ja: /ピザ|寿司|弁当|出前|ラーメン|居酒屋|レストラン|食堂|喫茶|カフェ(?!・)|パン屋|肉屋|スーパーの|コンビニ|自動車|クルマ|愛車|マイカー|バイク|自転車|バス(?:が|は|の|停|を)|電車|新幹線|地下鉄|飛行機(?:が|の(?:チケット|予約|切符))|航空|フライト|空港|ホテル|旅館|民宿|ツアー|タクシー|駐車場|タイヤ|パスポート|旅券|ビザ|免許|図書館|ジム|ヨガ|雑誌|新聞|動画配信|マッチング|(?:生命|医療|火災|自動車|学資|旅行|傷害)保険|住宅ローン|ローン|銀行|信金|税金|確定申告|税務署|年金|市役所|区役所|役場|裁判|選挙|議員|医者|医師|歯医者|クリニック|診察|処方|薬局|動物病院|大学|高校|中学|塾|受験|宿題|レポート|論文|コンサート|ライブ(?:の|が|は)|映画|美術館|博物館|試合|野球|サッカー|チケット|切符|給湯器|携帯(?:ショップ|会社|キャリア|の(?:契約|プラン|料金))|格安SIM|固定電話|電気代|ガス(?:会社|代|料金|屋)|水道|工務店|大工|リフォーム|賃貸|敷金|不動産|家具|洋服|古着|靴|スニーカー|ワンピース|着物|指輪|腕時計|本屋|書店|小説|漫画|おもちゃ|ギター|ピアノ|バイオリン|花屋|化粧品|化粧水|香水|苗|葬儀|葬式|お寺|神社|教会|保育園|幼稚園|美容院|美容室|床屋|クリーニング|弁護士|派遣|転職|面接|給料|宝くじ|パチンコ|株(?:価|を|の|が|主)|仮想通貨|寄付|フリマ|オークション|投資|資産運用|証券|エレベーター|引っ越し(?:屋|業者|会社)|引越し?(?:屋|業者|会社)|投票|選挙管理|生協|コープ|野菜|農家|排水|トイレ|補聴器|眼鏡|メガネ|コンタクト|入れ歯|車椅子|高速道路|ガソリン|レシピ|献立|リマインド|アラーム|占い|首相|大統領|アマゾン|楽天|ヤフー|メルカリ|ウーバー|ネットフリックス|サムスン|ソニー|パナソニック|シャープ|日立|東芝|ダイソン|ルンバ|任天堂|プレステ|スイッチ(?:の|で)(?:ゲーム|ソフト)|ドコモ|ソフトバンク|nhk|ディズニー|ユニクロ|ニトリ|よそ(?:の|で)|他社|別の(?:会社|店|メーカー|ショップ|サイト)|ほかの(?:会社|店|メーカー|ショップ)|他の(?:会社|店|メーカー|ショップ)|おたくのじゃ/,
  },
};

const namedIn = (locale: Locale) => Object.entries(CONCEPTS).map(([name, words]) => [name, words[locale]] as const);
const NAMED: Readonly<Record<Locale, readonly (readonly [string, RegExp])[]>> = {
  en: namedIn('en'),
  ja: namedIn('ja'),
};

/** Which concepts the words speak of, by name. */
export function findConcepts(text: string, locale: Locale): readonly string[] {
  const found: string[] = [];
  for (const [name, words] of NAMED[locale]) if (words.test(text)) found.push(name);
  return found;
}
