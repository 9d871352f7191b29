import type { Locale } from '../../dialogs/protocol/locale.ts';
import { OPEN_STATES, type Order } from './order.ts';

/** The first article's name, and how many there are beside it. */
export function articlesOf(order: Pick<Order, 'items'>, locale: Locale) {
  return {
    article: order.items[0]?.name[locale] ?? order.items[0]?.product ?? '',
    more_articles: Math.max(0, order.items.length - 1),
  };
}

export const isOpen = (order: Pick<Order, 'state'>) => OPEN_STATES.includes(order.state);

const shortDay = (order: Order, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${order.placed_on}T00:00:00Z`));

const price = ({ total }: Order, locale: Locale) =>
  new Intl.NumberFormat(locale === 'ja' ? 'ja-JP' : 'en-US', { style: 'currency', currency: total.currency }).format(
    total.amount,
  );

/** Short enough for a button: the article; where two share it also the day; then the price, and last the number. */
function labelOf(order: Order, orders: readonly Order[], locale: Locale): string {
  const { article } = articlesOf(order, locale);
  const alike = orders.filter((other) => articlesOf(other, locale).article === article);
  if (alike.length < 2) return article;
  const day = shortDay(order, locale);
  const sameDay = alike.filter((other) => other.placed_on === order.placed_on);
  if (sameDay.length < 2) return `${article} (${day})`;
  const samePrice = sameDay.filter((other) => price(other, locale) === price(order, locale));
  return `${article} (${day}, ${samePrice.length < 2 ? price(order, locale) : order.order_number})`;
}

/** Orders to choose from, no two with the same label. */
export function listOrders(orders: readonly Order[], locale: Locale) {
  return orders.map((order) => {
    const { article, more_articles } = articlesOf(order, locale);
    return {
      value: order.order_number,
      label: labelOf(order, orders, locale),
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
