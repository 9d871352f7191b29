import type { Command } from '../../../dialogs/protocol/command.ts';
import type { Locale } from '../../../dialogs/protocol/locale.ts';
import type { Expectation } from '../../../dialogs/protocol/understanding.ts';
import { findProducts } from './entities/product.ts';
import type { GazetteerEntry } from './gazetteer.ts';
import { maskValues } from './mask-values.ts';
import { normaliseText } from './normalise-text.ts';

const FOLLOWS_EN =
  /^(?:(?:ok|okay|so|then|oh|well|thanks|thank you|great|good)[, ]+)*(?:(?:and|what about|how about|and what about|and how about) )(?:for )?(?:the |my |that |this |our )?(?:order (?:with|of) (?:the |my )?)?#product *(?:then|too|as well|please|order)?[?!. ]*$/;
const FOLLOWS_JA =
  /^(?:(?:じゃあ?|では|それと|それじゃあ?|あと|ちなみに|で|ありがとう(?:ございます)?|なるほど)[、。 ]*)*#product *(?:の(?:ほう|方|注文|やつ))?(?:は|なら|も|はどう(?:です(?:か)?)?)[?？。 ]*$/;

/**
 * "And the tablet?", 「タブレットは？」: the last request once more, about another product. Undefined where nothing was asked before, or
 * the request takes no product.
 * @param clean cleaned words
 */
export function readFollowUp(
  clean: string,
  locale: Locale,
  { last, running, slots, flows }: Expectation,
  products: readonly GazetteerEntry[],
): readonly Command[] | undefined {
  const words = normaliseText(clean);
  if (!(locale === 'en' ? FOLLOWS_EN : FOLLOWS_JA).test(maskValues(words, locale, products).trim().replace(/ +/g, ' ')))
    return undefined;
  const product = findProducts(words, locale, products)[0];
  const asked = [...(running ?? []), ...(last === undefined ? [] : [last])];
  for (const flow of asked) {
    const slot = slots.find((each) => each.flow === flow && each.type === 'product');
    if (!slot || !product || !flows.includes(flow)) continue;
    return [
      { kind: 'start_flow', flow },
      { kind: 'set_slot', slot: slot.name, value: product.value },
    ];
  }
  return undefined;
}
