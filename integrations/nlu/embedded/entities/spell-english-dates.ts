import { type Respelled, respell } from './respell.ts';

const ORDINALS: Readonly<Record<string, string>> = {
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  sixth: '6th',
  seventh: '7th',
  eighth: '8th',
  ninth: '9th',
  tenth: '10th',
  eleventh: '11th',
  twelfth: '12th',
  thirteenth: '13th',
  fourteenth: '14th',
  fifteenth: '15th',
  sixteenth: '16th',
  seventeenth: '17th',
  eighteenth: '18th',
  nineteenth: '19th',
  twentieth: '20th',
  'twenty-first': '21st',
  'twenty-second': '22nd',
  'twenty-third': '23rd',
  'twenty-fourth': '24th',
  'twenty-fifth': '25th',
  'twenty-sixth': '26th',
  'twenty-seventh': '27th',
  'twenty-eighth': '28th',
  'twenty-ninth': '29th',
  thirtieth: '30th',
  'thirty-first': '31st',
};

/** As people type, and mistype, the words of a date. */
const SPELLINGS: readonly (readonly [pattern: string, word: string])[] = [
  ['tom+or+ow|tomoz|tommorr?w|tomrr?ow|tomorroe|2mor+ow|2moro|2mrw|tmr', 'tomorrow'],
  ['yest[ea]rday|yesteday|yday|yesturday', 'yesterday'],
  ['todya|2day', 'today'],
  ['tues', 'tuesday'],
  ['weds|wendsday|wensday|wednsday|wedensday|wednesdy|wendesday', 'wednesday'],
  ['thur?sdy|thurday|thrusday|thirsday', 'thursday'],
  ['teusday|tuseday|tuesdy|tusday', 'tuesday'],
  ['saterday|saturdy|satruday', 'saturday'],
  ['firday|fryday', 'friday'],
  ['febuary|feburary|februrary', 'february'],
  ['janurary|januray', 'january'],
  ['decemeber|decembr|desember', 'december'],
  ['novemeber|novembr', 'november'],
];
const spelled = new RegExp(
  `\\b(?:(${Object.keys(ORDINALS)
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace(/-/g, '[- ]')})|${SPELLINGS.map(([pattern]) => `(${pattern})`).join('|')})\\b`,
  'gi',
);

/** "wait a second", "every second": a length of time, or a part. */
const NO_ORDINAL = /\b(?:an?|one|another|every|each|per|split|any|two|few|for the|just) $/i;

/** English words with days of the month as numbers ("the third" becomes "the 3rd") and weekdays as the dictionary has them. */
export function spellEnglishDates(text: string): Respelled {
  return respell(text, spelled, (word, found) => {
    if (found[1] === undefined) {
      const place = found.slice(2).findIndex((group) => group !== undefined);
      return SPELLINGS[place]?.[1];
    }
    if (NO_ORDINAL.test(text.slice(Math.max(0, found.index - 12), found.index))) return undefined;
    return ORDINALS[word.toLowerCase().replace(' ', '-')];
  });
}
