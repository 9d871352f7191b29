import { enterQueue, type QueueWish } from './control.ts';
import type { Draft } from './draft.ts';
import { handoffInputs } from './handoff-inputs.ts';
import { isLongAgo } from './is-long-ago.ts';
import { startPattern } from './start-pattern.ts';

/** After nobody came, the bot does not queue the customer again by itself for so long, in milliseconds. */
const REST_MS = 5 * 60 * 1000;

/** Queues the conversation for people, then asks while waiting what is wanted and what may be shared. */
export function askForPeople(draft: Draft, wish: QueueWish): void {
  const bounced = draft.state.handoff?.bouncedAt;
  const wanted = ['asked', 'safety', 'distress', 'complaint'].includes(wish.reason);
  if (!wanted && bounced !== undefined && !isLongAgo(bounced, draft.now, REST_MS)) {
    return startPattern(draft, 'agent-unavailable', { reason: 'no_agent', danger: draft.state.danger });
  }
  const inputs = handoffInputs(draft, wish.reason);
  enterQueue(draft, wish);
  startPattern(draft, 'human-handoff', { mode: 'queued', ...inputs });
}
