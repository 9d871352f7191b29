import type { Chat } from '../chat/create-chat.ts';
import { type TextKey, textOf } from '../chat/texts.ts';

/** One of the widget's own texts in the language of now; a view that calls it is drawn anew when that changes. */
export function say(chat: Chat, key: TextKey, value?: string | number): string {
  return textOf(chat.locale.value, key, value);
}
