import { KANA_NUMBER, readKanaNumber } from './read-kana-number.ts';
import { type Respelled, respell } from './respell.ts';

const WORDS: Readonly<Record<string, string>> = {
  さらいしゅう: '再来週',
  らいしゅう: '来週',
  こんしゅう: '今週',
  せんしゅう: '先週',
  せんせんしゅう: '先々週',
  さらいげつ: '再来月',
  らいげつ: '来月',
  こんげつ: '今月',
  せんげつ: '先月',
  きょねん: '去年',
  らいねん: '来年',
  げつようび: '月曜日',
  げつよう: '月曜',
  かようび: '火曜日',
  すいようび: '水曜日',
  すいよう: '水曜',
  もくようび: '木曜日',
  もくよう: '木曜',
  きんようび: '金曜日',
  きんよう: '金曜',
  どようび: '土曜日',
  にちようび: '日曜日',
  にちよう: '日曜',
  しゅうまつ: '週末',
  げつまつ: '月末',
  ごぜん: '午前',
  ごご: '午後',
  ひと月: '1か月',
  ひとつき: '1か月',
  ふた月: '2か月',
};
const SPELLED = new RegExp(
  `(${Object.keys(WORDS)
    .sort((a, b) => b.length - a.length)
    .join(
      '|',
    )})|(${KANA_NUMBER})(がつ)|(?<=がつ|月|月の)(${KANA_NUMBER})(にち)|(?<=^|ごご|ごぜん|午後|午前|の)(${KANA_NUMBER})(じ)(はん)?(?![ゃゅょ])|(${KANA_NUMBER})(にち|しゅうかん|かげつ)(?=ご|まえ|後|前)`,
  'g',
);
/** Most messages hold none of these. */
const MAY_HOLD = /しゅう|げつ|がつ|よう|ねん|ごぜん|ごご|つき|た月|と月|にち|じ/;
const SIGNS: Readonly<Record<string, string>> = {
  がつ: '月',
  にち: '日',
  じ: '時',
  しゅうかん: '週間',
  かげつ: 'か月',
};

/** Japanese words with dates and times of day as they are written in kanji: 「らいしゅうのかようび」 becomes 「来週の火曜日」. */
export function spellJapaneseDates(text: string): Respelled {
  if (!MAY_HOLD.test(text)) return { text, start: (at) => at, end: (at) => at };
  return respell(text, SPELLED, (_, found) => {
    if (found[1] !== undefined) return WORDS[found[1]];
    const number = readKanaNumber(found[2] ?? found[4] ?? found[6] ?? found[9] ?? '');
    const sign = SIGNS[found[3] ?? found[5] ?? found[7] ?? found[10] ?? ''];
    return number === undefined || !sign ? undefined : `${number}${sign}${found[8] ? '半' : ''}`;
  });
}
