/**
 * What people mean by many words, in both languages: a question and an article that share no word may share these. General words of shopping and
 * of household devices, none of one article alone. Matched in normalised, lower-case text.
 */
const CONCEPTS: Readonly<Record<string, RegExp>> = {
  cost: /\b(cost|costs|price|prices|fee|fees|charges?|owe|expensive|cheap|how much|what (would|do|will) i pay|amount)\b|料金|値段|いくら|費用|代金|金額|有料|無料|送料|手数料|取られ/,
  pay: /\b(pay|pays|paid|paying|payments?|checkout|debit|credit cards?|cash|bank)\b|支払|払い|払う|払え|払って|決済|会計|レジ|クレジット|デビット|現金|口座/,
  instalment:
    /\b(instal?lments?|spread|split|monthly|in parts|half a year|over (\w+ )?months?)\b|分割|分けて払|月々|月払|リボ|半年に分け/,
  declined:
    /\b(declin\w+|refus\w+|reject\w+|bounc\w+|(didn't|doesn't|won't|not) (go|went|gone) through|fail\w*)\b|はじかれ|弾かれ|通らな|使えな|拒否|エラーに|失敗/,
  refund:
    /\b(refund\w*|money back|reimburse\w*|paid back|get (my|the) money|credited)\b|返金|払い戻し|お金が戻|お金を返|差額/,
  return:
    /\b(returns?|returned|returning|send (it|them|this|that)? ?back|sent (it|them)? ?back|posted (it|the return)|give (it|them) back|take (it|them) back)\b|返品|返し|返せ|返す|返送|送り返|返却/,
  exchange:
    /\b(exchang\w+|swap\w*|another (colou?r|size|model)|different (colou?r|size|model)|rather have|instead of)\b|交換|取り替え|とりかえ|替えて|換えて|別の色|別のサイズ|色違い/,
  cancel:
    /\b(cancel\w*|call off|take (\w+ )?(one |an |my )?orders? back|stop (my|the|an) order|pressed buy twice|ordered twice|don't want it any ?more)\b|キャンセル|取り消|取消|注文を止|止めてほし|やめたい|二重に注文/,
  arrive:
    /\b(arriv\w+|be here|get here|reach\w*|show up|turn up|when (can|do) i expect|how long .{0,20}(take|ship|deliver)|how fast)\b|届き|届く|届か|着き|着く|到着|間に合|何日くらい|いつ来/,
  deliver:
    /\b(deliver\w*|ship|ships|shipped|shipping|courier|driver|brought|bring|sent|send|mail it|parcels?|packages?|post)\b|配送|配達|届け|お届け|荷物|宅配|送って|送料|発送|郵送/,
  time_of_day:
    /\b(evenings?|mornings?|afternoons?|after \d|before \d|\d ?(pm|am)|time slots?|hours?|after work|which day|another day)\b|夜|朝|午前|午後|時以降|時間帯|夕方|日時|時間指定|日にち|仕事から帰/,
  missed:
    /\b(missed|nobody (was )?(home|opened|in)|no one (was )?(home|opened|in)|(not|wasn't|weren't) (at )?home|rang|redeliver\w*|second attempt|card in (my|the) (mail|letter))\b|不在|留守|出られ(ません|な)|また来て|再配達|もう一(度|回)(持って|届け|配達)|受け取れな/,
  abroad:
    /\b(abroad|overseas|international\w*|foreign|another country|other countries|germany|france|canada|mexico|china|korea|taiwan|australia|uk|england|europe|asia|customs)\b|海外|国外|外国|国際|ドイツ|フランス|アメリカ|カナダ|中国|韓国|台湾|イギリス|オーストラリア|ヨーロッパ/,
  pick_up:
    /\b(pick ?up|pick-up|collect (it|my|the)|lockers?|convenience stores?|fetch it|post office|collection point)\b|ロッカー|コンビニ|店頭受|受け取り場所|営業所|局留め|取りに行/,
  gift: /\b(gifts?|presents?|birthdays?|surprise|anniversary|christmas|wedding)\b|ギフト|プレゼント|贈り|贈る|誕生日|お祝い|記念日/,
  wrap: /\b(wrap\w*|nice paper|ribbon|bow|greeting card|hide the price|message card)\b|包装|ラッピング|包んで|のし|リボン|値段は隠|メッセージカード/,
  voucher: /\b(vouchers?|gift cards?|store credit|gift certificates?)\b|ギフトカード|商品券|ギフト券|プリペイド/,
  coupon: /\b(coupons?|promo\w*|discount codes?|codes? (from|in) )\b|クーポン|割引コード|プロモ|優待/,
  expire: /\b(expir\w*|run out|runs out|lapse\w*|valid\w*|until when|end date)\b|期限|失効|消え|有効|切れ|いつまで/,
  sale: /\b(sale|on sale|cheaper|price (drop\w*|match\w*|adjust\w*|guarantee)|dropped the price|reduced|lower price|difference)\b|セール|値下げ|安くな|差額|最低価格|価格保証/,
  points: /\b(points?|loyalty|rewards?|miles)\b|ポイント|会員特典/,
  invoice:
    /\b(invoices?|receipts?|bill|bills|tax|vat|expenses?|firm's name|company name|business name|boss)\b|領収書|請求書|インボイス|明細書|宛名|経費|但し書き/,
  company_buyer:
    /\b(business|wholesale|bulk|office|our company|corporate|for (the|my) (firm|company)|hundred|quantity)\b|法人|会社で|業務用|まとめ買い|大量|見積/,
  warranty: /\b(warrant\w*|guarantee\w*)\b|保証/,
  accident:
    /\b(dropp?ed|fell|broke|broken|crack\w*|spill\w*|wet|bath|toilet|water damage|accident\w*|smashed|sat on)\b|落とし|落下|割れ|壊し|水没|水に濡|濡らし|こぼし|お風呂|事故/,
  theft: /\b(stol\w+|steal\w*|theft|thief|thieves|burglar\w*|robbed)\b|盗|空き巣|どろぼう/,
  cover_plan:
    /\b(protection|care plans?|cover|covers|covered|coverage|insurance|insured|plans?|subscriptions?)\b|プラン|補償|保険|あんしん保証|定期|契約/,
  renewal: /\b(renew\w*|auto.?renew\w*|extend|prolong|next term|ends? automatically)\b|更新|延長|自動継続|自動更新/,
  repair:
    /\b(repair\w*|fix|fixed|fixing|mend\w*|serviced?|technician|collected it)\b|修理|直し|直す|直り|直る|修繕|点検|引き取/,
  out_of_warranty:
    /\b(out of|after|no longer (under|in)|outside)( of)?( the| my)? (warranty|guarantee)\b|保証(が|期間が|の)?(切れ|終わ|外|過ぎ)/,
  how_long:
    /\b(how long|how many (days|weeks)|until i have it back|turnaround|days?|weeks?)\b|何日|何週間|どのくらい(かか|で)|どれくらい(かか|で)|日数|手元に戻る/,
  part: /\b(parts?|spares?|pieces?|lids?|brush\w*|remotes?|ear ?pads?|cables?|cushions?|adapters?|tanks?|baskets?|knobs?|order just|only the|accessor\w+)\b|部品|パーツ|ふた|フタ|蓋|クッション|イヤーパッド|ブラシ|リモコン|付属品|アダプタ|ケーブル|それだけ(買|欲|注文)|だけ買い/,
  lost_thing:
    /\b(lost|lose|missing|misplaced|can't find|went missing|broke off)\b|なくし|無くし|失くし|紛失|見つから|見当たら/,
  serial: /\b(serial\w*|s\/n|model (number|name)|id number|label|sticker)\b|シリアル|製造番号|型番|型式|ラベル|銘板/,
  person:
    /\b(human|person|agents?|someone|somebody|staff|operator|representative|call you|phone you|talk to|speak (to|with)|support team|customer service)\b|人と話|担当者|オペレーター|電話で|スタッフ|係の|窓口|問い合わせ|サポート/,
  open_hours:
    /\b(open|opening|closed|hours|saturdays?|sundays?|weekends?|holidays?|what time|till when)\b|営業|何時|土曜|日曜|土日|祝日|年末|休み|受付/,
  shop: /\b(showrooms?|shops?|stores?|in person|try (it|them|one) (out|first)?|see it|look at it|nearest|branch)\b|ショールーム|店舗|実物|お店|試した|試せ|展示/,
  privacy:
    /\b(privacy|personal (data|information|details)|my data|my address|share my|pass (my|on)|other companies|third part\w+|gdpr|sell my|what do you (know|store|keep))\b|個人情報|プライバシー|住所を|情報を(渡|売|教)|よその会社|第三者|個人データ/,
  account: /\b(accounts?|profile|membership|my page)\b|アカウント|会員|マイページ|登録情報/,
  erase:
    /\b(delet\w*|eras\w*|remove|clos(e|ing)|forget me|get rid|leave you)\b|削除|退会|消して|消した|抹消|解約|やめる/,
  sign_in:
    /\b(sign(ing)? ?in|log(ging)? ?in|login|passwords?|locked out|reset|can't get in(to)?|two.factor)\b|ログイン|サインイン|パスワード|入れない|ロックされ|再設定/,
  newsletter:
    /\b(newsletters?|e?mails? from you|marketing|adverts?|ads|spam|unsubscribe|stop (sending|mailing))\b|メルマガ|お知らせメール|広告|配信停止|メールを止|宣伝/,
  register: /\b(register\w*|registration|enrol\w*|activate)\b|登録/,
  recycle:
    /\b(recycl\w*|dispos\w*|throw (it )?(away|out)|old (one|device|machine|appliance|battery)|take away|scrap|bin|trash|garbage|rubbish)\b|リサイクル|処分|捨て|廃棄|ゴミ|ごみ|回収|古い(の|もの|機)/,
  clean:
    /\b(clean\w*|wash\w*|rinse\w*|wipe|dust\w*|dirt\w*|stains?|smells?|odou?r|mou?ld\w*|maintenance|look after|care for)\b|掃除|洗|拭|手入れ|汚れ|ほこり|埃|カビ|におい|臭い|メンテ/,
  scale:
    /\b(descal\w*|limescale|scale|calcium|hard water|chalk\w*|white (spots|flakes|stuff|bits))\b|湯あか|水あか|カルキ|石灰|白いもの|クエン酸/,
  filter: /\b(filters?|cartridge)\b|フィルター|カートリッジ/,
  change_part:
    /\b(replac\w*|chang\w*|renew the|how often|times a year|every (month|year)|when do i need)\b|交換時期|取り替|交換|何回|頻度|年に|どのくらいで交換|ごとに/,
  battery: /\b(batter(y|ies)|power ?banks?|charg(e|er|ing))\b|バッテリー|電池|充電/,
  plane:
    /\b(planes?|aeroplanes?|airplanes?|flights?|flying|fly|airports?|on board|airlines?|carry.on|hand luggage|cabin|suitcase)\b|飛行機|機内|空港|航空|フライト|手荷物|預け/,
  wifi: /\b(wi-?fi|wireless|internet|network|online|router|connect\w*|2\.4|5 ?ghz)\b|wi-?fi|ワイファイ|ネット|無線|接続|つなが|繋が|つなぐ|つなげ|ルーター/,
  guest:
    /\b(guests?|visitors?|friends?|family over|without (telling|giving|sharing))\b|ゲスト|来客|お客さん|友だち|友達|遊びに来/,
  record:
    /\b(record\w*|footage|videos?|clips?|cloud|playback|watch back|stored|saved?)\b|録画|映像|動画|クラウド|再生|保存/,
  backup:
    /\b(back ?up\w*|restore|move (my|the) (data|photos)|transfer|new (tablet|device|phone)|copy (my|the)|photos?)\b|バックアップ|復元|データ移|引き継|移行|写真|コピー/,
  pair: /\b(pair\w*|bluetooth|two (devices|phones)|both (my|phones|devices)|phone and (laptop|computer|tablet)|at the same time|multipoint)\b|ペアリング|ブルートゥース|bluetooth|2台|二台|同時に|マルチポイント/,
  coffee: /\b(coffee|beans?|espresso|grind\w*|roast|brew\w*)\b|コーヒー|豆|エスプレッソ|挽/,
  rice: /\b(rice|keep.?warm|grains?)\b|ご飯|ごはん|炊|米|保温/,
  vacuum: /\b(vacuum\w*|robot|robovac|hoover|suction)\b|掃除機|ロボット|吸引/,
  kettle: /\b(kettle|boil\w*)\b|ケトル|やかん|湯沸|沸か|沸騰/,
  speaker: /\b(speakers?|koe|voice assistant)\b|スピーカー/,
  headphones: /\b(headphones?|headsets?|earphones?|ear ?buds?)\b|ヘッドホン|ヘッドフォン|イヤホン/,
  tablet: /\btablets?\b|タブレット/,
  camera: /\b(cameras?|webcam)\b|カメラ/,
  aircon: /\b(air.?con\w*|ac|heat pump|cooling|heating)\b|エアコン|冷房|暖房|クーラー/,
  purifier: /\b(purifiers?|air cleaner)\b|空気清浄/,
};

/** What no shop's help page is about. A question of this kind has to fit an article very well to be answered by it. */
const ELSEWHERE = [
  /\b(weather|rain\w*|snow\w*|forecast|world cup|olympics?|football|soccer|baseball|election|president|prime minister|capital of|population of|horoscope|lotter(y|ies)|horses?|bet|stock (price|market)|share price|bitcoin|exchange rate)\b/,
  /\b(poems?|jokes?|lyrics|story|essay|homework|translate|equation|recipes?|restaurants?|pizzeria|movies?|films?|novel|actor|singer|concert|hotels?|visa|passport|income tax|tax return|mortgage|lawyer|doctor|medicine|headache|pregnan\w*|pupp(y|ies)|dog|kitten|vacanc(y|ies)|job offers?|hiring|salary)\b/,
  /天気|雨が|雪が|気温|ワールドカップ|オリンピック|野球|サッカー|選挙|大統領|総理|首都|人口|占い|宝くじ|競馬|馬に|株価|株式|為替|ビットコイン|優勝/,
  /\b((book|reserve|get|find) (me |us )?(an? |some )?(flights?|seats?|tables?|taxis?|cabs?|rooms?|trains?)|(plane|flight|train|concert) tickets?)\b/,
  /航空券|(飛行機|新幹線|タクシー|座席|個室)(を|の).{0,4}(予約|取って|手配|呼ん)/,
  /詩を|ポエム|歌詞|小説|物語|宿題|翻訳|方程式|レシピ|レストラン|ピザ|居酒屋|ラーメン|映画|俳優|歌手|コンサート|ホテル|ビザ|パスポート|確定申告|住宅ローン|弁護士|医者|病院|薬|頭痛|子犬|犬の|子猫|求人|採用|給料/,
];

/** Does a question ask for something that has nothing to do with a shop? `text` is normalised and in lower case. */
export function isElsewhere(text: string): boolean {
  return ELSEWHERE.some((words) => words.test(text));
}

/** Marked so that no word can be one. */
const MARK = '~';

/** The concepts that a text speaks of, as search terms. `text` is normalised and in lower case. */
export function conceptsOf(text: string): readonly string[] {
  return Object.entries(CONCEPTS).flatMap(([name, words]) => (words.test(text) ? [MARK + name] : []));
}

export const isConcept = (term: string) => term.startsWith(MARK);

const THINGS = ['vacuum', 'kettle', 'speaker', 'headphones', 'tablet', 'camera', 'aircon', 'purifier'];

/** Does a search term only name a product? What is asked about it tells more than its name. */
export function namesThing(term: string): boolean {
  return THINGS.some((name) => term === MARK + name || CONCEPTS[name]?.test(term) || CONCEPTS[name]?.test(`${term}s`));
}
