import type { FinishedTurn } from '../runtime/turn/finished-turn.ts';

/** How a turn left the customer's matter, most telling first. */
export const TURN_OUTCOMES = [
  'handed_over',
  'success',
  'failed',
  'cancelled',
  'with_people',
  'not_understood',
  'open',
] as const;
export type TurnOutcome = (typeof TURN_OUTCOMES)[number];

/**
 * In one word, how the turn came out: it went over to people (`handed_over`), a matter ended (`success`, `failed`, `cancelled`), people
 * lead the conversation (`with_people`), nothing of it was understood, or the matter goes on (`open`). Pure.
 */
export function turnOutcome({ effects, trace, before, state }: FinishedTurn): TurnOutcome {
  if (state.control.owner !== 'bot' && before.control.owner === 'bot') return 'handed_over';
  // A matter that was cancelled ends as failed; only the trace tells one from the other.
  const ended = effects.findLast((effect) => effect.kind === 'end');
  if (ended) {
    const last = trace.findLast((entry) => entry.kind === 'flow_ended' && entry.flow === ended.flow);
    return last?.detail === 'cancelled' ? 'cancelled' : ended.outcome;
  }
  if (state.control.owner !== 'bot') return 'with_people';
  return state.misses > before.misses ? 'not_understood' : 'open';
}
