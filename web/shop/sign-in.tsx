import { type Customer, listCustomers, signIn } from './customers.ts';
import type { ShopProps } from './shop-page.tsx';
import { shopText, type TextKey } from './texts.ts';

export interface SignInState {
  readonly open: boolean;
  readonly customers: readonly Customer[];
  readonly query: string;
  readonly failed: boolean;
}

const SHOWN = 8;

/** The demo's own way to be somebody: a button, and a list of the made-up customers. */
export function SignIn(props: ShopProps) {
  const { state, change, leave } = props;
  const { signedIn, signIn: menu, locale } = state;
  const t = (key: TextKey, value?: string) => shopText(locale, key, value);
  const set = (part: Partial<SignInState>) => change({ signIn: { ...menu, ...part } });
  if (signedIn) {
    return (
      <>
        <span class="signed-in">{t('signed_in', signedIn.customer.name)}</span>
        <button type="button" onClick={leave}>
          {t('sign_out')}
        </button>
      </>
    );
  }
  const open = async () => {
    set({ open: true, failed: false });
    const customers = menu.customers.length > 0 ? menu.customers : await listCustomers().catch(() => []);
    change({ signIn: { open: true, query: '', customers, failed: customers.length === 0 } });
  };
  return (
    <div class="sign-in">
      <button
        type="button"
        class="button small"
        aria-expanded={menu.open}
        onClick={() => (menu.open ? set({ open: false }) : void open())}
      >
        {t('sign_in')}
      </button>
      {menu.open && <CustomerList {...props} set={set} />}
    </div>
  );
}

function CustomerList({ state, set, enter }: ShopProps & { readonly set: (part: Partial<SignInState>) => void }) {
  const { locale, signIn: menu } = state;
  const t = (key: TextKey, value?: number) => shopText(locale, key, value);
  const found = matching(menu, locale).slice(0, SHOWN);
  const choose = (customer: Customer) => {
    signIn(customer).then(enter, () => set({ failed: true }));
  };
  return (
    <div
      class="sheet"
      role="dialog"
      aria-label={t('sign_in_as')}
      onKeyDown={({ key }) => key === 'Escape' && set({ open: false })}
    >
      <h2>{t('sign_in_as')}</h2>
      <p>{t('sign_in_why')}</p>
      <input
        type="search"
        aria-label={t('sign_in_find')}
        placeholder={t('sign_in_find')}
        value={menu.query}
        onInput={({ currentTarget }) => set({ query: currentTarget.value })}
      />
      {menu.failed && <p role="alert">{t('sign_in_failed')}</p>}
      {!menu.failed && menu.customers.length > 0 && found.length === 0 && <p>{t('sign_in_none')}</p>}
      <ul>
        {found.map((customer) => (
          <li key={customer.id}>
            <button type="button" onClick={() => choose(customer)}>
              <strong lang={customer.locale}>{customer.name}</strong>
              <span>{customer.email}</span>
              {customer.orders && <span>{t('orders', customer.orders.length)}</span>}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="close" onClick={() => set({ open: false })}>
        {t('close')}
      </button>
    </div>
  );
}

/** Those of the page's language first; by name, address or order number. */
function matching({ customers, query }: SignInState, locale: string): readonly Customer[] {
  const words = query.normalize('NFKC').trim().toLowerCase();
  const fits = ({ name, email, orders }: Customer) =>
    [name, email, ...(orders ?? []).map(({ number }) => number)].some((text) => text.toLowerCase().includes(words));
  return customers.filter(fits).sort((a, b) => Number(b.locale === locale) - Number(a.locale === locale));
}
