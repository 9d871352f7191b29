import { dateIn } from '../calendar.ts';
import type { Order } from '../orders/order.ts';
import { showOrder } from './show-order.ts';
import type { World } from './world.ts';
import { textOf } from './world-tables.ts';

/** A notice that a conversation asked for and that is due: the slots of the event `out_for_delivery_notice`. */
export interface DueNotice {
  readonly conversationId: string;
  readonly customerId?: string;
  /** When it was asked for: asked for again, it is told again. */
  readonly askedAt: string;
  readonly order_number: string;
  /** `delivered` when nobody was there to tell it in time. */
  readonly state: Order['state'];
  readonly eta?: string;
  readonly delivered_on?: string;
  /** Part of the day in which it is due. */
  readonly window?: NonNullable<Order['window']>;
}

export interface Notices {
  /** Orders that are out for delivery, or there already, and of which their conversation has not been told. */
  due(now: Date): readonly DueNotice[];
  /** Call it once the event is in the conversation's inbox: the notice is not due again. */
  mark(conversationId: string, orderNumber: string): void;
}

export function createNotices({ tables, now }: World): Notices {
  return {
    due: (at) =>
      tables.rows
        .all(
          'SELECT order_number, conversation_id, customer_id, asked_at FROM demo_notices WHERE noticed_at IS NULL ORDER BY rowid',
        )
        .flatMap((row) => {
          const [number, conversationId, customerId, askedAt] = [
            textOf(row, 'order_number'),
            textOf(row, 'conversation_id'),
            textOf(row, 'customer_id'),
            textOf(row, 'asked_at') ?? '',
          ];
          const order = number === undefined ? undefined : tables.order(number);
          if (!order || conversationId === undefined) return [];
          const { state, eta, delivered_on, window } = showOrder(order, dateIn(order.zone, at));
          if (state !== 'out_for_delivery' && state !== 'delivered') return [];
          return [
            {
              conversationId,
              ...(customerId === undefined ? {} : { customerId }),
              askedAt,
              order_number: order.number,
              state,
              ...(eta === undefined ? {} : { eta }),
              ...(delivered_on === undefined ? {} : { delivered_on }),
              ...(window === undefined ? {} : { window }),
            },
          ];
        }),
    mark: (conversationId, orderNumber) => {
      tables.rows.run(
        'UPDATE demo_notices SET noticed_at = ? WHERE conversation_id = ? AND order_number = ?',
        ...[now().toISOString(), conversationId, orderNumber],
      );
    },
  };
}
