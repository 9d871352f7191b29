import type { Locale } from '../../dialogs/protocol/locale.ts';
import { nameDate } from '../name-date.ts';
import { OPEN_STATES, type Order } from './order.ts';

/** The first article's name, and how many there are beside it. */
export function articlesOf(order: Pick<Order, 'items'>, locale: Locale) {
  return {
    article: order.items[0]?.name[locale] ?? order.items[0]?.product ?? '',
    more_articles: Math.max(0, order.items.length - 1),
  };
}

export const isOpen = (order: Pick<Order, 'state'>) => OPEN_STATES.includes(order.state);

/** Orders to choose from. Two of the same article are told apart by their day. */
export function listOrders(orders: readonly Order[], locale: Locale) {
  const names = orders.map((order) => articlesOf(order, locale).article);
  return orders.map((order) => {
    const { article, more_articles } = articlesOf(order, locale);
    const twice = names.filter((name) => name === article).length > 1;
    return {
      value: order.order_number,
      label: twice ? `${article} (${nameDate(order.placed_on, locale)})` : article,
      synonyms: [order.order_number, ...order.items.flatMap((item) => [item.name.en, item.name.ja])],
      order_number: order.order_number,
      state: order.state,
      article,
      more_articles,
      placed_on: order.placed_on,
      eta: order.eta,
      delivered_on: order.delivered_on,
      is_open: isOpen(order),
    };
  });
}

/** Those on their way first, then the newest. */
export function openFirst(orders: readonly Order[]): readonly Order[] {
  return orders.toSorted(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) ||
      b.placed_on.localeCompare(a.placed_on) ||
      a.order_number.localeCompare(b.order_number),
  );
}
