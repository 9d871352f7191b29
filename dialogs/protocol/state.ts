import type { Capabilities } from './capabilities.ts';
import type { Command, HandoffReason } from './command.ts';
import type { CustomerFacts, Identity } from './identity.ts';
import type { ActionName, CallId, FlowId, Instant, StepId, TextKey, TimerId } from './ids.ts';
import type { Locale } from './locale.ts';
import type { Choice, OutboundMessage } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { Slots, Values } from './value.ts';

export type Owner = 'bot' | 'queue' | `agent:${string}`;

/** Who holds the conversation. The epoch rises at every change of owner; messages of an older epoch are dropped. */
export interface Control {
  readonly owner: Owner;
  readonly epoch: number;
  readonly since: Instant;
}

export { type CustomerFacts, IDENTITY_LEVELS, type Identity, type IdentityLevel } from './identity.ts';

/** One slot's origin inside a frame: what a correction has to undo. */
export interface SlotOrigin {
  /** The step that filled it; absent when the customer gave it. */
  readonly step?: StepId;
  /** Slots that the step read to fill it. */
  readonly from: readonly string[];
}

/** A writing action that ran: its outcome is taken again, not the action, when a correction passes its step anew. */
export interface WrittenAction {
  readonly step: StepId;
  readonly action: ActionName;
  readonly outcome: string;
}

/** A running flow. The last one of the stack is on top. */
export interface Frame {
  readonly flow: FlowId;
  /** The flow's version when the frame began: tells which `migrate` map moves it. */
  readonly version: number;
  /** Where it stands: the step that waits, or the next to run. */
  readonly step: StepId;
  readonly slots: Slots;
  /** Retries used up by the open question. */
  readonly asked: number;
  /** Silences at the open question. */
  readonly silent: number;
  /** How the frame came to be: decides what happens when it ends. */
  readonly cause: 'customer' | 'call' | 'pattern' | 'event';
  /** Steps passed, in order, each once: where a correction may go back to. */
  readonly passed: readonly StepId[];
  readonly origins: Readonly<Record<string, SlotOrigin>>;
  /** Writing actions that were done: a correction never repeats them. */
  readonly written: readonly WrittenAction[];
  /** Is the open question asked already, or the conversation with people because of this step? */
  readonly waiting: boolean;
  /** The action that the step waits for. */
  readonly calling?: CallId;
  /** Its answer, when it came while the talk was elsewhere. */
  readonly late?: Outcome;
  /** Its action was wanted in a turn that came too late for whoever waited: `agreed` once the customer still wants it. */
  readonly held?: { readonly key: string; readonly agreed: boolean };
  /** Questions answered before a correction: passed once more without being asked, whatever `force_ask` says. */
  readonly replay: readonly StepId[];
  /** Which three of many spoken options are offered now, counted from 0. */
  readonly page: number;
  /** How often the current step's action failed. */
  readonly faults: number;
  readonly interruptedAt?: Instant;
}

/** A text that was said, kept for `repeat` and for the handoff's `told`. */
export interface SaidText {
  readonly text: TextKey;
  readonly with: Values;
  readonly choices?: readonly Choice[];
}

/** An action that runs or ran out of time: its answer finds the way back by the call's id. */
export interface PendingCall {
  readonly callId: CallId;
  readonly action: ActionName;
  readonly flow: FlowId;
  readonly step: StepId;
  /** The customer was told to wait and the talk went on. */
  readonly parked: boolean;
}

/** One entry of what happened, for the handoff's transcript, attempts and told. Personal values are masked when it leaves the core. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly turn: number;
  readonly by: 'customer' | 'bot' | 'agent' | 'action' | 'system';
  /** Customer's and agent's words; absent where a secret was asked. */
  readonly text?: string;
  readonly said?: SaidText;
  readonly action?: { readonly name: ActionName; readonly outcome: string };
}

/**
 * Everything a conversation keeps between turns: plain JSON, at most 64 KB. Changes to its shape raise `version` and come with a
 * migration in `engine/migrate-state.ts`.
 */
export interface ConversationState {
  readonly version: 1;
  readonly bookRevision: string;
  readonly control: Control;
  readonly stack: readonly Frame[];
  /** Shared slots (lifetime `conversation` and `customer`). */
  readonly memory: Slots;
  readonly identity: Identity;
  readonly customer: CustomerFacts;
  /** What the place of the latest event can do: expressions read it as `channel.*`. The shell sets it before each turn. */
  readonly place: Capabilities;
  readonly locale: Locale;
  /** IANA time zone of the customer, where known. */
  readonly zone?: string;
  /** Actions under way; more than one only when some are parked. */
  readonly calls: readonly PendingCall[];
  /** Rises with every id that the engine makes. */
  readonly counter: number;
  /** Timers that are set. */
  readonly timers: readonly TimerId[];
  /** Did this customer come with the same matter lately? The shell knows from the records. */
  readonly repeatContact?: boolean;
  /** Turns in a row that were not understood. */
  readonly misses: number;
  readonly turnNumber: number;
  /** Texts of the last turn, in order. */
  readonly lastSaid: readonly SaidText[];
  /** What a place that answers only when it is asked was given last: said once more where it did not come through. The shell's own. */
  readonly unheard?: { readonly at: Instant; readonly messages: readonly OutboundMessage[] };
  /** How often each text was said in this conversation: alternatives are taken in turn, and nothing comes twice in a row. */
  readonly timesSaid: Readonly<Record<TextKey, number>>;
  /** The last finished flow of the customer, kept until another starts, so that a correction can reopen it. */
  readonly finished?: Frame & { readonly outcome: 'success' | 'failed' };
  /** Requests said in the same breath as another: offered when that one is done. */
  readonly deferred: readonly {
    readonly flow: FlowId;
    readonly commands: readonly Command[];
  }[];
  /** How often the customer was asked which of several things is meant, since the last answer. */
  readonly clarified: number;
  /** Danger words were said: only a person ends it. */
  readonly danger: boolean;
  /** A stack put aside when two conversations became one; offered again, never lost. */
  readonly parked: readonly (readonly Frame[])[];
  /** The latest handoff: its id is also its idempotency key. */
  readonly handoff?: {
    readonly id: string;
    readonly reason: HandoffReason;
    readonly at: Instant;
    readonly consent: 'unasked' | 'given' | 'refused';
    readonly want?: string;
    /** Nobody came: when the conversation fell back to the bot. */
    readonly bouncedAt?: Instant;
    /** The customer heard that their words reach the desk. */
    readonly noted?: boolean;
    /** May the bot go on helping until an agent comes? */
    readonly helping: boolean;
  };
  readonly startedAt: Instant;
  readonly lastEventAt: Instant;
  /** The session was closed; the next word opens it anew. */
  readonly closed: boolean;
  /** Newest last, at most 60 entries. */
  readonly history: readonly HistoryEntry[];
}
