import type { Command } from '../protocol/command.ts';
import type { InboundEvent } from '../protocol/event.ts';
import type { ConversationState } from '../protocol/state.ts';
import type { Expectation, OpenQuestion, Understanding } from '../protocol/understanding.ts';
import { neverHeard } from './still-unheard.ts';

/**
 * "Yes", said again because the answer to it did not come through, is no yes to the question that did not come through either: what buys,
 * cancels or books is asked once more instead.
 */
export function neverAgreeUnheard(
  understanding: Understanding,
  { question }: Expectation,
  event: InboundEvent,
  unheard: ConversationState['unheard'],
): Understanding {
  if (question?.commits !== true || !neverHeard(event, unheard).some(({ listen }) => listen)) return understanding;
  const rest = understanding.commands.filter((command) => !agrees(command, question));
  if (rest.length === understanding.commands.length) return understanding;
  return { ...understanding, commands: rest.length > 0 ? rest : [{ kind: 'repeat' }] };
}

/** By a yes, or by the word that stands for it: "renew". */
function agrees(command: Command, { slot }: OpenQuestion): boolean {
  if (command.kind === 'affirm') return true;
  const fills = command.kind === 'set_slot' || command.kind === 'correct_slot';
  return fills && command.slot === slot && command.value !== false;
}
