import { render } from 'preact';
import { tellChat } from './chat.ts';
import { signedInBefore, signOut } from './customers.ts';
import { chooseLocale, currentLocale } from './language.ts';
import { ShopPage, type ShopState } from './shop-page.tsx';
import './styles/shop.css';
import { shopText } from './texts.ts';

let state: ShopState = {
  locale: currentLocale(),
  category: 'all',
  signedIn: undefined,
  signIn: { open: false, customers: [], query: '', failed: false },
};

function change(part: Partial<ShopState>): void {
  const before = state;
  state = { ...state, ...part };
  draw();
  if (before.locale !== state.locale || before.signedIn !== state.signedIn) {
    void tellChat(state.locale, state.signedIn?.token);
  }
}

function draw(): void {
  document.documentElement.lang = state.locale;
  document.title = shopText(state.locale, 'title');
  const root = document.querySelector('#page');
  if (!root) return;
  const props = {
    state,
    change,
    speak: (locale: ShopState['locale']) => {
      chooseLocale(locale);
      change({ locale });
    },
    leave: () => {
      signOut();
      change({ signedIn: undefined });
    },
    enter: (signedIn: NonNullable<ShopState['signedIn']>) =>
      change({ signedIn, signIn: { ...state.signIn, open: false, query: '' } }),
  };
  render(<ShopPage {...props} />, root);
}

draw();
void tellChat(state.locale, undefined);
void signedInBefore().then((signedIn) => {
  if (signedIn) change({ signedIn });
});
