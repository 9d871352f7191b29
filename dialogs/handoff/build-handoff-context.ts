import type { FlowBook } from '../flow/flow-book.ts';
import type { Effect } from '../protocol/effect.ts';
import { type HandoffContext, JOURNEY_PHASES } from '../protocol/handoff-context.ts';
import type { ChannelName, ConversationId, Instant } from '../protocol/ids.ts';
import type { Locale } from '../protocol/locale.ts';
import type { ConversationState } from '../protocol/state.ts';
import { collectFacts } from './collect-facts.ts';
import { saidWords } from './said-words.ts';
import { summarize } from './summarize.ts';

/** A text with its personal data masked, and how many of each kind there were. */
export type Redact = (text: string) => { readonly text: string; readonly redactions: Readonly<Record<string, number>> };

export interface HandoffRecord {
  readonly book: FlowBook;
  readonly state: ConversationState;
  readonly effect: Extract<Effect, { kind: 'handoff' }>;
  readonly now: Instant;
  readonly conversation: { readonly id: ConversationId; readonly channel: ChannelName; readonly threadId?: string };
  readonly tenant: string;
  readonly bot: string;
  readonly nlu: string;
  /** The language that the agent reads; the customer's without it. */
  readonly agentLocale?: Locale;
  readonly noticeVersion: string;
  readonly redact?: Redact;
  /** What company systems and the archive know, where they were asked. */
  readonly known?: Partial<Pick<HandoffContext, 'promises' | 'history' | 'suggest' | 'wait' | 'emotion'>> & {
    readonly customer?: Partial<HandoffContext['customer']>;
  };
}

/**
 * Everything a person needs to go on, from the state and what was given beside it. Until the customer agreed to share, only the minimal
 * card: place, language, reason, since when they wait, how surely we know them. Secrets are never in it.
 */
export function buildHandoffContext(record: HandoffRecord): HandoffContext {
  const { state, effect, now, conversation, known } = record;
  const shared = state.handoff?.consent === 'given';
  const masker = createMasker(record.redact);
  const facts = shared ? collectFacts(record.book, state, effect.include, record.agentLocale ?? state.locale) : [];
  const goal = shared ? masker.mask(state.handoff?.want ?? goalOf(record)) : '';
  const context: HandoffContext = {
    schema: 'handoff/1',
    id: effect.id,
    tenant: record.tenant,
    createdAt: now,
    controlEpoch: state.control.epoch,
    conversation: {
      ...conversation,
      threadId: conversation.threadId ?? conversation.id,
      locale: state.locale,
      timeZone: state.zone ?? 'UTC',
      startedAt: state.startedAt,
      turns: state.turnNumber,
    },
    customer: customerOf(record, shared),
    journey: { phase: JOURNEY_PHASES.find((phase) => phase === state.customer.phase) ?? 'use_and_support' },
    identity: identityOf(state, shared),
    reason: { code: effect.reason, trigger: triggerOf(effect.reason), turnId: String(state.turnNumber) },
    request: { goal, topics: shared ? topicsOf(state) : [], urgency: urgencyOf(effect.reason) },
    summary: summarize({ ...record, shared, goal, facts, mask: masker.mask }),
    collected: facts,
    attempts: shared ? attemptsOf(state) : [],
    told: shared ? toldOf(record, masker.mask) : [],
    open: shared ? openOf(record) : [],
    refs: facts
      .filter(({ key }) => key === 'order_number')
      .map(({ value, label }) => ({ type: 'order' as const, id: String(value), label })),
    promises: shared ? (known?.promises ?? []) : [],
    history: shared ? (known?.history ?? []).slice(-10) : [],
    transcript: transcriptOf(record, shared, masker.mask),
    suggest: shared ? (known?.suggest ?? []) : [],
    routing: routingOf(record),
    consent: {
      shareWithAgent: shared,
      record: true,
      store: true,
      purposes: shared ? ['service', 'hand_to_agent'] : ['service'],
      noticeVersion: record.noticeVersion,
      at: state.handoff?.at ?? now,
      turnId: String(state.turnNumber),
    },
    privacy: { redactions: {}, labels: shared ? [] : ['minimal'], retentionClass: 'handoff' },
    resume: {
      onClose: 'patterns/completed',
      onNoAgent: 'patterns/agent-unavailable',
      onAbandon: 'kept',
      stateRef: conversation.id,
      survey: 'satisfaction-survey',
    },
    provenance: {
      bot: record.bot,
      dialogVersion: state.bookRevision,
      nlu: record.nlu,
      rulesVersion: '1',
      signature: '',
    },
    ...(shared && known?.emotion ? { emotion: known.emotion } : {}),
    ...(known?.wait ? { wait: known.wait } : {}),
  };
  return { ...context, privacy: { ...context.privacy, redactions: masker.count() } };
}

/** Masks texts and keeps count of what was masked. */
function createMasker(redact: Redact | undefined) {
  const counts: Record<string, number> = {};
  return {
    mask: (text: string): string => {
      if (!redact) return text;
      const masked = redact(text);
      for (const [kind, n] of Object.entries(masked.redactions)) counts[kind] = (counts[kind] ?? 0) + n;
      return masked.text;
    },
    count: () => counts,
  };
}

function customerOf({ state, known }: HandoffRecord, shared: boolean): HandoffContext['customer'] {
  if (!shared) return { identifiers: [], language: state.locale };
  const { tier, value_band, tenure_days, preferred_channel } = state.customer;
  const id = state.identity.proves.customer;
  return {
    identifiers: [],
    language: state.locale,
    ...(id === undefined ? {} : { id }),
    ...(tier === undefined ? {} : { tier }),
    ...(value_band === undefined ? {} : { valueBand: value_band }),
    ...(tenure_days === undefined ? {} : { tenureDays: tenure_days }),
    ...(preferred_channel === undefined ? {} : { preferredChannel: preferred_channel }),
    ...known?.customer,
  };
}

function identityOf({ identity }: ConversationState, shared: boolean): HandoffContext['identity'] {
  return shared ? { ...identity, proves: { ...identity.proves } } : { level: identity.level };
}

function triggerOf(reason: HandoffContext['reason']['code']): HandoffContext['reason']['trigger'] {
  if (reason === 'asked' || reason === 'complaint' || reason === 'safety' || reason === 'distress') return 'customer';
  return reason === 'policy' || reason === 'vip' || reason === 'repeat_contact' ? 'policy' : 'bot';
}

function urgencyOf(reason: HandoffContext['reason']['code']): number {
  if (reason === 'safety' || reason === 'distress') return 3;
  return reason === 'complaint' || reason === 'negative_emotion' || reason === 'vip' ? 2 : 1;
}

/** The request's flow, the newest one first. */
function topicsOf({ stack, finished }: ConversationState): string[] {
  const flows = stack.filter(({ cause }) => cause !== 'pattern' && cause !== 'call').map(({ flow }) => flow);
  return [...new Set([...flows.toReversed(), ...(finished ? [finished.flow] : [])])];
}

function goalOf({ book, state, agentLocale }: HandoffRecord): string {
  const [flow] = topicsOf(state);
  const texts = book.texts[agentLocale ?? state.locale];
  const said = state.history.findLast(({ by, text }) => by === 'customer' && text !== undefined)?.text ?? '';
  const title = flow === undefined ? undefined : texts[`${flow}.title`]?.[0]?.text[0];
  return title ?? flow ?? said;
}

function attemptsOf({ history }: ConversationState): HandoffContext['attempts'] {
  return history.flatMap(({ at, action }) => {
    if (!action) return [];
    const failed = action.outcome === 'failed' || action.outcome === 'timeout';
    const result = action.outcome === 'ok' ? ('ok' as const) : failed ? ('failed' as const) : ('declined' as const);
    return [{ what: action.name, at, result, ...(result === 'ok' ? {} : { error: action.outcome }) }];
  });
}

/** What the customer heard about their matter; repair and small talk are no news. */
function toldOf({ book, state }: HandoffRecord, mask: (text: string) => string): HandoffContext['told'] {
  return state.history.flatMap(({ at, turn, said }) => {
    if (!said || said.text.startsWith('patterns/')) return [];
    const what = saidWords(book, state.locale, said, state.zone);
    return what === '' ? [] : [{ what: mask(what), at, turnId: String(turn) }];
  });
}

function openOf({ book, state }: HandoffRecord): HandoffContext['open'] {
  return state.stack.flatMap((frame) => {
    const step = book.flows[frame.flow]?.steps[frame.step]?.step;
    if (!frame.waiting || step?.kind !== 'collect' || frame.cause === 'pattern') return [];
    const question = saidWords(book, state.locale, { text: step.ask, with: {} }, state.zone);
    const definition = book.flows[frame.flow]?.slots[step.slot] ?? book.slots[step.slot];
    return [{ question, whyNeeded: definition?.label?.[state.locale] ?? step.slot }];
  });
}

function transcriptOf(
  { book, state, now }: HandoffRecord,
  shared: boolean,
  mask: (text: string) => string,
): HandoffContext['transcript'] {
  const spoken = shared ? state.history.filter(({ by }) => by !== 'action') : [];
  const items = spoken.flatMap(({ at, by, text, said, turn }, i) => {
    const words = said ? saidWords(book, state.locale, said, state.zone) : (text ?? '');
    if (words === '' || by === 'action') return [];
    const kind = by === 'system' ? ('event' as const) : ('text' as const);
    return [{ id: `${turn}.${i}`, at, by, kind, text: mask(words) }];
  });
  return {
    mode: 'inline',
    items,
    from: items[0]?.at ?? now,
    truncated: state.history.length >= 60,
    sha256: '',
    redaction: shared ? 'masked' : 'withheld',
  };
}

function routingOf({ state, effect }: HandoffRecord): HandoffContext['routing'] {
  const why = [
    ...(effect.reason === 'safety' || effect.reason === 'distress' ? [{ points: 50, why: effect.reason }] : []),
    ...(effect.reason === 'complaint' ? [{ points: 20, why: 'complaint' }] : []),
    ...(state.repeatContact ? [{ points: 10, why: 'repeat_contact' }] : []),
  ];
  return {
    skills: (effect.skills ?? []).map((name) => ({ name, required: true })),
    language: state.locale,
    priority: Math.min(
      100,
      why.reduce((sum, { points }) => sum + points, 50),
    ),
    priorityWhy: why.map((entry) => entry.why),
    preferred: [],
    ...(effect.queue === undefined ? {} : { queueHint: effect.queue }),
    modality: state.place.speech && !state.place.screen ? 'voice' : 'chat',
    units: 1,
  };
}
