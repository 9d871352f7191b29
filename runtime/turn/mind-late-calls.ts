import type { TimerChange } from '../../dialogs/protocol/effect.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { CallId } from '../../dialogs/protocol/ids.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import { instantOf } from '../clock.ts';

/** No action runs longer than this; an answer that has not come by then died with its process. */
const LATEST_MS = 60_000;
const PREFIX = 'late:';

const parkedIn = (state: ConversationState): readonly CallId[] =>
  state.calls.flatMap((call) => (call.parked ? [call.callId] : []));

/** Each parked call gets a timer, so that a conversation never waits for ever for an answer that a crash has taken. */
export function timersOfCalls(
  before: ConversationState,
  after: ConversationState,
  now: number,
): readonly TimerChange[] {
  const [was, is] = [parkedIn(before), parkedIn(after)];
  return [
    ...is.filter((id) => !was.includes(id)).map((id) => ({ timer: `${PREFIX}${id}`, at: instantOf(now + LATEST_MS) })),
    ...was.filter((id) => !is.includes(id)).map((id) => ({ timer: `${PREFIX}${id}` })),
  ];
}

/** Such a timer that fires is the call's answer: its time is up. */
export function answerOfTimer(event: InboundEvent): InboundEvent {
  if (event.kind !== 'timer' || !event.timer.startsWith(PREFIX)) return event;
  const { id, at, from, locale } = event;
  const callId = event.timer.slice(PREFIX.length);
  return { id, at, from, locale, kind: 'actionResult', callId, outcome: { outcome: 'timeout' }, late: true };
}
