/** 「待つのはいやだ」, 「修理じゃなくて」: is the answer named to be refused? Both in normalised words. */
export function isRefused(words: string, said: string): boolean {
  if (words.length < 2 || !said.includes(words)) return false;
  const after = said.slice(said.indexOf(words) + words.length);
  return /^(?:する)?(?:の|こと)?(?:は|が|も|には|を)?[、 ]*(?:いや|嫌|イヤ|やだ|ヤダ|無理|むり|だめ|ダメ|困|したくな|したくあり|しない|しません|じゃな|ではな|じゃあり|ではあり|できな|できません|要らな|いらな|いりません|不要)/.test(
    after,
  );
}
