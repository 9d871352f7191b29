import type { InboundEvent } from '../protocol/event.ts';
import type { Instant } from '../protocol/ids.ts';
import type { Draft } from './draft.ts';
import { endFrame } from './end-frame.ts';
import { flowTopic } from './flow-names.ts';
import { isLongAgo } from './is-long-ago.ts';
import { openQuestion } from './open-question.ts';
import { POLICY } from './policy.ts';
import { runFlows } from './run-flows.ts';
import { customerRequest, dropPatterns, topFrame } from './stack.ts';
import { startPattern } from './start-pattern.ts';

type SessionEvent = Extract<InboundEvent, { kind: 'session' }>;

/** The place was opened or left. A token of the page says who speaks; whoever comes back finds the talk as they left it. */
export function sessionEvent(draft: Draft, event: SessionEvent, lastEventAt: Instant): void {
  if (event.identity) draft.state = { ...draft.state, identity: event.identity };
  if (event.zone) draft.state = { ...draft.state, zone: event.zone };
  if (event.phase === 'ended') {
    draft.state = { ...draft.state, closed: true };
    return;
  }
  if (draft.state.control.owner !== 'bot') return;
  const away = draft.state.closed || isLongAgo(lastEventAt, draft.now, POLICY.idleMs);
  draft.state = { ...draft.state, closed: false };
  if (!isGreeted(draft)) return startPattern(draft, 'session-start', { mode: 'greeting' });
  // The page was only loaded again: what was asked still stands there.
  if (!away || offerToGoOn(draft)) return;
  dropPatterns(draft);
  startPattern(draft, 'session-start', { mode: 'welcome_back' });
}

/** After a break: shall we go on where we left off? False when nothing was left. */
export function offerToGoOn(draft: Draft): boolean {
  const request = draft.state.stack[customerRequest(draft.state.stack)];
  if (!request) {
    // What repair asked hours ago is nobody's question any more.
    if (openQuestion(draft)) dropPatterns(draft);
    while (topFrame(draft.state)?.cause === 'pattern') endQuietly(draft);
    return false;
  }
  dropPatterns(draft);
  startPattern(draft, 'session-start', { mode: 'returning', topic: flowTopic(draft, request.flow) });
  return true;
}

function endQuietly(draft: Draft): void {
  endFrame(draft, 'failed');
  draft.endings.pop();
}

function isGreeted(draft: Draft): boolean {
  return Object.keys(draft.state.timesSaid).some((key) => key.startsWith('patterns/session-start.'));
}

/** Words came before any greeting: the bot says what it is in one clause, then answers. */
export function greetOnce(draft: Draft): void {
  if (isGreeted(draft) || draft.book.flows['patterns/session-start'] === undefined) return;
  startPattern(draft, 'session-start', { mode: 'brief' });
  runFlows(draft);
}
