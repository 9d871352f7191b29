import type { Locale } from '../../protocol/locale.ts';
import { parseMessage } from '../analysis/message-parts.ts';

/** The names of the values that a text is filled with; none where it can't be parsed. */
export function placeholdersOf(text: string, locale: Locale): readonly string[] {
  const parsed = parseMessage(text, locale);
  return 'parts' in parsed ? [...new Set(parsed.parts.values.map(({ name }) => name))] : [];
}
