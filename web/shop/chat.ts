import type { Locale } from '../../dialogs/protocol/locale.ts';

const TAG = 'omotenashi-chat';

interface ChatElement extends HTMLElement {
  ask?(words?: string): void;
}

/** Tells the chat, which its one script tag has put into the page, what language is shown and who is signed in. */
export async function tellChat(locale: Locale, customerToken: string | undefined): Promise<void> {
  await customElements.whenDefined(TAG);
  const chat = document.querySelector<ChatElement>(TAG);
  chat?.setAttribute('locale', locale);
  if (customerToken) chat?.setAttribute('customer-token', customerToken);
  else chat?.removeAttribute('customer-token');
}

/** Opens the chat; with words, says them. */
export function askChat(words?: string): void {
  document.querySelector<ChatElement>(TAG)?.ask?.(words);
}
