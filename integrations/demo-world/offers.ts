import { randomBytes } from 'node:crypto';
import { parsed, textOf, type WorldTables } from './world-tables.ts';

/** How long an offer stands. */
const OFFER_MINUTES = 60;

type OfferKind = 'order_cancellation' | 'renewal' | 'plan_cancellation' | 'repair' | 'replacement';

interface KeptOffer<Data> {
  readonly id: string;
  readonly customer_id: string;
  readonly data: Data;
  readonly expires_at: string;
  /** Opens the offer on a web page. */
  readonly link: string | undefined;
  /** It was accepted: `take` gives back what it brought and does nothing. */
  readonly taken: boolean;
}

/** Offers: made for the read-back, taken at most once. */
export interface Offers {
  /** The same offer to the same customer, still open, keeps its id: a second tab and a turn that runs again meet it. */
  make<Data>(kind: OfferKind, customerId: string, data: Data, now: Date): KeptOffer<Data>;
  read<Data>(kind: OfferKind, id: string, customerId: string): KeptOffer<Data> | undefined;
  byLink<Data>(kind: OfferKind, link: string): KeptOffer<Data> | undefined;
  /** The secret of the offer's web address; made at the first call. */
  linkOf(id: string): string;
  /**
   * Takes an offer in one transaction: what it brings is kept under its id, and the second time given back without doing anything.
   * `take` returns undefined-safe results only: it throws to undo everything.
   */
  take<Data, Result, Refusal extends string>(
    kind: OfferKind,
    id: string,
    customerId: string,
    now: Date,
    take: (data: Data) => { readonly done: Result } | { readonly refused: Refusal },
  ): { readonly outcome: 'ok'; readonly value: Result } | { readonly outcome: Refusal | 'not_found' | 'offer_expired' };
}

const COLUMNS = 'id, customer_id, data, expires_at, link, result';

export function createOffers({ rows }: WorldTables): Offers {
  const kept = <Data>(row: ReturnType<typeof rows.one>): KeptOffer<Data> | undefined => {
    const data = parsed<Data>(textOf(row, 'data'));
    const [id, customer_id, expires_at] = [textOf(row, 'id'), textOf(row, 'customer_id'), textOf(row, 'expires_at')];
    if (data === undefined || !id || !customer_id || !expires_at) return undefined;
    const taken = textOf(row, 'result') !== undefined;
    return { id, customer_id, data, expires_at, link: textOf(row, 'link'), taken };
  };
  const find = (kind: OfferKind, id: string, customerId: string) =>
    rows.one(`SELECT ${COLUMNS} FROM demo_offers WHERE id = ? AND kind = ? AND customer_id = ?`, id, kind, customerId);
  return {
    make: <Data>(kind: OfferKind, customer_id: string, data: Data, now: Date) =>
      rows.together(() => {
        const likeness = JSON.stringify(data);
        const open = rows.one(
          `SELECT ${COLUMNS} FROM demo_offers WHERE kind = ? AND customer_id = ? AND likeness = ? AND result IS NULL AND expires_at > ?`,
          ...[kind, customer_id, likeness, now.toISOString()],
        );
        const same = kept<Data>(open);
        if (same) return same;
        const id = `of_${randomBytes(12).toString('hex')}`;
        const expires_at = new Date(now.getTime() + OFFER_MINUTES * 60_000).toISOString();
        rows.run(
          'INSERT INTO demo_offers (id, kind, customer_id, likeness, data, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
          ...[id, kind, customer_id, likeness, likeness, expires_at],
        );
        return { id, customer_id, data, expires_at, link: undefined, taken: false };
      }),
    read: (kind, id, customerId) => kept(find(kind, id, customerId)),
    byLink: (kind, link) =>
      kept(rows.one(`SELECT ${COLUMNS} FROM demo_offers WHERE kind = ? AND link = ?`, kind, link)),
    linkOf: (id) => {
      rows.run(
        'UPDATE demo_offers SET link = ? WHERE id = ? AND link IS NULL',
        randomBytes(24).toString('base64url'),
        id,
      );
      return textOf(rows.one('SELECT link FROM demo_offers WHERE id = ?', id), 'link') ?? '';
    },
    take: <Data, Result, Refusal extends string>(
      kind: OfferKind,
      id: string,
      customerId: string,
      now: Date,
      take: (data: Data) => { readonly done: Result } | { readonly refused: Refusal },
    ) =>
      rows.together(() => {
        const row = find(kind, id, customerId);
        const offer = kept<Data>(row);
        if (!offer) return { outcome: 'not_found' as const };
        const before = parsed<Result>(textOf(row, 'result'));
        if (before !== undefined) return { outcome: 'ok' as const, value: before };
        if (offer.expires_at <= now.toISOString()) return { outcome: 'offer_expired' as const };
        const taken = take(offer.data);
        if ('refused' in taken) return { outcome: taken.refused };
        rows.run('UPDATE demo_offers SET result = ? WHERE id = ?', JSON.stringify(taken.done), id);
        return { outcome: 'ok' as const, value: taken.done };
      }),
  };
}
