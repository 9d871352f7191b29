import type { ConversationState } from '../protocol/state.ts';
import { topRequest } from './stack.ts';

/** May flows run now? Never while an agent holds the conversation; while it waits for one, only what is asked or allowed then. */
export function maySpeak(state: ConversationState): boolean {
  if (state.control.owner === 'bot') return true;
  if (state.control.owner !== 'queue') return false;
  const request = state.stack[topRequest(state.stack)];
  return request?.flow === 'patterns/human-handoff' || (state.handoff?.helping ?? false);
}
