import type { ActEffect } from '../engine/take-turn.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import type { EventBody } from '../protocol/event.ts';
import type { Instant } from '../protocol/ids.ts';
import type { Outcome } from '../protocol/outcome.ts';
import type { ConversationState } from '../protocol/state.ts';
import type { Json, Values } from '../protocol/value.ts';
import type { ProfileName } from './channel-profiles.ts';
import { onlyGiven } from './only-given.ts';
import type { Script } from './script.ts';

/** What an action may know when a script calls it. */
export interface ScriptCall {
  readonly action: string;
  readonly with: Values;
  readonly state: ConversationState;
  readonly now: Instant;
  readonly zone: string;
  readonly channel: ProfileName;
  readonly callId: string;
}

/** What time will bring; `at` in milliseconds since 1970. */
export interface Coming {
  readonly at: number;
  readonly body: EventBody;
}

interface ActingWorld {
  readonly script: Script;
  /** Asked for actions that the script does not answer itself. */
  readonly ports: { act(call: ScriptCall): Promise<Outcome> };
  readonly profile: ProfileName;
  readonly zone: string;
  readonly place: Capabilities;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes the answer that a parked action will give. */
  readonly later: (callId: string, answer: Coming) => void;
}

/** The company's systems as a script has them: what it answers itself, and beyond that whoever plays it. */
export function scriptActions({ script, ports, profile, zone, place, now, later }: ActingWorld) {
  const instant = () => new Date(now()).toISOString();
  return async (effect: ActEffect, state: ConversationState): Promise<Outcome | 'parked'> => {
    const answer = script.world.actions[effect.action]?.find(({ given }) =>
      Object.entries(given ?? {}).every(([key, value]) => isEqual(effect.with[key], value)),
    );
    if (!answer) {
      const { action, callId } = effect;
      return ports.act({ action, with: effect.with, state, now: instant(), zone, channel: profile, callId });
    }
    if (answer.takes_ms > effect.timeoutMs) return { outcome: 'timeout' };
    const { identity } = answer;
    const outcome: Outcome = {
      outcome: answer.outcome,
      ...(answer.output === undefined ? {} : { output: answer.output }),
      ...(identity ? { identity: { level: identity.level, proves: onlyGiven(identity.proves), at: instant() } } : {}),
    };
    if (answer.takes_ms <= place.turnBudgetMs) return outcome;
    const body = { kind: 'actionResult', callId: effect.callId, outcome, late: true } as const;
    later(effect.callId, { at: now() + answer.takes_ms, body });
    return 'parked';
  };
}

const isEqual = (a: Json | undefined, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);
