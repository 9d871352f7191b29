import type { EntityFinder } from './entity-finder.ts';

/** `PL-123456`, `CN20261234`: letters, a dash or not, six to ten digits; beside words for a contract also bare digits. */
const LETTERED = /(?<![A-Za-z0-9])([A-Za-z]{2,4})[\s-]{0,2}(\d{6,10})(?![A-Za-z0-9])/g;
const BARE =
  /(?:contract|plan|policy|agreement|契約|プラン|証券)(?:\s*(?:number|no\.?|id|#|番号))?(?:\s*(?:is|は|:|：))?\s*(\d{6,12})(?!\d)/gi;

const WORDS = /^(?:is|no|id|the|it|my|plan|to|of|for|was|nr|num|code)$/i;

/** Contract and plan numbers. Order numbers are taken before. */
export const findContractNumbers: EntityFinder = (text, { asked }) => {
  const lettered = [...text.matchAll(LETTERED)]
    .filter(([, letters = '']) => !WORDS.test(letters))
    .map((found) => ({
      type: 'contract_number',
      value: `${found[1]}${found[2]}`.toUpperCase(),
      start: found.index,
      end: found.index + found[0].length,
      confidence: asked ? 0.97 : 0.7,
    }));
  const bare = [...text.matchAll(BARE)].map((found) => ({
    type: 'contract_number',
    value: found[1] ?? '',
    start: found.index,
    end: found.index + found[0].length,
    confidence: 0.8,
  }));
  return lettered.length > 0 ? lettered : bare;
};
