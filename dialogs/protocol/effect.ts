import type { HandoffReason } from './command.ts';
import type { ActionName, CallId, Instant, TextKey, TimerId } from './ids.ts';
import type { Choice } from './message.ts';
import type { Json, Values } from './value.ts';

/** What to do when a crash leaves it unknown whether something was delivered. */
export type Resend = 'again' | 'ask_first' | 'never';

export type { Outcome } from './outcome.ts';

/** What the shell is to do. Effects are data until someone runs them. */
export type Effect =
  | {
      readonly kind: 'say';
      readonly text: TextKey;
      readonly with: Values;
      readonly choices?: readonly Choice[];
      /** The key said when the customer stays silent: the first of `on_no_input`. */
      readonly reprompt?: TextKey;
      readonly expectsReply: boolean;
      readonly resend: Resend;
      /** Say it slower by voice: the answer to "repeat". */
      readonly slower?: boolean;
      /** The alternative to take where the text has several. */
      readonly alternative: number;
    }
  | {
      readonly kind: 'act';
      readonly callId: CallId;
      readonly action: ActionName;
      readonly with: Values;
      readonly timeoutMs: number;
      readonly whileWaiting?: TextKey;
      readonly late: 'ok' | 'skip';
      /** It was held back before, and perhaps begun even then: it is known by the key of then. */
      readonly heldKey?: string;
    }
  | {
      readonly kind: 'handoff';
      readonly id: string;
      readonly reason: HandoffReason;
      readonly queue?: string;
      readonly skills?: readonly string[];
      readonly note?: TextKey;
      readonly noteWith?: Values;
      /** Slots that travel as facts. */
      readonly include: readonly string[];
      /** `update`: what is wanted or what may be shared became known while waiting. */
      readonly phase: 'open' | 'update' | 'withdraw';
      /** What became known while waiting: `want`, `consent`, a callback's number and time, a message. */
      readonly facts?: Values;
    }
  | {
      readonly kind: 'relay';
      readonly to: 'agent' | 'customer';
      readonly text: string;
      readonly agentId?: string;
    }
  | { readonly kind: 'remember'; readonly slot: string; readonly value: Json }
  | { readonly kind: 'schedule'; readonly timer: TimerId; readonly at: Instant }
  | { readonly kind: 'unschedule'; readonly timer: TimerId }
  | {
      readonly kind: 'end';
      readonly flow: string;
      readonly outcome: 'success' | 'failed';
      readonly close: boolean;
    };

/** One line of what the engine did, for people who look into a conversation. */
export interface TraceEntry {
  readonly kind: 'command' | 'flow_started' | 'flow_ended' | 'step' | 'slot' | 'pattern' | 'warning' | 'control';
  readonly flow?: string;
  readonly step?: string;
  readonly detail?: Json;
}

export interface TimerChange {
  readonly timer: TimerId;
  /** Absent: the timer is taken away. */
  readonly at?: Instant;
}
