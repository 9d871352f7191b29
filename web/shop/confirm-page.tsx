import type { ComponentChildren } from 'preact';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import { type ConfirmKey, confirmText } from './confirm-texts.ts';
import type { Offer, PayingCard } from './offer.ts';

export interface ConfirmState {
  readonly locale: Locale;
  readonly offer: Offer | undefined;
  /** bought: just now, on this page · unsure: it was confirmed, and no answer came */
  readonly stage: 'loading' | 'broken' | 'unknown' | 'shown' | 'paying' | 'unsure' | 'bought';
  readonly card: PayingCard;
}

export interface ConfirmProps {
  readonly state: ConfirmState;
  readonly choose: (card: PayingCard) => void;
  readonly confirm: () => void;
  readonly retry: () => void;
  readonly speak: (locale: Locale) => void;
}

/** The page behind the link of a mail: an offer read back in full, and one button that buys it. */
export function ConfirmPage(props: ConfirmProps) {
  const { state, speak } = props;
  const other = state.locale === 'ja' ? 'en' : 'ja';
  return (
    <>
      <header>
        <a class="mark" href={`/?lang=${state.locale}`} aria-label="Aozora">
          aozora
        </a>
        <button type="button" lang={other} onClick={() => speak(other)}>
          {confirmText(state.locale, 'other')}
        </button>
      </header>
      <main aria-busy={state.stage === 'loading'}>
        <Content {...props} />
      </main>
    </>
  );
}

function Content(props: ConfirmProps) {
  const { state, retry } = props;
  const { offer, stage, locale } = state;
  const t = (key: ConfirmKey) => confirmText(locale, key);
  if (stage === 'loading') return <p role="status">{t('loading')}</p>;
  if (stage === 'broken') {
    return (
      <Ending locale={locale} title={t('broken')} line={t('broken_line')}>
        <button type="button" class="renew" onClick={retry}>
          {t('retry')}
        </button>
      </Ending>
    );
  }
  if (!offer) return <Ending locale={locale} title={t('unknown')} line={t('unknown_line')} />;
  if (offer.state === 'expired') return <Ending locale={locale} title={t('expired')} line={t('expired_line')} />;
  if (offer.state === 'done') return <Done offer={offer} locale={locale} now={stage === 'bought'} />;
  return <Open {...props} offer={offer} />;
}

interface EndingProps {
  readonly locale: Locale;
  readonly title: string;
  readonly line: string;
  readonly good?: boolean;
  readonly children?: ComponentChildren;
}

/** A page with nothing left to decide: what is so, and where to go. */
function Ending({ locale, title, line, good, children }: EndingProps) {
  return (
    <div class="ending" role="status">
      {good && (
        <svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 12l5 5l10 -10" />
        </svg>
      )}
      <h1>{title}</h1>
      <p>{line}</p>
      {children}
      <a class="leave" href={`/?lang=${locale}`}>
        {confirmText(locale, 'shop')}
      </a>
    </div>
  );
}

function Done({ offer, locale, now }: { readonly offer: Offer; readonly locale: Locale; readonly now: boolean }) {
  const t = (key: ConfirmKey, ...values: readonly string[]) => confirmText(locale, key, ...values);
  const facts = [offer.name[locale], dateOf(offer.ends_on, locale), moneyOf(offer.price, locale)];
  return (
    <Ending good locale={locale} title={t(now ? 'done' : 'again')} line={t(now ? 'done_line' : 'again_line', ...facts)}>
      {offer.receipt && <p>{t('receipt', offer.receipt)}</p>}
      <a class="leave" href={`/demo/mailbox?lang=${locale}`}>
        {t('mailbox')}
      </a>
    </Ending>
  );
}

function Open({ state, offer, confirm, choose }: ConfirmProps & { readonly offer: Offer }) {
  const { locale, stage } = state;
  const t = (key: ConfirmKey, ...values: readonly (string | number)[]) => confirmText(locale, key, ...values);
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <Facts offer={offer} locale={locale} />
        <Cards state={state} offer={offer} choose={choose} />
        <div role="alert">
          {offer.state === 'declined' && <p class="warning">{t('declined', offer.card_last4)}</p>}
          {stage === 'unsure' && <p class="warning">{t('unsure')}</p>}
        </div>
        <button type="submit" class="renew" aria-disabled={stage === 'paying'}>
          {t(stage === 'paying' ? 'renewing' : 'renew')}
        </button>
        <a class="leave" href={`/?lang=${locale}`}>
          {t('leave')}
        </a>
      </form>
      <p class="until">{t('until', timeOf(offer.expires_at, locale))}</p>
    </>
  );
}

function Facts({ offer, locale }: { readonly offer: Offer; readonly locale: Locale }) {
  const t = (key: ConfirmKey, ...values: readonly (string | number)[]) => confirmText(locale, key, ...values);
  const { product, product_name, price, list_price, loyalty_percent, renews_on } = offer;
  return (
    <>
      <div class="what">
        {product && <img src={`/products/${product.replaceAll('_', '-')}.svg`} alt="" width="96" height="72" />}
        <div>
          <h2>{offer.name[locale]}</h2>
          {product_name && <p>{product_name[locale]}</p>}
        </div>
      </div>
      <p class="price">
        <strong>{moneyOf(price, locale)}</strong> <span>{t('tax', offer.term_months)}</span>
        {loyalty_percent > 0 && (
          <span class="loyal">
            {t('loyal', loyalty_percent)} ({t('before', moneyOf(list_price, locale))})
          </span>
        )}
      </p>
      <dl>
        <div>
          <dt>{t('runs')}</dt>
          <dd>{t('runs_dates', dateOf(offer.starts_on, locale), dateOf(offer.ends_on, locale))}</dd>
        </div>
        <div>
          <dt>{t('after')}</dt>
          <dd>{renews_on ? t('renews', dateOf(renews_on, locale)) : t('ends')}</dd>
        </div>
      </dl>
    </>
  );
}

function Cards({ state, offer, choose }: Pick<ConfirmProps, 'state' | 'choose'> & { readonly offer: Offer }) {
  const { locale, card } = state;
  const t = (key: ConfirmKey, ...values: readonly string[]) => confirmText(locale, key, ...values);
  return (
    <fieldset>
      <legend>{t('pay')}</legend>
      {(['card_on_file', 'another_card'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="card" value={one} checked={one === card} onChange={() => choose(one)} />
          <span>
            {one === 'card_on_file' ? t('card', offer.card_last4) : t('other_card')}
            {one === 'another_card' && card === one && <small>{t('made_up')}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A calendar date is the same day wherever it is read. */
const dateOf = (date: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

const timeOf = (at: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(at));

function moneyOf({ amount, currency }: Offer['price'], locale: Locale): string {
  if (locale === 'ja' && currency === 'JPY') return `${amount.toLocaleString('ja')}円`;
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}
