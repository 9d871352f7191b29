import type { Command } from '../protocol/command.ts';
import { localeOf } from '../protocol/locale.ts';
import { answerQuestion, skipQuestion } from './answer-question.ts';
import { passControl, tellDesk } from './control.ts';
import type { Draft } from './draft.ts';
import { handOverByWords } from './hand-over-by-words.ts';
import { handoffInputs } from './handoff-inputs.ts';
import { keepWaitingFacts } from './handoff-outcome.ts';
import { mayStart } from './may-start.ts';
import { clip } from './note.ts';
import { isYesNo, openQuestion } from './open-question.ts';
import { POLICY } from './policy.ts';
import { dropPatterns, topFrame } from './stack.ts';
import { startPattern } from './start-pattern.ts';
import { startRequest } from './start-request.ts';
import { slotDefinition } from './visible-slots.ts';
import { writeSlot } from './write-slot.ts';

/**
 * The customer speaks while waiting for a person: everything goes to the desk. The bot takes the answers to its two questions, gives
 * the conversation back when asked to, and helps on only where the flow allowed it.
 */
export function wordsWhileQueued(draft: Draft, commands: readonly Command[], words: string): void {
  const has = (kind: Command['kind']) => commands.some((command) => command.kind === kind);
  if (words.trim() !== '') draft.effects.push({ kind: 'relay', to: 'agent', text: words });
  const language = commands.find((command) => command.kind === 'set_slot' && command.slot === 'locale');
  const locale =
    language?.kind === 'set_slot' && typeof language.value === 'string' ? localeOf(language.value) : undefined;
  if (locale) draft.state = { ...draft.state, locale };
  const handoff = commands.find((command) => command.kind === 'handoff');
  if (handoff) return handOverByWords(draft, handoff.reason);
  if (has('cancel_flow') || has('restart')) return takeBack(draft);
  if (answerWhileQueued(draft, commands)) return;
  const start = commands.find((command) => command.kind === 'start_flow' && mayStart(draft, command.flow));
  if (draft.state.handoff?.helping && start?.kind === 'start_flow') {
    const facts = commands.filter((command) => command.kind === 'set_slot');
    return startRequest(draft, start.flow, facts);
  }
  if (takeWant(draft)) return;
  acknowledge(draft, start !== undefined);
}

function answerWhileQueued(draft: Draft, commands: readonly Command[]): boolean {
  const question = openQuestion(draft);
  if (!question) return false;
  const yes = commands.some(({ kind }) => kind === 'affirm');
  const no = commands.some(({ kind }) => kind === 'deny' || kind === 'skip');
  const given = commands.find((command) => command.kind === 'set_slot' && command.slot === question.step.slot);
  if (given?.kind === 'set_slot') return answerQuestion(draft, given.value);
  if (isYesNo(draft)) return yes || no ? answerQuestion(draft, yes) : false;
  if (no) return skipQuestion(draft);
  const definition = slotDefinition(draft.book, question.frame, question.step.slot);
  return definition?.type === 'text' && draft.words.trim() !== '' ? answerQuestion(draft, draft.words.trim()) : false;
}

/** "Never mind, go on with the bot." In danger only a person lets go. */
function takeBack(draft: Draft): void {
  if (draft.state.danger) {
    dropPatterns(draft);
    return startPattern(draft, 'human-handoff', { mode: 'again', ...handoffInputs(draft, 'safety') });
  }
  dropPatterns(draft);
  tellDesk(draft, 'withdraw');
  passControl(draft, 'bot');
  startPattern(draft, 'human-handoff', { mode: 'withdrawn', reason: draft.state.handoff?.reason });
}

/** Told what it is about before being asked: kept, so that it isn't asked again. What may be shared is still open, and asked in the same breath. */
function takeWant(draft: Draft): boolean {
  const { handoff, stack } = draft.state;
  const frame = topFrame(draft.state);
  const words = draft.words.trim();
  if (!handoff || !frame || frame.flow !== 'patterns/human-handoff' || !isYesNo(draft)) return false;
  if (!/\p{L}{2}|\p{Script=Han}/u.test(words) || frame.slots['want'] !== undefined) return false;
  writeSlot(draft, stack.length - 1, 'want', clip(words, POLICY.wordsKept));
  keepWaitingFacts(draft, topFrame(draft.state));
  startPattern(draft, 'human-handoff', { mode: 'noted_asking', ...handoffInputs(draft, handoff.reason) });
  return true;
}

/**
 * Once per wait the customer hears that their words reach the colleague; after that the bot is quiet, but for a request that it could
 * see to itself: silence would be taken for an answer on its way.
 */
function acknowledge(draft: Draft, couldDoIt: boolean): void {
  const { handoff } = draft.state;
  if (!handoff || (handoff.noted && !couldDoIt) || openQuestion(draft)) return;
  draft.state = { ...draft.state, handoff: { ...handoff, noted: true } };
  dropPatterns(draft);
  startPattern(draft, 'human-handoff', { mode: 'noted', ...handoffInputs(draft, handoff.reason) });
}
