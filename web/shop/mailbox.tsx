import { render } from 'preact';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import { chooseLocale, currentLocale } from './language.ts';
import './styles/mailbox.css';

/** A mail or text of the demo world, newest first in `/demo/mailbox.json`. */
interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly kind: string;
}

const TEXTS = {
  en: {
    title: 'Demo mailbox',
    why: 'Codes, mails and texts that Aozora’s made-up customers get arrive here. The page refreshes itself.',
    empty: 'Nothing has arrived yet. Ask the chat about an order, and its code will come here.',
    broken: 'The shop’s server can’t be reached. This is how it looked a moment ago.',
    back: 'Back to the shop',
    to: 'To',
    other: '日本語',
  },
  ja: {
    title: '見本のメールボックス',
    why: 'Aozoraの架空のお客様あての確認コード、メール、SMSがここに届きます。表示は自動で新しくなります。',
    empty: 'まだ何も届いていません。チャットでご注文についておたずねになると、確認コードがここに届きます。',
    broken: 'お店のサーバーにつながりません。少し前の内容を表示しています。',
    back: 'お店へ戻る',
    to: '宛先',
    other: 'English',
  },
} satisfies Record<Locale, Record<string, string>>;

/** What a letter is for, as the server names it. */
const KINDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { one_time_code: 'code' },
  ja: { one_time_code: '確認コード', link: 'リンク', notice: 'お知らせ', receipt: '領収書' },
};

const EVERY_MS = 2000;
let locale = currentLocale();
let mails: readonly Mail[] = [];
let loaded = false;
let broken = false;

function Mailbox() {
  const t = TEXTS[locale];
  const other = locale === 'ja' ? 'en' : 'ja';
  const turn = () => {
    locale = other;
    chooseLocale(locale);
    draw();
  };
  return (
    <>
      <header>
        <a href={`/?lang=${locale}`}>{t.back}</a>
        <button type="button" lang={other} onClick={turn}>
          {t.other}
        </button>
      </header>
      <main>
        <h1>{t.title}</h1>
        <p>{t.why}</p>
        <div role="status">{broken && <p class="broken">{t.broken}</p>}</div>
        {loaded && mails.length === 0 && <p class="empty">{t.empty}</p>}
        <div role="log" aria-label={t.title}>
          {mails.map((mail) => (
            <Letter key={mail.id} mail={mail} />
          ))}
        </div>
      </main>
    </>
  );
}

function Letter({ mail: { at, to, subject, text, kind } }: { readonly mail: Mail }) {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  return (
    <article>
      <p class="meta">
        <span class="kind">{KINDS[locale][kind] ?? kind.replaceAll('_', ' ')}</span>
        <span>
          {TEXTS[locale].to} {to}
        </span>
        <time dateTime={at}>{when}</time>
      </p>
      {subject && <h2>{subject}</h2>}
      <p class="text">{text}</p>
    </article>
  );
}

function draw(): void {
  document.documentElement.lang = locale;
  document.title = `${TEXTS[locale].title} – Aozora`;
  const root = document.querySelector('#page');
  if (root) render(<Mailbox />, root);
}

async function refresh(): Promise<void> {
  try {
    const response = await fetch('/demo/mailbox.json', { cache: 'no-store' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const body: { mails: readonly Mail[] } = await response.json();
    mails = body.mails;
    loaded = true;
    broken = false;
  } catch {
    broken = true;
  }
  draw();
  setTimeout(() => void refresh(), EVERY_MS);
}

draw();
void refresh();
