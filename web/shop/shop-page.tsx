import type { Locale } from '../../dialogs/protocol/locale.ts';
import { askChat } from './chat.ts';
import type { SignedIn } from './customers.ts';
import { ProductGrid } from './product-grid.tsx';
import type { Category } from './products.ts';
import { SignIn, type SignInState } from './sign-in.tsx';
import { shopText, type TextKey } from './texts.ts';

export interface ShopState {
  readonly locale: Locale;
  readonly category: Category | 'all';
  readonly signedIn: SignedIn | undefined;
  readonly signIn: SignInState;
}

export interface ShopProps {
  readonly state: ShopState;
  readonly change: (part: Partial<ShopState>) => void;
  readonly speak: (locale: Locale) => void;
  readonly leave: () => void;
  readonly enter: (signedIn: SignedIn) => void;
}

/** The whole page of Aozora. */
export function ShopPage(props: ShopProps) {
  const { state, change } = props;
  const t = (key: TextKey) => shopText(state.locale, key);
  return (
    <>
      <a class="skip" href="#products">
        {t('skip')}
      </a>
      <Top {...props} />
      <main>
        <section class="hero">
          <div class="hero-words">
            <h1>{t('hero')}</h1>
            <p>{t('hero_line')}</p>
            <div class="hero-buttons">
              <a class="button" href="#products">
                {t('hero_look')}
              </a>
              <button type="button" class="button quiet" onClick={() => askChat()}>
                {t('hero_ask')}
              </button>
            </div>
          </div>
          <img class="hero-scene" src="/scene.svg" alt="" width="720" height="520" />
        </section>
        <ProductGrid
          locale={state.locale}
          category={state.category}
          choose={(category) => change({ category })}
          ask={askChat}
        />
        <Care locale={state.locale} />
      </main>
      <footer>
        <span class="mark">aozora</span>
        <p>{t('foot')}</p>
      </footer>
    </>
  );
}

function Top(props: ShopProps) {
  const { state, speak } = props;
  const t = (key: TextKey) => shopText(state.locale, key);
  const other = state.locale === 'ja' ? 'en' : 'ja';
  return (
    <header class="top">
      <a class="mark" href="/" aria-label="Aozora">
        aozora
      </a>
      <nav aria-label="Aozora">
        <a href="#products">{t('products')}</a>
        <a href="#care">{t('care')}</a>
        <a href={`/demo/mailbox?lang=${state.locale}`}>{t('mailbox')}</a>
      </nav>
      <div class="top-tools">
        <button type="button" lang={other} aria-label={t('other_long')} onClick={() => speak(other)}>
          {t('other')}
        </button>
        <SignIn {...props} />
      </div>
    </header>
  );
}

function Care({ locale }: { readonly locale: Locale }) {
  const t = (key: TextKey) => shopText(locale, key);
  return (
    <section class="care" id="care" aria-labelledby="care-title">
      <h2 id="care-title">{t('care_title')}</h2>
      <div class="care-columns">
        {(['delivery', 'repair', 'plan'] as const).map((topic) => (
          <article key={topic}>
            <h3>{t(topic)}</h3>
            <p>{t(`${topic}_line`)}</p>
            <button type="button" onClick={() => askChat(t(`${topic}_ask`))}>
              {t(`${topic}_ask`)}
            </button>
          </article>
        ))}
      </div>
    </section>
  );
}
