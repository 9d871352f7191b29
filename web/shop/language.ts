import { LOCALES, type Locale, localeOf } from '../../dialogs/protocol/locale.ts';

const KEY = 'aozora:lang';

/** `?lang=` first, then what was chosen here before, then what the browser speaks. */
export function currentLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang') ?? undefined;
  return (
    localeOf(asked) ?? localeOf(localStorage.getItem(KEY) ?? undefined) ?? localeOf(navigator.language) ?? LOCALES[0]
  );
}

/** Keeps the choice and writes it into the address, so that the page can be shared as it is seen. */
export function chooseLocale(locale: Locale): void {
  localStorage.setItem(KEY, locale);
  const address = new URL(location.href);
  address.searchParams.set('lang', locale);
  history.replaceState(null, '', address);
  document.documentElement.lang = locale;
}
