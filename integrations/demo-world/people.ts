import type { Dice } from './dice.ts';

interface Name {
  readonly written: string;
  /** In katakana, Japanese names only. */
  readonly reading: string;
  /** In Latin letters, for the email address. */
  readonly latin: string;
}

const name = (line: string): Name => {
  const [written = '', reading = '', latin = ''] = line.split(' ');
  return { written, reading, latin };
};

const FAMILY_JA = [
  ...[
    '佐藤 サトウ sato',
    '鈴木 スズキ suzuki',
    '高橋 タカハシ takahashi',
    '田中 タナカ tanaka',
    '伊藤 イトウ ito',
    '渡辺 ワタナベ watanabe',
  ],
  ...[
    '山本 ヤマモト yamamoto',
    '中村 ナカムラ nakamura',
    '小林 コバヤシ kobayashi',
    '加藤 カトウ kato',
    '吉田 ヨシダ yoshida',
    '山田 ヤマダ yamada',
  ],
  ...[
    '佐々木 ササキ sasaki',
    '松本 マツモト matsumoto',
    '井上 イノウエ inoue',
    '木村 キムラ kimura',
    '清水 シミズ shimizu',
    '斎藤 サイトウ saito',
  ],
  ...[
    '阿部 アベ abe',
    '森 モリ mori',
    '池田 イケダ ikeda',
    '橋本 ハシモト hashimoto',
    '石川 イシカワ ishikawa',
    '中島 ナカジマ nakajima',
  ],
].map(name);

const GIVEN_JA = [
  ...[
    '陽翔 ハルト haruto',
    '蓮 レン ren',
    '大輔 ダイスケ daisuke',
    '健太 ケンタ kenta',
    '翔太 ショウタ shota',
    '拓也 タクヤ takuya',
  ],
  ...[
    '直樹 ナオキ naoki',
    '誠 マコト makoto',
    '隆 タカシ takashi',
    '修 オサム osamu',
    '美咲 ミサキ misaki',
    '葵 アオイ aoi',
  ],
  ...['結衣 ユイ yui', '陽菜 ヒナ hina', '愛 アイ ai', '恵子 ケイコ keiko', '裕子 ユウコ yuko', '久美子 クミコ kumiko'],
  ...[
    '由美 ユミ yumi',
    '千尋 チヒロ chihiro',
    '薫 カオル kaoru',
    '光 ヒカル hikaru',
    '明美 アケミ akemi',
    '花子 ハナコ hanako',
  ],
].map(name);

const FAMILY_EN =
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Martinez Lopez Wilson Anderson Taylor Moore Jackson Lee Perez White Harris Clark Lewis Young Walker Nguyen'.split(
    ' ',
  );
const GIVEN_EN =
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Susan Maria Daniel Karen Carlos Nancy Anthony Lisa Grace Emily Kevin Aisha Mei'.split(
    ' ',
  );

/** Postcode, then the address up to the street, then the zone. */
const TOWNS_JA = [
  ...[
    '150-0001|東京都渋谷区神宮前',
    '160-0022|東京都新宿区新宿',
    '180-0004|東京都武蔵野市吉祥寺本町',
    '220-0012|神奈川県横浜市西区みなとみらい',
  ],
  ...[
    '330-0854|埼玉県さいたま市大宮区桜木町',
    '260-0013|千葉県千葉市中央区中央',
    '060-0042|北海道札幌市中央区大通西',
    '980-0021|宮城県仙台市青葉区中央',
  ],
  ...[
    '920-0961|石川県金沢市香林坊',
    '380-0823|長野県長野市南千歳',
    '450-0002|愛知県名古屋市中村区名駅',
    '604-8091|京都府京都市中京区下本能寺前町',
  ],
  ...[
    '530-0001|大阪府大阪市北区梅田',
    '650-0021|兵庫県神戸市中央区三宮町',
    '700-0901|岡山県岡山市北区本町',
    '730-0011|広島県広島市中区基町',
  ],
  ...[
    '760-0023|香川県高松市寿町',
    '810-0001|福岡県福岡市中央区天神',
    '860-0806|熊本県熊本市中央区花畑町',
    '900-0015|沖縄県那覇市久茂地',
  ],
].map((line) => line.split('|'));
const TOWNS_EN = [
  ...[
    '94107|San Francisco, CA|Los_Angeles',
    '90012|Los Angeles, CA|Los_Angeles',
    '98101|Seattle, WA|Los_Angeles',
    '97205|Portland, OR|Los_Angeles',
  ],
  ...[
    '92101|San Diego, CA|Los_Angeles',
    '85004|Phoenix, AZ|Phoenix',
    '80202|Denver, CO|Denver',
    '84101|Salt Lake City, UT|Denver',
  ],
  ...[
    '78701|Austin, TX|Chicago',
    '75201|Dallas, TX|Chicago',
    '60601|Chicago, IL|Chicago',
    '55401|Minneapolis, MN|Chicago',
    '70112|New Orleans, LA|Chicago',
  ],
  ...[
    '30303|Atlanta, GA|New_York',
    '33130|Miami, FL|New_York',
    '28202|Charlotte, NC|New_York',
    '20001|Washington, DC|New_York',
    '19103|Philadelphia, PA|New_York',
  ],
  ...['10001|New York, NY|New_York', '02108|Boston, MA|New_York'],
].map((line) => line.split('|'));
const STREETS =
  'Oak Street|Maple Avenue|Cedar Lane|Pine Street|Lake Drive|Hill Road|Park Avenue|Washington Street|Sunset Boulevard|River Road'.split(
    '|',
  );

/** A person of the demo world, before they bought anything. */
export interface Person {
  readonly name: string;
  readonly name_reading?: string;
  readonly email: string;
  readonly phone: string;
  readonly postcode: string;
  readonly address: string;
  readonly country: 'JP' | 'US';
  readonly zone: string;
  readonly locale: 'en' | 'ja';
}

/** Makes up a person. Addresses of email and phone lead nowhere: reserved domains and number ranges. */
export function makePerson(dice: Dice, country: 'JP' | 'US', number: number): Person {
  return country === 'JP' ? makeJapanese(dice, number) : makeAmerican(dice, number);
}

const from = <Thing>(dice: Dice, things: readonly Thing[], otherwise: Thing): Thing =>
  things[dice.int(0, things.length - 1)] ?? otherwise;
const NOBODY: Name = { written: '', reading: '', latin: '' };

function makeJapanese(dice: Dice, number: number): Person {
  const family = from(dice, FAMILY_JA, NOBODY);
  const given = from(dice, GIVEN_JA, NOBODY);
  const [postcode = '', town = ''] = from(dice, TOWNS_JA, []);
  return {
    name: `${family.written} ${given.written}`,
    name_reading: `${family.reading} ${given.reading}`,
    email: `${given.latin}.${family.latin}${number}@example.jp`,
    phone: `+8190000${dice.digits(5)}`,
    postcode,
    address: `${town}${dice.int(1, 5)}-${dice.int(1, 20)}-${dice.int(1, 12)}`,
    country: 'JP',
    zone: 'Asia/Tokyo',
    locale: 'ja',
  };
}

function makeAmerican(dice: Dice, number: number): Person {
  const family = from(dice, FAMILY_EN, '');
  const given = from(dice, GIVEN_EN, '');
  const [postcode = '', town = '', zone = ''] = from(dice, TOWNS_EN, []);
  return {
    name: `${given} ${family}`,
    email: `${given}.${family}${number}@example.com`.toLowerCase(),
    phone: `+1${dice.int(201, 989)}55501${dice.digits(2)}`,
    postcode,
    address: `${dice.int(1, 999)} ${from(dice, STREETS, '')}, ${town}`,
    country: 'US',
    zone: `America/${zone}`,
    locale: 'en',
  };
}
