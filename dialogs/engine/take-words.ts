import type { Command } from '../protocol/command.ts';
import type { Instant } from '../protocol/ids.ts';
import type { Json } from '../protocol/value.ts';
import { answerQuestion } from './answer-question.ts';
import { applyCommands } from './apply-commands.ts';
import type { Draft } from './draft.ts';
import { isLongAgo } from './is-long-ago.ts';
import { mayStart } from './may-start.ts';
import { clip, note } from './note.ts';
import { openQuestion } from './open-question.ts';
import { POLICY } from './policy.ts';
import { allChoices } from './question-choices.ts';
import { greetOnce, offerToGoOn } from './session-event.ts';
import { topFrame } from './stack.ts';
import { startRequest } from './start-request.ts';
import { slotDefinition } from './visible-slots.ts';
import { wordsWhileQueued } from './words-while-queued.ts';

/** Words of the customer, understood: to people while they hold or await the conversation, else to the flows. */
export function takeWords(draft: Draft, commands: readonly Command[], lastEventAt: Instant): void {
  noteWords(draft);
  const { owner } = draft.state.control;
  if (owner === 'queue') return wordsWhileQueued(draft, commands, draft.words);
  if (owner !== 'bot') return relayToAgent(draft, draft.words);
  const away = draft.state.closed || isLongAgo(lastEventAt, draft.now, POLICY.idleMs);
  draft.state = { ...draft.state, closed: false };
  greetOnce(draft);
  if (away && saysLittle(commands) && offerToGoOn(draft)) return;
  if (hasNews(draft) && !commands.some(({ kind }) => URGENT.includes(kind))) return;
  applyCommands(draft, commands);
}

/** The dialogs changed since the last word: that is said before words are taken for answers to what is gone. */
function hasNews(draft: Draft): boolean {
  const top = topFrame(draft.state);
  return top?.flow === 'patterns/dialogs-changed' && !top.waiting;
}

const URGENT: readonly Command['kind'][] = ['start_flow', 'handoff', 'restart', 'cancel_flow'];

/** A greeting, or nothing that was understood: no wish that should be done before asking about the old one. */
function saysLittle(commands: readonly Command[]): boolean {
  return commands.every(({ kind }) => kind === 'chitchat' || kind === 'cannot_handle');
}

function relayToAgent(draft: Draft, text: string): void {
  if (text.trim() !== '') draft.effects.push({ kind: 'relay', to: 'agent', text });
}

/** Keeps the words for people, but never those that answer a question for a secret. */
function noteWords(draft: Draft): void {
  const question = openQuestion(draft);
  const secret = question && slotDefinition(draft.book, question.frame, question.step.slot)?.sensitivity === 'secret';
  note(draft, { by: 'customer', ...(secret ? {} : { text: clip(draft.words, POLICY.wordsKept) }) });
}

/** A button or list entry. One of an older question may still name a request or a fact. */
export function takeChoice(draft: Draft, value: Json): void {
  const question = openQuestion(draft);
  const offered = question ? allChoices(draft, question.frame, question.step) : [];
  const chosen = offered.find((choice) => JSON.stringify(choice.value) === JSON.stringify(value));
  const words = chosen?.label ?? (typeof value === 'object' ? '' : String(value));
  const { owner } = draft.state.control;
  note(draft, { by: 'customer', text: words });
  if (owner !== 'bot' && owner !== 'queue') return relayToAgent(draft, words);
  if (owner === 'queue')
    return wordsWhileQueued(draft, question ? [{ kind: 'set_slot', slot: question.step.slot, value }] : [], words);
  draft.state = { ...draft.state, closed: false };
  greetOnce(draft);
  if (!chosen && typeof value === 'string' && mayStart(draft, value)) return startRequest(draft, value, []);
  if (question && answerQuestion(draft, value)) return;
  applyCommands(draft, []);
}
