import type { Frame } from '../protocol/state.ts';
import { afterRequest } from './after-request.ts';
import { cancelRequest, clearRequests } from './cancel-request.ts';
import type { Draft } from './draft.ts';
import { resumeTop } from './follow-route.ts';
import { agreedToShare, keepWaitingFacts, leaveQueue, leaveUnavailable } from './handoff-outcome.ts';
import { mayStart } from './may-start.ts';
import { sayGoodbye } from './say-goodbye.ts';
import { sayText } from './say-text.ts';
import { changeTop, setStack, topFrame } from './stack.ts';
import { startRequest } from './start-request.ts';

type Outcome = 'success' | 'failed';
type Effect = (draft: Draft, frame: Frame, outcome: Outcome) => void;

/** The question below stays as it is: repair has just asked it in its own words. */
const staysOpen: Effect = () => undefined;
/** The question below is asked again. */
const asksAgain: Effect = (draft) => resumeTop(draft);

/** What a repair flow's end does. `success` means: do what you are for; `failed`: leave it. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  'patterns/session-start': (draft, frame, outcome) => {
    if (outcome === 'failed') return clearRequests(draft);
    // After a greeting in front of an answer nothing is asked anew: the answer follows by itself.
    if (frame.slots['mode'] !== 'brief') resumeTop(draft);
  },
  'patterns/no-match': staysOpen,
  'patterns/no-input': staysOpen,
  'patterns/invalid-value': staysOpen,
  'patterns/clarification': (draft, frame, outcome) => {
    const chosen = frame.slots['chosen'];
    if (outcome === 'success' && typeof chosen === 'string' && mayStart(draft, chosen)) startRequest(draft, chosen, []);
    else resumeTop(draft);
  },
  // What was done with the old answer is not done twice; where its request is over, nothing waits below.
  'patterns/correction': (draft) => (topFrame(draft.state) ? resumeTop(draft) : afterRequest(draft, true)),
  'patterns/cancel': (draft, _frame, outcome) => (outcome === 'success' ? cancelRequest(draft) : resumeTop(draft)),
  'patterns/continue-interrupted': continueOrLeave,
  'patterns/repeat': sayLastWords,
  'patterns/skip': asksAgain,
  'patterns/restart': (draft, _frame, outcome) => (outcome === 'success' ? clearRequests(draft) : resumeTop(draft)),
  'patterns/chitchat': asksAgain,
  'patterns/cannot-handle': (draft, frame, outcome) => {
    const gaveUp = frame.slots['reason'] === 'tries';
    return gaveUp && outcome === 'failed' ? cancelRequest(draft) : resumeTop(draft);
  },
  'patterns/human-handoff': (draft, frame, outcome) => {
    if (frame.slots['mode'] === 'offer') return agreedToShare(draft, frame, outcome);
    if (frame.slots['mode'] === 'withdrawn') return leaveQueue(draft);
    keepWaitingFacts(draft, frame);
    if (draft.state.control.owner === 'bot') resumeTop(draft);
  },
  'patterns/agent-unavailable': leaveUnavailable,
  'patterns/completed': (draft, _frame, outcome) => (outcome === 'failed' ? sayGoodbye(draft) : undefined),
  'patterns/goodbye': staysOpen,
  'patterns/internal-error': (draft, frame, outcome) => {
    if (outcome === 'success' && frame.slots['choice'] === 'retry') return changeTop(draft, { waiting: false });
    cancelRequest(draft);
  },
  'patterns/late-answer': (draft) => {
    const frame = topFrame(draft.state);
    if (!frame?.late) resumeTop(draft);
  },
  'patterns/cut-off': letGo,
  'patterns/dialogs-changed': (draft, frame, outcome) => {
    const flow = frame.slots['flow'];
    const gone = topFrame(draft.state);
    if (gone && gone.flow === flow) setStack(draft, draft.state.stack.slice(0, -1));
    if (outcome === 'success' && typeof flow === 'string' && draft.book.flows[flow])
      startRequest(draft, flow, [], gone?.slots);
    else afterRequest(draft, true);
  },
};

export function applyPatternOutcome(draft: Draft, frame: Frame, outcome: Outcome): void {
  (EFFECTS[frame.flow] ?? asksAgain)(draft, frame, outcome);
}

/** What was held back is done now, or left. */
function letGo(draft: Draft, { slots }: Frame, outcome: Outcome): void {
  const held = topFrame(draft.state)?.held;
  // A book without the question has nobody's yes.
  if (outcome === 'failed' || slots['go_on'] !== true) return cancelRequest(draft);
  if (held) changeTop(draft, { held: { ...held, agreed: true }, waiting: false });
}

function continueOrLeave(draft: Draft, frame: Frame, outcome: Outcome): void {
  const { mode } = frame.slots;
  const [next, ...later] = draft.state.deferred;
  if (mode === 'deferred' || mode === 'leave') {
    draft.state = { ...draft.state, deferred: later };
    if (outcome === 'success' && next) return startRequest(draft, next.flow, next.commands, {}, 'allow');
    return mode === 'leave' ? resumeTop(draft) : afterRequest(draft, true);
  }
  if (mode === 'parked') {
    const stack = draft.state.parked.at(-1) ?? [];
    draft.state = { ...draft.state, parked: draft.state.parked.slice(0, -1) };
    if (outcome === 'failed') return afterRequest(draft, true);
    setStack(draft, stack);
    return resumeTop(draft);
  }
  if (outcome === 'failed') cancelRequest(draft);
  else resumeTop(draft);
}

/** The last turn's words once more, slower where they are heard. */
function sayLastWords(draft: Draft): void {
  const words = draft.before;
  for (const [index, said] of words.entries()) {
    sayText(draft, said, { slower: true, expectsReply: index === words.length - 1 && said.choices !== undefined });
  }
  // "Say that again" twice repeats the same words, not the sentence that led into them.
  if (words.length > 0) draft.state = { ...draft.state, lastSaid: words };
}
