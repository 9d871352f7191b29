import type { Locale } from '../../dialogs/protocol/locale.ts';

/** A customer of the demo world, as `/demo/customers.json` lists them. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly email: string;
  readonly orders?: readonly { readonly number: string }[];
}

export interface SignedIn {
  readonly customer: Customer;
  readonly token: string;
}

const KEY = 'aozora:customer';

export async function listCustomers(): Promise<readonly Customer[]> {
  const response = await fetch('/demo/customers.json');
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const body: { customers: readonly Customer[] } = await response.json();
  return body.customers;
}

/** Asks the shop's server to vouch for the customer, as a real shop does for whoever is signed in. */
export async function signIn(customer: Customer): Promise<SignedIn> {
  const response = await fetch('/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customerId: customer.id }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const { customer_token: token }: { customer_token: string } = await response.json();
  sessionStorage.setItem(KEY, JSON.stringify(customer));
  return { customer, token };
}

export function signOut(): void {
  sessionStorage.removeItem(KEY);
}

/** Whoever signed in on this tab before, with a fresh token; tokens are short-lived. */
export async function signedInBefore(): Promise<SignedIn | undefined> {
  const kept = sessionStorage.getItem(KEY);
  if (!kept) return undefined;
  return signIn(JSON.parse(kept)).catch(() => undefined);
}
