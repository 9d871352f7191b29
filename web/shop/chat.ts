import type { Locale } from '../../dialogs/protocol/locale.ts';

interface ChatElement extends HTMLElement {
  ask?(words?: string): void;
}

/** Puts the chat into the page by its one script tag, as any shop does. */
export function embedChat(locale: Locale, customerToken: string | undefined): void {
  const script = document.createElement('script');
  script.async = true;
  script.src = '/widget/omotenashi-chat.js';
  script.dataset['shop'] = 'Aozora';
  script.dataset['locale'] = locale;
  if (customerToken) script.dataset['customerToken'] = customerToken;
  document.body.append(script);
}

/** The page has changed its language, or its customer. */
export function tellChat(locale: Locale, customerToken: string | undefined): void {
  const chat = findChat();
  chat?.setAttribute('locale', locale);
  if (customerToken) chat?.setAttribute('customer-token', customerToken);
  else chat?.removeAttribute('customer-token');
}

/** Opens the chat; with words, says them. */
export function askChat(words?: string): void {
  findChat()?.ask?.(words);
}

function findChat(): ChatElement | null {
  return document.querySelector<ChatElement>('omotenashi-chat');
}
