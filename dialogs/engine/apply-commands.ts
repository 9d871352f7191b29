import type { Command } from '../protocol/command.ts';
import { agreeAndDefer } from './agree-and-defer.ts';
import { answerQuestion, skipQuestion } from './answer-question.ts';
import { questionInputs } from './ask-again.ts';
import { cancelRequest } from './cancel-request.ts';
import { clarify } from './clarify.ts';
import { correctSlot } from './correct-slot.ts';
import type { Draft } from './draft.ts';
import { endFrame } from './end-frame.ts';
import { fillSlot } from './fill-slot.ts';
import { flowTopic } from './flow-names.ts';
import { resumeTop } from './follow-route.ts';
import { handOverByWords } from './hand-over-by-words.ts';
import { mayStart } from './may-start.ts';
import { isYesNo, openQuestion } from './open-question.ts';
import { POLICY } from './policy.ts';
import { notUnderstood, outOfScope } from './repair.ts';
import { sayGoodbye } from './say-goodbye.ts';
import { customerRequest, dropPatterns, isPattern, topFrame, topRequest } from './stack.ts';
import { startPattern } from './start-pattern.ts';
import { startRequest } from './start-request.ts';
import { switchLocale } from './switch-locale.ts';
import { uncoverQuestion } from './uncover-question.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;
type SlotCommand = Of<'set_slot'> | Of<'correct_slot'>;

function pick<K extends Command['kind']>(commands: readonly Command[], ...kinds: readonly K[]): readonly Of<K>[] {
  const wanted: readonly string[] = kinds;
  return commands.filter((command): command is Of<K> => wanted.includes(command.kind));
}

/**
 * Does what the customer wants, in the order in which it matters: language, people, leaving, new requests, facts, and only then what
 * answers the open question. What was said in one breath is done in one turn.
 */
export function applyCommands(draft: Draft, all: readonly Command[]): void {
  for (const command of all) draft.trace.push({ kind: 'command', detail: { ...command } });
  const commands = all.filter((command) => !isLanguage(command));
  const language = all.find(isLanguage);
  if (language) switchLocale(draft, language.value, commands.length === 0);
  if (language && commands.length === 0) return;
  const facts = pick(commands, 'set_slot', 'correct_slot');
  const handoffs = pick(commands, 'handoff');
  const handoff = handoffs.find(({ reason }) => reason === 'safety') ?? handoffs[0];
  if (handoff) {
    // Facts on the way to people are kept and travel; nothing is asked or run because of them.
    for (const { slot, value } of facts) fillSlot(draft, slot, value);
    return handOverByWords(draft, handoff.reason);
  }
  if (pick(commands, 'restart').length > 0) return restart(draft);
  const starts = pick(commands, 'start_flow').filter(({ flow }) => mayStart(draft, flow));
  if (pick(commands, 'cancel_flow').length > 0 && cancel(draft, starts.length > 0)) return;
  if (starts.length > 0) return startAll(draft, starts, commands);
  // Facts told besides leave the open question open; a refused answer has asked it anew already.
  const asked = openQuestion(draft)?.step.slot;
  const took = takeFacts(draft, facts);
  const besides = took && !facts.some(({ slot }) => slot === asked);
  answerOrRepair(draft, commands, took, besides);
}

function isLanguage(command: Command): command is Of<'set_slot'> {
  return command.kind === 'set_slot' && command.slot === 'locale';
}

function restart(draft: Draft): void {
  if (topFrame(draft.state)?.flow === 'patterns/restart' && answerQuestion(draft, true)) return;
  startPattern(draft, 'restart', { busy: customerRequest(draft.state.stack) >= 0 });
}

/** "Never mind": an offer is declined, a request is ended, and where nothing runs that is said. True when nothing else is to be done. */
function cancel(draft: Draft, startsAnother: boolean): boolean {
  const { stack } = draft.state;
  const request = stack[topRequest(stack)];
  if (startsAnother) {
    cancelRequest(draft, false);
    return false;
  }
  if (isPattern(request) && openQuestion(draft)) {
    if (isYesNo(draft)) answerQuestion(draft, false);
    else if (customerRequest(stack) < 0) leaveRepair(draft);
    else endFrame(draft, 'failed');
    return true;
  }
  const running = stack[customerRequest(stack)];
  const done = running?.written.filter(({ outcome }) => outcome === 'ok') ?? [];
  // a confirmed write that hasn't answered yet may go through: to say that nothing was done would be a guess
  const committed = [...done, ...draft.state.calls].some(({ action }) => draft.book.actions[action]?.commits);
  startPattern(draft, 'cancel', {
    ...(running ? { topic: flowTopic(draft, running.flow) } : {}),
    running: running !== undefined,
    committed,
  });
  return true;
}

/** Nothing lies under the repair that asked: to leave it is to leave everything, and that is said. */
function leaveRepair(draft: Draft): void {
  dropPatterns(draft);
  startPattern(draft, 'cancel', { running: true, committed: false });
}

/** The first request is begun; what was asked in the same breath is kept and offered when it is done. */
function startAll(draft: Draft, starts: readonly Of<'start_flow'>[], commands: readonly Command[]): void {
  const [first, ...others] = starts;
  if (!first) return;
  const factsOf = factsPerStart(draft, starts, commands);
  const requests = starts.map((start) => ({ flow: start.flow, commands: factsOf.get(start) ?? [] }));
  if (pick(commands, 'affirm').length > 0 && agreeAndDefer(draft, requests)) return;
  const own = factsOf.get(first) ?? [];
  const later = others.map((start) => ({ flow: start.flow, commands: factsOf.get(start) ?? [] }));
  const kept = draft.state.deferred.filter(
    ({ flow }) => flow !== first.flow && !others.some((other) => other.flow === flow),
  );
  // The same once more is only worth keeping for another thing: "my rice cooker, and the air conditioner?"
  const wanted = later.filter(({ flow, commands: told }) => flow !== first.flow || told.length > 0);
  const deferred = [...kept, ...wanted].slice(0, POLICY.deferred);
  const running = draft.state.stack[customerRequest(draft.state.stack)];
  draft.state = { ...draft.state, deferred };
  if (running?.flow === first.flow) {
    // The customer says once more what runs already: what came with it counts, the question comes again.
    startRequest(draft, first.flow, []);
    for (const fact of own) takeFact(draft, fact, true);
    return;
  }
  startRequest(draft, first.flow, own);
}

/**
 * What was said about each request: the facts that stand after it, and before the next. What stands before them all, or is no slot of
 * the request before it, goes to the first one that has such a slot.
 */
function factsPerStart(
  draft: Draft,
  starts: readonly Of<'start_flow'>[],
  commands: readonly Command[],
): ReadonlyMap<Of<'start_flow'>, readonly SlotCommand[]> {
  const facts = new Map<Of<'start_flow'>, SlotCommand[]>();
  let before: Of<'start_flow'> | undefined;
  for (const command of commands) {
    if (command.kind === 'start_flow') before = command;
    if (command.kind !== 'set_slot' && command.kind !== 'correct_slot') continue;
    const takes = (start: Of<'start_flow'>) => declares(draft, start.flow, command.slot);
    const owner = before && starts.includes(before) && takes(before) ? before : starts.find(takes);
    // A slot of a request that may not start now is nobody's: the same name means something else elsewhere.
    const refused = before !== undefined && !starts.includes(before) && draft.book.slots[command.slot] === undefined;
    if (owner && !refused) facts.set(owner, [...(facts.get(owner) ?? []), command]);
  }
  return facts;
}

function declares(draft: Draft, flow: string, slot: string): boolean {
  return draft.book.flows[flow]?.slots[slot] !== undefined || draft.book.slots[slot] !== undefined;
}

/** True when a fact changed something or answered the question. */
function takeFacts(draft: Draft, facts: readonly SlotCommand[]): boolean {
  const asked = openQuestion(draft)?.step.slot;
  const answerLast = [...facts.filter(({ slot }) => slot !== asked), ...facts.filter(({ slot }) => slot === asked)];
  return answerLast.map((fact) => takeFact(draft, fact)).some((took) => took);
}

/**
 * One fact: the answer to the open question, another value for something known, or something told before it was asked.
 * @param wished it came with a wish: nothing is put right, something else is wanted
 */
function takeFact(draft: Draft, { kind, slot, value }: SlotCommand, wished = false): boolean {
  if (openQuestion(draft)?.step.slot === slot) return answerQuestion(draft, value);
  if (uncoverQuestion(draft, slot)) return answerQuestion(draft, value);
  const corrected = correctSlot(draft, slot, value, wished && kind === 'set_slot');
  return corrected || fillSlot(draft, slot, value);
}

/** What is left when no request began: an answer, a skip, a word for the bot itself, or something that wasn't understood. */
function answerOrRepair(draft: Draft, commands: readonly Command[], took: boolean, besides: boolean): void {
  const has = (kind: Command['kind']) => commands.some((command) => command.kind === kind);
  let done = took;
  if (has('affirm') || has('deny')) done = answerYesNo(draft, has('affirm')) || done;
  else if (has('skip')) done = skipOrRefuse(draft) || done;
  if (besides && openQuestion(draft)) resumeTop(draft);
  if (done) return;
  const clarification = pick(commands, 'clarify')[0];
  const chat = pick(commands, 'chitchat')[0];
  const unable = pick(commands, 'cannot_handle')[0];
  // "Hello?", "are you still on it?": while an action runs, whoever asks asks for it.
  const runs = topFrame(draft.state)?.calling !== undefined;
  if (runs && (clarification || chat?.topic === 'greeting')) startPattern(draft, 'late-answer', { mode: 'still' });
  else if (clarification) clarify(draft, clarification.flows);
  else if (has('repeat')) startPattern(draft, 'repeat', { anything: draft.before.length > 0 });
  else if (chat) talk(draft, chat.topic);
  else if (has('start_flow') || unable?.why === 'out_of_scope') outOfScope(draft);
  else if (!openQuestion(draft) && has('deny')) talk(draft, 'goodbye');
  else if (!openQuestion(draft) && has('affirm')) talk(draft, 'help');
  else notUnderstood(draft);
}

function answerYesNo(draft: Draft, yes: boolean): boolean {
  if (isYesNo(draft)) return answerQuestion(draft, yes);
  return !yes && skipQuestion(draft);
}

function skipOrRefuse(draft: Draft): boolean {
  if (skipQuestion(draft)) return true;
  const question = openQuestion(draft);
  if (!question) return false;
  if (isPattern(question.frame) && isYesNo(draft)) return answerQuestion(draft, false);
  startPattern(draft, 'skip', questionInputs(draft, question.frame, question.step, 1));
  return true;
}

function talk(draft: Draft, topic: string): void {
  draft.state = { ...draft.state, misses: 0 };
  const busy = openQuestion(draft) !== undefined || topFrame(draft.state)?.calling !== undefined;
  if (topic !== 'goodbye') return startPattern(draft, 'chitchat', { topic, busy });
  sayGoodbye(draft);
}
