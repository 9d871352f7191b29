import type { Locale } from '../../dialogs/protocol/locale.ts';

export type Category = 'kitchen' | 'air' | 'sound' | 'away';

export interface Product {
  /** Name of its picture below `/products/`. */
  readonly picture: string;
  readonly category: Category;
  readonly price: { readonly en: number; readonly ja: number };
  readonly name: Record<Locale, string>;
  readonly kind: Record<Locale, string>;
  readonly line: Record<Locale, string>;
}

const product = (
  picture: string,
  category: Category,
  price: readonly [dollars: number, yen: number],
  en: readonly [name: string, kind: string, line: string],
  ja: readonly [name: string, kind: string, line: string],
): Product => ({
  picture,
  category,
  price: { en: price[0], ja: price[1] },
  name: { en: en[0], ja: ja[0] },
  kind: { en: en[1], ja: ja[1] },
  line: { en: en[2], ja: ja[2] },
});

/** What Aozora makes, with the names and prices of the demo world. */
export const PRODUCTS: readonly Product[] = [
  product(
    'espresso-machine',
    'kitchen',
    [449, 59_800],
    ['Caffè Uno', 'Espresso machine', 'Ready in twenty seconds, quiet enough for six in the morning.'],
    ['カフェ・ウノ', 'エスプレッソマシン', '20秒で淹れごろに。早朝でも気兼ねのない静けさです。'],
  ),
  product(
    'rice-cooker',
    'kitchen',
    [299, 39_800],
    ['Kamado', 'Rice cooker', 'A thick clay pot and patient heat, as over a wood fire.'],
    ['カマド', '炊飯器', '厚い土釜とじっくりの火加減で、かまど炊きの甘みを。'],
  ),
  product(
    'kettle',
    'kitchen',
    [59, 7_980],
    ['Yu', 'Electric kettle', 'Pours as slowly as you like, and keeps to the degree.'],
    ['ユー', '電気ケトル', '細く注げて、1度きざみで保温できます。'],
  ),
  product(
    'robot-vacuum',
    'air',
    [379, 49_800],
    ['Hako', 'Robot vacuum', 'Knows the room after one round, and leaves the cat alone.'],
    ['ハコ', 'ロボット掃除機', '一周で間取りを覚え、すみずみまで静かに掃除します。'],
  ),
  product(
    'air-purifier',
    'air',
    [249, 32_800],
    ['Kaze', 'Air purifier', 'Clean air for forty square metres, softer than a whisper.'],
    ['カゼ', '空気清浄機', '25畳の空気を、ささやき声より静かに整えます。'],
  ),
  product(
    'air-conditioner',
    'air',
    [749, 98_000],
    ['Suzu', 'Air conditioner', 'Warms and cools without a draught where you sit.'],
    ['スズ', 'エアコン', '風を感じさせずに、部屋をまるごと暖め、涼しくします。'],
  ),
  product(
    'headphones',
    'sound',
    [229, 29_800],
    ['Shizuka', 'Headphones', 'Thirty hours of music, with the train left outside.'],
    ['シズカ', 'ヘッドホン', '30時間、電車の音をそっと消して音楽だけを。'],
  ),
  product(
    'smart-speaker',
    'sound',
    [79, 9_800],
    ['Koe', 'Smart speaker', 'A warm voice for the kitchen shelf. Its microphone has a real switch.'],
    ['コエ', 'スマートスピーカー', '台所の棚に、あたたかな声を。マイクは指で切れます。'],
  ),
  product(
    'camera',
    'sound',
    [69, 8_980],
    ['Mado', 'Home camera', 'See that all is well. The pictures stay in your house.'],
    ['マド', 'ホームカメラ', '留守のようすを手もとに。映像は家の中に残ります。'],
  ),
  product(
    'tablet',
    'away',
    [349, 44_800],
    ['Ita', 'Tablet', 'Thin as a notebook, with a day and a half in it.'],
    ['イタ', 'タブレット', 'ノートの薄さで、1日半使えます。'],
  ),
  product(
    'portable-battery',
    'away',
    [49, 5_980],
    ['Denchi', 'Portable battery', 'Three full charges in a coat pocket.'],
    ['デンチ', 'ポータブルバッテリー', '上着のポケットに、フル充電3回分を。'],
  ),
  product(
    'router',
    'away',
    [129, 16_800],
    ['Michi', 'Wi-Fi router', 'One box for every room. Set up in four minutes.'],
    ['ミチ', 'Wi-Fiルーター', '1台で家じゅうに。設定は4分で終わります。'],
  ),
];
