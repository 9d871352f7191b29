import type { FlowBook } from '../flow/flow-book.ts';
import type { ConversationState } from '../protocol/state.ts';
import { openQuestion } from './open-question.ts';

/** How long the question that waits lets texts come in pieces, in milliseconds; 0 where none waits or it takes each text by itself. */
export const mergeWindow = (book: FlowBook, state: ConversationState): number =>
  openQuestion({ book, state })?.step.merge_ms ?? 0;
