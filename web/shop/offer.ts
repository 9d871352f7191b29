import type { Locale } from '../../dialogs/protocol/locale.ts';

interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** A renewal that waits for its yes, as `/demo/confirm/<link>.json` gives it. Dates are calendar dates; prices include tax. */
export interface Offer {
  readonly state: 'open' | 'done' | 'expired' | 'declined';
  readonly locale: Locale;
  readonly name: Record<Locale, string>;
  readonly product?: string;
  readonly product_name?: Record<Locale, string>;
  readonly term_months: number;
  readonly price: Money;
  readonly list_price: Money;
  readonly loyalty_percent: number;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly renews_on?: string;
  readonly card_last4: string;
  readonly expires_at: string;
  readonly receipt?: string;
}

export type PayingCard = 'card_on_file' | 'another_card';

const address = () => location.pathname.replace(/\/+$/, '');

/** The offer behind the address of this page; undefined when no such link was ever sent. */
export async function readOffer(): Promise<Offer | undefined> {
  return answerOf(await fetch(`${address()}.json`, { cache: 'no-store' }));
}

/** Confirms it; the server buys once, however often it is asked. */
export async function confirmOffer(card: PayingCard): Promise<Offer | undefined> {
  return answerOf(
    await fetch(address(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ card }),
    }),
  );
}

async function answerOf(response: Response): Promise<Offer | undefined> {
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
