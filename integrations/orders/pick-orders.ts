import { isOpen } from './list-order.ts';
import type { Order, OrderState } from './order.ts';

const NEWEST =
  /\b(last|latest|newest|(most )?recent|just ordered|yesterday)\b|最新|直近|最近|この前|こないだ|さっき|先日|前回|最後|いちばん新しい|一番新しい/i;
const STATE_WORDS: readonly (readonly [RegExp, readonly OrderState[]])[] = [
  [/\b(late|delayed|overdue)\b|遅れ|遅延/i, ['delayed']],
  [/\b(returned|sent back|return)\b|返品/i, ['returned', 'refunded']],
  [/\brefund(ed)?\b|返金/i, ['refunded', 'returned', 'cancelled']],
  [/\bcancel(l?ed)?\b|キャンセル/i, ['cancelled']],
  [/\b(missing|lost)\b|紛失|なくな/i, ['lost', 'delivered_not_received']],
  [/\b(back ?order(ed)?|out of stock|pre-?order(ed)?)\b|入荷|取り寄せ|予約/i, ['back_ordered']],
  [/\bgift|present\b|ギフト|プレゼント|贈/i, []],
];

/**
 * Which of a customer's orders do these words mean? Products named by the words come in from outside.
 * @returns the orders that fit; one = that is the one; none = they named something that is not among them
 */
export function pickOrders(words: string, orders: readonly Order[], products: readonly string[]): readonly Order[] {
  const text = words.normalize('NFKC');
  const newestFirst = orders.toSorted((a, b) => b.placed_on.localeCompare(a.placed_on));
  const named = newestFirst.filter((order) => order.items.some((item) => products.includes(item.product)));
  if (products.length > 0 && named.length === 0) return [];
  const found = narrowByState(text, products.length > 0 ? named : newestFirst);
  const [newest] = found;
  if (found.length <= 1 || newest === undefined) return found;
  if (NEWEST.test(text)) return [newest];
  const open = found.filter(isOpen);
  return open.length > 0 ? open : found;
}

function narrowByState(text: string, orders: readonly Order[]): readonly Order[] {
  for (const [pattern, states] of STATE_WORDS) {
    if (!pattern.test(text)) continue;
    const fitting =
      states.length === 0
        ? orders.filter((order) => order.is_gift)
        : orders.filter((order) => states.includes(order.state));
    if (fitting.length > 0) return fitting;
  }
  return orders;
}
