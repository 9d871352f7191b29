/** Words that tell of smoke, fire, shock, a swollen battery or burning heat. Told too often is better than once too seldom. */
const DANGER = [
  /\b(smok(e|es|ing|y)|sparks?|sparking|flames?|on fire|caught fire|fire hazard|explod(e|ed|es|ing)|explosion|electrocut\w*|electric(al)? shock|got (a )?shock(ed)?|shocked me|zapped( me)?)\b/i,
  /\b(burn(ing|t)?|burned|singed|scorched) (smell|odou?r|plastic)|smell(s|ing)? (of |like )?(something )?(burn|smoke|melt|gas)|\bmelt(ed|ing|s)?\b|scorch marks?/i,
  /\b(swoll?en|bulg(ed|es|ing)|bloated|puffed up|swelling)\b.{0,40}\b(battery|pack|case|back|phone|tablet)\b|\b(battery|pack|case|back)\b.{0,40}\b(swoll?en|bulg(ed|es|ing)|bloated|puffed up|swelling)\b/i,
  /\b(too hot to (touch|hold)|burning hot|red[- ]hot|overheat(s|ed|ing)?|burn(ed|t)? (my|me|his|her))\b|\b(is|gets?|getting|got|feels?|so|far|way) (much )?too hot\b/i,
  /煙|けむり|焦げ臭|焦げくさ|こげ臭|こげくさ|焦げたにおい|焦げた臭い|焦げたような|燃え|発火|火花|火が出|火を噴|出火|爆発|破裂|感電|ビリビリ|びりっと|ビリッと|電気が走/,
  /(バッテリー|電池|本体|背面|ケース).{0,12}(膨ら|ふくら|膨張|膨れ|ふくれ|パンパン)|(膨ら|ふくら|膨張|膨れ|ふくれ).{0,12}(バッテリー|電池|本体|背面|ケース)/,
  /熱すぎ|異常に熱|異常な熱|異常発熱|触れないほど熱|さわれないほど熱|持てないほど熱|すごく熱|とても熱|やけど|火傷|溶け|とけて/,
] as const;

/** Do these words tell of a danger? */
export function tellsOfDanger(words: string): boolean {
  const text = words.normalize('NFKC');
  return DANGER.some((pattern) => pattern.test(text));
}
