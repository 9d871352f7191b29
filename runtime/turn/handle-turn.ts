import { migrateConversation } from '../../dialogs/engine/migrate-conversation.ts';
import { newConversation } from '../../dialogs/engine/new-conversation.ts';
import { takeTurn } from '../../dialogs/engine/take-turn.ts';
import type { Effect, TimerChange } from '../../dialogs/protocol/effect.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationId } from '../../dialogs/protocol/ids.ts';
import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { ConversationState, CustomerFacts, Identity } from '../../dialogs/protocol/state.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import { composeMessages } from '../../dialogs/response/compose-messages.ts';
import type { CommitTurn, Outgoing } from '../../integrations/conversation-store/conversation-store.ts';
import type { BookInUse } from '../books/current-book.ts';
import { instantOf } from '../clock.ts';
import type { RuntimeParts } from '../parts.ts';
import type { FinishedTurn } from './finished-turn.ts';
import { performEffects, type TurnPlace } from './perform-effects.ts';
import { understand } from './understand.ts';

export interface TurnInput extends Omit<TurnPlace, 'startedAt'> {
  readonly conversationId: ConversationId;
  readonly event: InboundEvent;
  /** Absent: the conversation begins with this turn. */
  readonly state?: ConversationState;
  /** Version of the state; the turn's own ids are made of it, so that a turn run again makes the same. */
  readonly version: number;
}

/** One turn: an event in, everything to commit out. Nothing is kept or sent before the commit, but what actions do. */
export async function handleTurn(parts: RuntimeParts, input: TurnInput): Promise<CommitTurn> {
  const startedAt = parts.clock();
  const now = instantOf(startedAt);
  const inUse = parts.book.current();
  const before = await stateBefore(parts, inUse, input, now);
  const zone = before.zone ?? parts.settings.zone;
  const turn = await takeTurn(inUse.book, before, input.event, {
    now,
    understand: (text, expectation) =>
      understand({ nlu: inUse.nlu, telemetry: parts.telemetry }, text, expectation, { now, zone }),
    act: performEffects(parts, { ...input, startedAt }),
  });
  const id = `${input.conversationId}.${input.version + 1}`;
  const messages = composeMessages(inUse.book, turn.effects, {
    locale: turn.state.locale,
    zone: turn.state.zone ?? zone,
    now,
    channel: input.event.from.channel,
    place: turn.state.place,
    epoch: turn.state.control.epoch,
    messageIds: (n: number) => `${id}.${n}`,
  });
  const { understanding, ...rest } = turn;
  const finished: FinishedTurn = {
    ...rest,
    ...(understanding ? { understanding } : {}),
    id,
    conversationId: input.conversationId,
    book: inUse.book,
    event: input.event,
    messages,
    before,
    at: now,
    durationMs: parts.clock() - startedAt,
  };
  return {
    commitId: `${id}.commit`,
    used: 1,
    state: turn.state,
    outgoing: outgoingOf(parts, finished),
    timers: turn.effects.flatMap(timerChange),
  };
}

/** The state with what the shell knows: today's dialogs, the place, who is signed in on the page, a proof that has run out. */
async function stateBefore(
  parts: RuntimeParts,
  { book }: BookInUse,
  input: TurnInput,
  now: string,
): Promise<ConversationState> {
  const { event } = input;
  const channel = parts.channels.find((one) => one.name === event.from.channel);
  const place = channel?.at(event.from) ?? input.state?.place;
  if (!place) throw new Error(`No channel is called ${event.from.channel}.`);
  const begun = input.state ?? newConversation({ locale: event.locale, place, now, bookRevision: book.revision });
  const state = { ...migrateConversation(book, begun), place };
  const brought = event.kind === 'session' ? event.identity : undefined;
  if (brought) return { ...state, identity: brought, customer: (await factsOf(parts, brought)) ?? state.customer };
  const lapsed = state.identity.expiresAt !== undefined && state.identity.expiresAt <= now;
  return lapsed ? { ...state, identity: { level: 'none', proves: {} } } : state;
}

/** Knowing a customer's tier is a kindness: a company system that is down must not keep them from being greeted. */
async function factsOf(parts: RuntimeParts, { proves }: Identity): Promise<CustomerFacts | undefined> {
  if (proves.customer === undefined) return undefined;
  return parts.customerFacts(proves.customer).catch((fault: unknown) => {
    parts.telemetry.warn('customer_facts_failed', {}, fault);
    return undefined;
  });
}

const timerChange = (effect: Effect): readonly TimerChange[] => {
  if (effect.kind === 'schedule') return [{ timer: effect.timer, at: effect.at }];
  return effect.kind === 'unschedule' ? [{ timer: effect.timer }] : [];
};

/** Replies, the change of who speaks, and what goes to the archive. */
function outgoingOf(parts: RuntimeParts, turn: FinishedTurn): readonly Outgoing[] {
  const { epoch } = turn.state.control;
  const to = turn.event.from;
  const says = turn.effects.filter((effect) => effect.kind === 'say');
  const resend = says.some((effect) => effect.resend === 'never') ? 'never' : 'again';
  const replies = turn.messages.map(
    (message): Outgoing => ({ id: message.id, kind: 'reply', epoch, to, body: toJson(message), resend }),
  );
  const records = parts
    .recordsOf(turn)
    .map((record): Outgoing => ({ id: record.id, kind: 'record', epoch, body: toJson(record), resend: 'again' }));
  if (epoch === turn.before.control.epoch) return [...replies, ...records];
  const body = toJson({ do: 'show_control', control: turn.state.control });
  const control: Outgoing = { id: `${turn.id}.control`, kind: 'effect', epoch, to, body, resend: 'again' };
  // Going over to people is shown after the bot's last words, coming back before its first.
  return turn.state.control.owner === 'bot' ? [control, ...replies, ...records] : [...replies, control, ...records];
}

// Messages and records are JSON by their types; only the types' `readonly` and optional members hide it.
const toJson = (value: OutboundMessage | object): Json => JSON.parse(JSON.stringify(value));
