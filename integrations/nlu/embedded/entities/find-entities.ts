import type { Expectation } from '../../../../dialogs/protocol/understanding.ts';
import type { UnderstandingContext } from '../../nlu.ts';
import type { FoundEntity } from '../../reading.ts';
import type { Gazetteers } from '../gazetteer.ts';
import { isTakenBack } from '../rules/sounds-like-correction.ts';
import { findChoices } from './choice.ts';
import { findContractNumbers } from './contract-number.ts';
import { findDates } from './date.ts';
import { findDatetimes } from './datetime.ts';
import { findEmails } from './email.ts';
import type { EntityFinder, EntityHints } from './entity-finder.ts';
import { findMoney } from './money.ts';
import { findNumbers } from './number.ts';
import { findOrderNumbers } from './order-number.ts';
import { findPersonNames } from './person-name.ts';
import { findPhones } from './phone-number.ts';
import { findPostalCodes } from './postal-code.ts';
import { findProductEntities } from './product.ts';

/** In the order in which they are tried: what one has taken, those after it can't take. */
const FINDERS: readonly (readonly [type: string, find: EntityFinder])[] = [
  ['contract_number', findContractNumbers],
  ['order_number', findOrderNumbers],
  ['email', findEmails],
  ['postal_code', findPostalCodes],
  ['phone_number', findPhones],
  ['datetime', findDatetimes],
  ['date', findDates],
  ['money', findMoney],
  ['number', findNumbers],
  ['integer', findNumbers],
  ['product', findProductEntities],
  ['choice', findChoices],
  ['person_name', findPersonNames],
];

/** Every value in the words that the dialog could use now. */
export function findEntities(
  text: string,
  locale: EntityHints['locale'],
  expectation: Expectation,
  context: UnderstandingContext,
  gazetteers: Gazetteers,
): readonly FoundEntity[] {
  const question = expectation.question;
  const wanted = new Set<string>();
  for (const { type } of expectation.slots) wanted.add(type);
  if (question) wanted.add(question.type);
  const found: FoundEntity[] = [];
  const unasked: EntityHints = {
    locale,
    now: context.now,
    zone: context.zone,
    asked: false,
    choices: expectation.slots.filter((slot) => slot.choices !== undefined),
    products: gazetteers.product ?? [],
  };
  for (const [type, find] of FINDERS) {
    if (!wanted.has(type)) continue;
    const hints = question?.type === type ? { ...unasked, asked: true, slot: question.slot } : unasked;
    for (const entity of find(text, hints)) {
      if (
        !found.some(
          (other) => other.start < entity.end && entity.start < other.end && other.confidence >= entity.confidence,
        )
      )
        found.push(entity);
    }
  }
  const meant = found.filter((entity) => !isTakenBack(text, entity.start, entity.end));
  return (meant.length > 0 ? meant : found).sort((a, b) => a.start - b.start);
}
