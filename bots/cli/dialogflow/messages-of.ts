import type { FlowBook } from '../../../dialogs/flow/flow-book.ts';
import type { TextKey } from '../../../dialogs/protocol/ids.ts';
import { LOCALES } from '../../../dialogs/protocol/locale.ts';
import type { Fields } from './agent-package.ts';
import { plainText } from './plain-text.ts';

/** A text in every language, as the messages of a fulfillment: its default variant, with its alternatives. */
export function messagesOf({ texts }: Pick<FlowBook, 'texts'>, key: TextKey): readonly Fields[] {
  return LOCALES.flatMap((locale) => {
    const variants = texts[locale][key] ?? [];
    const plain = variants.find(({ channel, needs, audience }) => !channel && needs.length === 0 && !audience);
    const said = (plain ?? variants[0])?.text ?? [];
    if (said.length === 0) return [];
    return [{ text: { text: said.map((source) => plainText(source, locale)) }, languageCode: locale }];
  });
}
