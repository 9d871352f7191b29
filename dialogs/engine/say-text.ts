import type { FlowBook } from '../flow/flow-book.ts';
import type { CardText, TextVariant } from '../flow/text.ts';
import type { Effect, Resend } from '../protocol/effect.ts';
import type { TextKey } from '../protocol/ids.ts';
import type { Choice } from '../protocol/message.ts';
import type { Frame, SaidText } from '../protocol/state.ts';
import type { Json, Values } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { note } from './note.ts';
import { POLICY } from './policy.ts';
import { slotDefinition, visibleSlots } from './visible-slots.ts';

export interface SayOptions {
  readonly choices?: readonly Choice[];
  readonly reprompt?: TextKey;
  readonly expectsReply?: boolean;
  readonly resend?: Resend;
  readonly slower?: boolean;
}

/** Says a text in a frame's name: the values are the frame's slots that the text names, and what `with` adds. */
export function sayInFrame(
  draft: Draft,
  frame: Frame,
  key: TextKey,
  extra: Values = {},
  options: SayOptions = {},
): void {
  const named = namesIn(draft.book, key);
  const values: Record<string, Json> = {};
  for (const [slot, value] of Object.entries(visibleSlots(draft.book, draft.state, frame))) {
    const secret = slotDefinition(draft.book, frame, slot)?.sensitivity === 'secret';
    if (named.has(slot) && !secret) values[slot] = value;
  }
  sayText(
    draft,
    { text: key, with: { ...values, ...extra }, ...(options.choices ? { choices: options.choices } : {}) },
    options,
  );
}

/** Says a text with exactly these values. */
export function sayText(draft: Draft, said: SaidText, options: SayOptions = {}): void {
  const { state } = draft;
  const times = state.timesSaid[said.text] ?? 0;
  draft.effects.push({
    kind: 'say',
    text: said.text,
    with: said.with,
    ...(said.choices ? { choices: said.choices } : {}),
    ...(options.reprompt ? { reprompt: options.reprompt } : {}),
    expectsReply: options.expectsReply ?? false,
    resend: options.resend ?? 'again',
    ...(options.slower ? { slower: true } : {}),
    alternative: times,
  });
  const { [said.text]: _, ...others } = state.timesSaid;
  const timesSaid = Object.fromEntries([...Object.entries(others), [said.text, times + 1]].slice(-POLICY.timesSaid));
  const lastSaid = [...(draft.fresh ? [] : state.lastSaid), said].slice(-8);
  draft.fresh = false;
  draft.state = { ...state, timesSaid, lastSaid };
  note(draft, { by: 'bot', said: { text: said.text, with: briefly(said.with) } });
}

/** Lists and records are left out of the history: it keeps what was told, not whole answers of company systems. */
function briefly(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value !== 'object' && JSON.stringify(value).length <= 200),
  );
}

/** How many ways a text can be said on screens. */
export function alternatives(draft: Draft, key: TextKey): number {
  const variants = draft.book.texts[draft.state.locale][key];
  return Math.max(1, ...(variants ?? []).map((variant) => variant.text.length));
}

/** Would saying this text now repeat the sentence that was said last? */
export function wouldRepeat(draft: Draft, key: TextKey): boolean {
  return draft.state.lastSaid.at(-1)?.text === key && alternatives(draft, key) < 2;
}

export function hasText(book: FlowBook, key: TextKey): boolean {
  return book.texts.en[key] !== undefined || book.texts.ja[key] !== undefined;
}

// A book never changes.
const named = new WeakMap<FlowBook, Map<TextKey, ReadonlySet<string>>>();

/** Names that a text takes values for, in any language. Rather one too many: a name that no slot has does no harm. */
function namesIn(book: FlowBook, key: TextKey): ReadonlySet<string> {
  const ofBook = named.get(book) ?? new Map<TextKey, ReadonlySet<string>>();
  named.set(book, ofBook);
  const known = ofBook.get(key);
  if (known) return known;
  const names = new Set(Object.values(book.texts).flatMap((texts) => (texts[key] ?? []).flatMap(namesInVariant)));
  if (hasText(book, key)) ofBook.set(key, names);
  return names;
}

function namesInVariant(variant: TextVariant): string[] {
  const lists = variant.list ? [variant.list.from] : [];
  const card = variant.card ? cardLists(variant.card) : [];
  const found = JSON.stringify(variant).matchAll(/\{\s*([a-z][a-z0-9_]*)/g);
  return [...lists, ...card, ...Array.from(found, (match) => match[1] ?? '')];
}

function cardLists(card: CardText): string[] {
  return [...(card.items ? [card.items.from] : []), ...(card.timeline ? [card.timeline.from] : [])];
}

export type SayEffect = Extract<Effect, { kind: 'say' }>;
