const EN =
  /^(?:(?:hey|hi|ok|okay|hello),? )?(?:(?:alexa|google|siri|cortana)[,.!:]? )?(?:(?:please |can you |could you )?(?:ask|tell|open|launch|start|use|talk to) aozora(?:'s)?(?: (?:assistant|bot|support|shop))?(?:,| to| and| about| for| if| whether| that)?|aozora)[,.!:]? (?=\S)|^(?:(?:hey|hi|ok|okay|hello),? )?(?:alexa|siri|hey google|ok google|google)[,.!:] (?=\S)/i;
/** "One question in between: …" */
const ANNOUNCED =
  /^(?:(?:just|only|but|wait|sorry)[ ,]+)?(?:(?:one|a|another) )?(?:(?:quick|short|small|little|other) )?(?:question|thing)(?: (?:in between|first|before that|though|for you|please))?\s*[:–-]\s+(?=\S{2,} \S)/i;
const JA =
  /^(?:(?:ねえ|ねぇ|ヘイ|おーい|オッケー|オーケー)[、, ]*(?=アレクサ|グーグル|シリ|alexa|siri|アオゾラ|あおぞら|青空|aozora))?(?:(?:アレクサ|グーグル|シリ|alexa|siri)[、,。!！ ]+)?(?:(?:アオゾラ|あおぞら|青空|aozora)(?:さん)?(?:の(?:ボット|アシスタント|サポート))?(?:(?:を)?(?:開いて|起動して|使って|呼んで)|で|に(?:聞いて|頼んで|尋ねて)?)?[、,。!！ ]+(?=\S))?/i;

/**
 * The words without those that only call the bot: "Alexa, ask Aozora where my parcel is", 「アレクサ、アオゾラで荷物を調べて」.
 * What would leave nothing is left as it is.
 */
export function stripCarrier(text: string): string {
  const english = text.replace(EN, '').replace(ANNOUNCED, '');
  const bare = english === text ? text.replace(JA, '') : english;
  return bare.trim() === '' ? text : bare;
}
