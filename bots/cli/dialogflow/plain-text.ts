import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../../dialogs/protocol/locale.ts';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];
/** Element types of the ICU parser, which exports them from a package of its own. */
const TYPE = { literal: 0, select: 5, plural: 6, tag: 8 } as const;

/**
 * An ICU text as Dialogflow says it: values are session parameters, and of words that depend on a value it takes the last resort,
 * `other`, since Dialogflow's texts know no cases.
 * @example plainText('Order {order_number} is due.', 'en') // 'Order $session.params.order_number is due.'
 */
export const plainText = (source: string, locale: Locale): string =>
  write(new IntlMessageFormat(source, locale).getAst(), '').replace(/ {2,}/g, ' ').trim();

function write(parts: readonly Part[], counted: string): string {
  return parts
    .map((part) => {
      const type: number = part.type;
      if (type === TYPE.literal && 'value' in part) return part.value;
      if (type === TYPE.tag && 'children' in part) return write(part.children, counted);
      const name = 'value' in part ? String(part.value) : counted;
      const chooses = type === TYPE.select || type === TYPE.plural;
      const other = chooses && 'options' in part ? part.options['other'] : undefined;
      return other ? write(other.value, name) : `$session.params.${name}`;
    })
    .join('');
}
