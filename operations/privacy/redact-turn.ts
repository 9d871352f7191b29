import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { SlotDefinition } from '../../dialogs/flow/slot-definition.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import type { Turn } from '../../dialogs/protocol/turn.ts';
import type { Json, Slots } from '../../dialogs/protocol/value.ts';
import type { FinishedTurn } from '../../runtime/turn/finished-turn.ts';
import { redact } from './redact.ts';

type Sensitivity = SlotDefinition['sensitivity'];

/** What must not be read in a turn: slots by name, and their values wherever they stand. */
interface Hidden {
  readonly names: ReadonlyMap<string, Sensitivity>;
  /** Longest first, so that no part of one is left. */
  readonly values: readonly { readonly text: string; readonly name: string }[];
  /** The customer told something of it in this turn, maybe in words: "nine four one oh seven". */
  readonly told: boolean;
}

const SHORTEST_HIDDEN = 3;

/**
 * The turn as it may be kept: personal slots masked by name and by value, secret ones left out, free text masked. An answer to a
 * question for something secret is not kept at all.
 */
export function redactTurn(turn: FinishedTurn): Turn {
  const hidden = hiddenIn(turn);
  const clean = <Value>(value: Value): Value => maskAll(value, hidden);
  const { event, understanding } = turn;
  const secretAsked = asksForSecret(turn.book, turn.before);
  return {
    id: turn.id,
    conversationId: turn.conversationId,
    event: clean(secretAsked ? withoutWords(event) : event),
    ...(understanding ? { understanding: clean(understanding) } : {}),
    trace: clean(turn.trace),
    messages: clean(turn.messages),
    control: turn.state.control,
    durationMs: turn.durationMs,
  };
}

const withoutWords = (event: FinishedTurn['event']): FinishedTurn['event'] => {
  if (event.kind === 'utterance') return { ...event, text: '[SECRET]' };
  return event.kind === 'choice' ? { ...event, value: '[SECRET]' } : event;
};

function asksForSecret(book: FlowBook, state: ConversationState): boolean {
  const frame = state.stack.at(-1);
  const flow = frame && book.flows[frame.flow];
  const step = frame && flow?.steps[frame.step]?.step;
  if (!frame?.waiting || step?.kind !== 'collect') return false;
  return (flow?.slots[step.slot] ?? book.slots[step.slot])?.sensitivity === 'secret';
}

// A book never changes.
const known = new WeakMap<FlowBook, ReadonlyMap<string, Sensitivity>>();

function sensitiveSlots(book: FlowBook): ReadonlyMap<string, Sensitivity> {
  const names = known.get(book) ?? findSensitiveSlots(book);
  known.set(book, names);
  return names;
}

/** Strictest word on each slot's name over all flows. */
function findSensitiveSlots(book: FlowBook): ReadonlyMap<string, Sensitivity> {
  const names = new Map<string, Sensitivity>();
  for (const slots of [book.slots, ...Object.values(book.flows).map((flow) => flow.slots)]) {
    for (const [name, { sensitivity }] of Object.entries(slots)) {
      if (sensitivity === 'secret' || (sensitivity === 'personal' && names.get(name) !== 'secret'))
        names.set(name, sensitivity);
    }
  }
  return names;
}

function hiddenIn(turn: FinishedTurn): Hidden {
  const names = sensitiveSlots(turn.book);
  const values = new Map<string, string>();
  const collect = (slots: Slots): void => {
    for (const [name, value] of Object.entries(slots)) {
      if (names.has(name)) for (const text of textsOf(value)) values.set(text, name);
    }
  };
  for (const state of [turn.before, turn.state]) {
    collect(state.memory);
    for (const frame of [...state.stack, ...(state.finished ? [state.finished] : []), ...state.parked.flat()])
      collect(frame.slots);
  }
  for (const call of turn.calls) collect(call.with);
  for (const command of turn.understanding?.commands ?? []) {
    if (command.kind === 'set_slot' || command.kind === 'correct_slot') collect({ [command.slot]: command.value });
  }
  return {
    names,
    values: [...values]
      .map(([text, name]) => ({ text, name }))
      .sort((one, other) => other.text.length - one.text.length),
    told: (turn.understanding?.commands ?? []).some(
      (command) => (command.kind === 'set_slot' || command.kind === 'correct_slot') && names.has(command.slot),
    ),
  };
}

function textsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return value.length >= SHORTEST_HIDDEN ? [value] : [];
  if (typeof value === 'number') return String(value).length > SHORTEST_HIDDEN ? [String(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

// Masking puts texts in the place of texts and leaves the shape alone, so the type stays what it was.
function maskAll<Value>(value: Value, hidden: Hidden): Value {
  return mask(value, hidden) as Value;
}

/** Members whose words are the house's own: ids, kinds, instants. */
const PLAIN_MEMBERS = new Set([
  'id',
  'kind',
  'at',
  'conversationId',
  'flow',
  'step',
  'key',
  'url',
  'locale',
  'by',
  'callId',
  'from',
]);

function mask(value: unknown, hidden: Hidden): unknown {
  if (typeof value === 'string') return maskText(value, hidden);
  if (Array.isArray(value)) return value.map((one) => mask(one, hidden));
  if (typeof value !== 'object' || value === null) return value;
  const named = 'slot' in value && typeof value.slot === 'string' ? hidden.names.get(value.slot) : undefined;
  const masked: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const kept = maskMember(value, named, name, inner, hidden);
    if (kept === LEFT_OUT) continue;
    if (name === '__proto__') Object.defineProperty(masked, name, { ...OWN, value: kept });
    else masked[name] = kept;
  }
  return masked;
}

const LEFT_OUT = Symbol('left out');
const OWN = { configurable: true, enumerable: true, writable: true } as const;

function maskMember(
  value: object,
  named: Sensitivity | undefined,
  name: string,
  inner: unknown,
  hidden: Hidden,
): unknown {
  const sensitivity = hidden.names.get(name) ?? (named && name !== 'slot' && name !== 'kind' ? named : undefined);
  if (sensitivity === 'secret') return name === 'value' ? '[SECRET]' : LEFT_OUT;
  if (sensitivity === 'personal' && inner !== null) return `[${(named ? slotName(value) : name).toUpperCase()}]`;
  return PLAIN_MEMBERS.has(name) ? inner : mask(inner, hidden);
}

const slotName = (value: object): string =>
  'slot' in value && typeof value.slot === 'string' ? value.slot : 'personal';

function maskText(text: string, hidden: Hidden): string {
  let result = text;
  for (const { text: value, name } of hidden.values) {
    if (result.includes(value)) result = result.replaceAll(value, `[${name.toUpperCase()}]`);
  }
  return redact(result, hidden.told);
}
