import { render } from 'preact';
import { localeOf } from '../../dialogs/protocol/locale.ts';
import { ConfirmPage, type ConfirmState } from './confirm-page.tsx';
import { confirmText } from './confirm-texts.ts';
import { chooseLocale, currentLocale } from './language.ts';
import { confirmOffer, readOffer } from './offer.ts';
import './styles/confirm.css';

let state: ConfirmState = { locale: currentLocale(), offer: undefined, stage: 'loading', card: 'card_on_file' };

function change(part: Partial<ConfirmState>): void {
  state = { ...state, ...part };
  draw();
}

function draw(): void {
  const { locale } = state;
  document.documentElement.lang = locale;
  document.title = `${confirmText(locale, 'title')} – Aozora`;
  const root = document.querySelector('#page');
  if (!root) return;
  const props = {
    state,
    choose: (card: ConfirmState['card']) => change({ card }),
    confirm: () => void confirm(),
    retry: () => void load(),
    speak: (next: ConfirmState['locale']) => {
      chooseLocale(next);
      change({ locale: next });
    },
  };
  render(<ConfirmPage {...props} />, root);
}

/** The mail's language is the page's, unless another was asked for. */
async function load(): Promise<void> {
  change({ stage: 'loading' });
  try {
    const offer = await readOffer();
    const asked = localeOf(new URLSearchParams(location.search).get('lang') ?? undefined);
    change({ offer, stage: offer ? 'shown' : 'unknown', locale: asked ?? offer?.locale ?? state.locale });
  } catch {
    change({ stage: 'broken' });
  }
}

async function confirm(): Promise<void> {
  if (state.stage === 'paying') return;
  change({ stage: 'paying' });
  try {
    const offer = await confirmOffer(state.card);
    const card = offer?.state === 'declined' ? 'another_card' : state.card;
    change({ offer, card, stage: !offer ? 'unknown' : offer.state === 'done' ? 'bought' : 'shown' });
  } catch {
    change({ stage: 'unsure' });
  }
}

void load();
