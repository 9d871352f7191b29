import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import { ENGLISH_BACKGROUND } from './english-background.ts';
import { JAPANESE_BACKGROUND } from './japanese-background.ts';

/**
 * Sentences of everyday talk that no shop can serve. They stand against every intent in training and show what margins such words
 * reach, so that the engine knows better what it does not know.
 */
export const BACKGROUND: Readonly<Record<Locale, readonly string[]>> = {
  en: ENGLISH_BACKGROUND,
  ja: JAPANESE_BACKGROUND,
};
