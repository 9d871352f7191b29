import type { Locale } from '../../dialogs/protocol/locale.ts';
import { type Category, PRODUCTS, type Product } from './products.ts';
import { shopText } from './texts.ts';

interface Props {
  readonly locale: Locale;
  readonly category: Category | 'all';
  readonly choose: (category: Category | 'all') => void;
  readonly ask: (words: string) => void;
}

const CATEGORIES = ['all', 'kitchen', 'air', 'sound', 'away'] as const;

/** The twelve products, all or of one kind. */
export function ProductGrid({ locale, category, choose, ask }: Props) {
  const shown = PRODUCTS.filter((one) => category === 'all' || one.category === category);
  return (
    <section class="products" id="products" aria-labelledby="products-title">
      <div class="products-head">
        <h2 id="products-title">{shopText(locale, 'products')}</h2>
        <fieldset aria-labelledby="products-title">
          {CATEGORIES.map((one) => (
            <button type="button" key={one} aria-pressed={one === category} onClick={() => choose(one)}>
              {shopText(locale, one)}
            </button>
          ))}
        </fieldset>
      </div>
      <ul class="grid">
        {shown.map((product) => (
          <ProductCard key={product.picture} product={product} locale={locale} ask={ask} />
        ))}
      </ul>
    </section>
  );
}

interface CardProps extends Pick<Props, 'locale' | 'ask'> {
  readonly product: Product;
}

function ProductCard({ product, locale, ask }: CardProps) {
  const { picture, name, kind, line, price } = product;
  const whole = locale === 'ja' ? `${kind.ja} ${name.ja}` : `${name.en} ${kind.en.toLowerCase()}`;
  return (
    <li class="product">
      <img src={`/products/${picture}.svg`} alt="" width="320" height="240" loading="lazy" />
      <div class="product-words">
        <p class="kind">{kind[locale]}</p>
        <h3>{name[locale]}</h3>
        <p class="line">{line[locale]}</p>
        <div class="product-foot">
          <p class="price">
            {new Intl.NumberFormat(locale, {
              style: 'currency',
              currency: locale === 'ja' ? 'JPY' : 'USD',
              maximumFractionDigits: 0,
            }).format(price[locale])}
            <small>{shopText(locale, 'tax')}</small>
          </p>
          <button
            type="button"
            aria-label={`${shopText(locale, 'ask_product')}: ${whole}`}
            onClick={() => ask(shopText(locale, 'about', whole))}
          >
            {shopText(locale, 'ask_product')}
          </button>
        </div>
      </div>
    </li>
  );
}
