import { createHash } from 'node:crypto';
import type { Acted } from '../../dialogs/engine/take-turn.ts';
import type { Effect, Outcome } from '../../dialogs/protocol/effect.ts';
import type { Address, InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationId } from '../../dialogs/protocol/ids.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type { Action, ActionContext } from '../../integrations/action.ts';
import type { ArchiveRecord } from '../../integrations/records/records.ts';
import { runAction } from '../../integrations/run-action.ts';
import { inSpan } from '../../integrations/telemetry/in-span.ts';
import { instantOf } from '../clock.ts';
import { newId } from '../ids.ts';
import type { RuntimeParts } from '../parts.ts';
import { meetDeadline } from './meet-deadline.ts';

type Act = Extract<Effect, { kind: 'act' }>;

export interface TurnPlace {
  readonly conversationId: ConversationId;
  readonly event: InboundEvent;
  /** When the turn began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Brings an answer that comes too late for this turn back as an event of its own. */
  readonly bringLater: (event: InboundEvent) => Promise<void>;
  /** Takes what an action has for the archive. */
  readonly keep: (record: ArchiveRecord) => void;
}

/**
 * Runs the actions of a turn. One that outlasts what the place can wait for is parked: its answer comes later, as an event.
 * @returns the port that `takeTurn` calls
 */
export function performEffects(
  parts: Pick<RuntimeParts, 'actions' | 'clock' | 'settings' | 'telemetry' | 'passPoint'>,
  turn: TurnPlace,
) {
  const counts = new Map<string, number>();
  return async (effect: Act, state: ConversationState): Promise<Acted> => {
    const nth = (counts.get(effect.action) ?? 0) + 1;
    counts.set(effect.action, nth);
    const action = parts.actions.get(effect.action);
    if (!action) {
      const faultId = newId().slice(-8);
      parts.telemetry.error('action_missing', { action: effect.action, faultId });
      return { outcome: 'failed', faultId };
    }
    const key = effect.heldKey ?? `${turn.event.id}|${effect.action}|${nth}`;
    if (effect.late === 'skip' && isTooLate(parts, turn.event)) return { held: { key } };
    const leftMs = Math.max(0, state.place.turnBudgetMs - (parts.clock() - turn.startedAt));
    // Where nothing can be said meanwhile, it may take what is left of the turn; a write that is cut off is known again by its key.
    const timeoutMs = effect.whileWaiting === undefined ? Math.min(effect.timeoutMs, leftMs) : effect.timeoutMs;
    const work = runSeen(parts, action, { ...effect, timeoutMs }, contextOf(parts, turn, key, state));
    void work.then(() => {
      parts.passPoint?.(action.access === 'write' ? 'after_backend_write' : 'after_backend_read');
      parts.passPoint?.(`after_action:${effect.action}`);
    });
    if (effect.whileWaiting === undefined) return work;
    const outcome = await meetDeadline(work, leftMs);
    if (outcome !== 'late') return outcome;
    void work
      .then((late) => turn.bringLater(lateAnswer(parts, turn, effect, late)))
      .catch((fault: unknown) => parts.telemetry.warn('late_answer_lost', { action: effect.action }, fault));
    return 'parked';
  };
}

/** Where only the answer to a request is heard, whoever made it was told by now that it failed: nothing is bought behind their back. */
const isTooLate = ({ clock }: Pick<RuntimeParts, 'clock'>, { deadline }: InboundEvent): boolean =>
  deadline !== undefined && clock() > Date.parse(deadline);

/** Runs the action as a span of the turn's trace. */
function runSeen(
  parts: Pick<RuntimeParts, 'telemetry'>,
  action: Action,
  effect: Act,
  context: ReturnType<typeof contextOf>,
) {
  return inSpan(parts.telemetry, 'action', { action: action.name }, async (inside) => {
    const outcome = await runAction(action, effect.with, context, {
      timeoutMs: effect.timeoutMs,
      onFault: (fault) => inside.error('action_failed', { action: fault.action, faultId: fault.faultId }, fault.error),
    });
    inside.note?.({ outcome: outcome.outcome });
    inside.count?.('actions', { action: action.name, outcome: outcome.outcome });
    return outcome;
  });
}

function lateAnswer(
  parts: Pick<RuntimeParts, 'clock' | 'telemetry'>,
  turn: TurnPlace,
  effect: Act,
  outcome: Outcome,
): InboundEvent {
  return {
    id: `late:${effect.callId}`,
    conversationId: turn.conversationId,
    at: instantOf(parts.clock()),
    from: turn.event.from,
    locale: turn.event.locale,
    ...(parts.telemetry.trace === undefined ? {} : { trace: parts.telemetry.trace }),
    kind: 'actionResult',
    callId: effect.callId,
    outcome,
    late: true,
  };
}

function contextOf(
  parts: Pick<RuntimeParts, 'clock' | 'settings'>,
  turn: TurnPlace,
  key: string,
  state: ConversationState,
): Omit<ActionContext, 'signal'> {
  const { conversationId, event } = turn;
  return {
    conversationId,
    identity: state.identity,
    locale: state.locale,
    zone: state.zone ?? parts.settings.zone,
    now: instantOf(parts.clock()),
    channel: event.from.channel,
    sender: senderOf(event.from),
    audience: state.place.audience,
    // The same when the turn is run again, whoever runs it, and also where a failover took back what came before it: it hangs on what
    // the customer said, and on nothing that the state counts.
    idempotencyKey: createHash('sha256').update(`${conversationId}|${key}`).digest('hex'),
    keep: turn.keep,
  };
}

const senderOf = ({ channel, accountId, userId }: Address): string => `${channel}:${accountId}:${userId}`;
