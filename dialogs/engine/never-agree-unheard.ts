import type { InboundEvent } from '../protocol/event.ts';
import type { Instant } from '../protocol/ids.ts';
import type { ConversationState } from '../protocol/state.ts';
import type { Expectation, Understanding } from '../protocol/understanding.ts';
import { stillUnheard } from './still-unheard.ts';

/**
 * "Yes", said again because the answer to it did not come through, is no yes to the question that did not come through either: what buys,
 * cancels or books is asked once more instead.
 */
export function neverAgreeUnheard(
  understanding: Understanding,
  { question }: Expectation,
  { state, event, now }: { readonly state: ConversationState; readonly event: InboundEvent; readonly now: Instant },
): Understanding {
  if (question?.commits !== true) return understanding;
  if (!stillUnheard(event, state.unheard, Date.parse(now)).some(({ listen }) => listen)) return understanding;
  const rest = understanding.commands.filter(({ kind }) => kind !== 'affirm');
  if (rest.length === understanding.commands.length) return understanding;
  return { ...understanding, commands: rest.length > 0 ? rest : [{ kind: 'repeat' }] };
}
