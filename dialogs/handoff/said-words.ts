import type { FlowBook } from '../flow/flow-book.ts';
import type { Locale } from '../protocol/locale.ts';
import type { SaidText } from '../protocol/state.ts';
import { formatText } from '../response/format-text.ts';

/** What was said, in words: the text's plain variant with its values. Empty where the book no longer has it. */
export function saidWords(book: FlowBook, locale: Locale, said: SaidText, zone: string | undefined): string {
  const variants = book.texts[locale][said.text] ?? [];
  const plain =
    variants.find(({ channel, needs, audience }) => !channel && needs.length === 0 && !audience) ?? variants[0];
  const source = plain?.text[0];
  return source === undefined
    ? ''
    : formatText(source, said.with, { locale, zone: zone ?? 'UTC', spoken: false }).trim();
}
