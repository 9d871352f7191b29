import { takeTurn } from '../../dialogs/engine/take-turn.ts';
import type { Effect, TimerChange } from '../../dialogs/protocol/effect.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { ConversationId } from '../../dialogs/protocol/ids.ts';
import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import { composeMessages } from '../../dialogs/response/compose-messages.ts';
import type { CommitTurn, Outgoing } from '../../integrations/conversation-store/conversation-store.ts';
import type { ArchiveRecord } from '../../integrations/records/records.ts';
import { instantOf } from '../clock.ts';
import type { RuntimeParts } from '../parts.ts';
import { bookOf } from './book-of.ts';
import type { FinishedTurn } from './finished-turn.ts';
import { keepRecords } from './keep-records.ts';
import { answerOfTimer, timersOfCalls } from './mind-late-calls.ts';
import { performEffects, type TurnPlace } from './perform-effects.ts';
import { stateBefore } from './state-before.ts';
import { understand } from './understand.ts';

export interface TurnInput extends Omit<TurnPlace, 'startedAt' | 'keep'> {
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
  const event = answerOfTimer(input.event);
  const inUse = await bookOf(parts, event, input.state);
  const before = await stateBefore(parts, { book: inUse.book, event, kept: input.state, now });
  const zone = before.zone ?? parts.settings.zone;
  const reading = { now, zone, conversation: input.conversationId };
  const kept = keepRecords(parts);
  const turn = await takeTurn(inUse.book, before, event, {
    now,
    understand: (text, expectation) =>
      understand({ nlu: inUse.nlu, telemetry: parts.telemetry }, text, expectation, reading),
    act: performEffects(parts, { ...input, startedAt, keep: kept.keep }),
  });
  const id = `${input.conversationId}.${input.version + 1}`;
  const messages = composeMessages(inUse.book, turn.effects, {
    locale: turn.state.locale,
    zone: turn.state.zone ?? zone,
    now,
    channel: event.from.channel,
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
    event,
    messages,
    before,
    at: now,
    durationMs: parts.clock() - startedAt,
  };
  return {
    commitId: `${id}.commit`,
    used: 1,
    state: turn.state,
    outgoing: outgoingOf(parts, finished, kept.close()),
    ...(answersWhenAsked(finished) ? { reply: toJson({ messages }) } : {}),
    timers: [...turn.effects.flatMap(timerChange), ...timersOfCalls(before, turn.state, startedAt)],
  };
}

const timerChange = (effect: Effect): readonly TimerChange[] => {
  if (effect.kind === 'schedule') return [{ timer: effect.timer, at: effect.at }];
  return effect.kind === 'unschedule' ? [{ timer: effect.timer }] : [];
};

/** What is said there goes back with the request that asked, and is kept for when the same request comes again. */
const answersWhenAsked = ({ state }: FinishedTurn): boolean => state.place.delivery === 'reply';

/** Replies, the change of who speaks, and what goes to the archive. */
function outgoingOf(parts: RuntimeParts, turn: FinishedTurn, kept: readonly ArchiveRecord[]): readonly Outgoing[] {
  const { epoch } = turn.state.control;
  const to = turn.event.from;
  const trace = parts.telemetry.trace === undefined ? {} : { trace: parts.telemetry.trace };
  const pushed = answersWhenAsked(turn) ? [] : turn.messages;
  const replies = pushed.map((message): Outgoing => {
    const resend = resendOf(turn.effects, message);
    return { id: message.id, kind: 'reply', epoch, to, body: toJson(message), resend, ...trace };
  });
  const records = [...parts.recordsOf(turn), ...kept].map(
    (record): Outgoing => ({ id: record.id, kind: 'record', epoch, body: toJson(record), resend: 'again' }),
  );
  if (epoch === turn.before.control.epoch) return [...replies, ...records];
  const body = toJson({ do: 'show_control', control: turn.state.control });
  const control: Outgoing = { id: `${turn.id}.control`, kind: 'effect', epoch, to, body, resend: 'again', ...trace };
  // Going over to people is shown after the bot's last words, coming back before its first.
  return turn.state.control.owner === 'bot' ? [control, ...replies, ...records] : [...replies, control, ...records];
}

/** What its step says; where a turn says one text twice, the stricter of both. */
function resendOf(effects: readonly Effect[], { key }: OutboundMessage): Outgoing['resend'] {
  const rules = effects.flatMap((effect) => (effect.kind === 'say' && effect.text === key ? [effect.resend] : []));
  return RULES.find((rule) => rules.includes(rule)) ?? 'again';
}

const RULES = ['never', 'ask_first'] as const;

// Messages and records are JSON by their types, which only their `readonly` and optional members hide; what is absent is left out
// when a store writes them down.
const toJson = (value: object): Json => value as Json;
