import type { Bilingual } from '../data-shapes.ts';
import type { Dice } from './dice.ts';
import type { Person } from './people.ts';

const place = (line: string): Bilingual => {
  const [en = '', ja = ''] = line.split('|');
  return { en, ja };
};

const HUBS_JP = [
  'Osaka|大阪',
  'Nagoya|名古屋',
  'Yokohama|横浜',
  'Sendai|仙台',
  'Hiroshima|広島',
  'Fukuoka|福岡',
  'Shizuoka|静岡',
].map(place);
const HUBS_US = [
  'Memphis|メンフィス',
  'Louisville|ルイビル',
  'Dallas|ダラス',
  'Reno|リノ',
  'Columbus|コロンバス',
  'Kansas City|カンザスシティ',
].map(place);

/** Towns that a parcel to this person passes, the warehouse's first. */
export function placesTo(person: Pick<Person, 'country'>, dice: Dice): readonly Bilingual[] {
  const hubs = person.country === 'JP' ? HUBS_JP : HUBS_US;
  const first = dice.int(0, hubs.length - 1);
  return [0, 1, 2].flatMap((step) => hubs[(first + step) % hubs.length] ?? []);
}
