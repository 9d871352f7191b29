import { localeOf } from '../protocol/locale.ts';
import type { Json } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { openQuestion } from './open-question.ts';
import { startPattern } from './start-pattern.ts';

/** From here on in the other language. Said alone, the bot says so and asks its question in it. */
export function switchLocale(draft: Draft, value: Json, alone: boolean): void {
  const locale = typeof value === 'string' ? localeOf(value) : undefined;
  if (!locale) {
    if (alone)
      startPattern(draft, 'cannot-handle', { reason: 'language', attempt: 1, busy: openQuestion(draft) !== undefined });
    return;
  }
  draft.state = { ...draft.state, locale, misses: 0 };
  if (alone) startPattern(draft, 'chitchat', { topic: 'language', busy: openQuestion(draft) !== undefined });
}
