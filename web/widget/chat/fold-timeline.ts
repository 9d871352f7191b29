import type { ChatMessage, Control } from './chat-message.ts';

/** One thing in the conversation's column: a message, or the line where someone else takes over. */
export type Entry =
  | { readonly kind: 'message'; readonly key: string; readonly seq: number; readonly message: ChatMessage }
  | { readonly kind: 'control'; readonly key: string; readonly seq: number; readonly control: Control }
  /** A sentence of ours: the conversation was renewed. */
  | { readonly kind: 'renewed'; readonly key: string; readonly seq: number };

/** Adds a message, or replaces the one with its id in its place: an echo of our own, or a replay. */
export function foldMessage(entries: readonly Entry[], message: ChatMessage, seq: number): readonly Entry[] {
  const entry: Entry = { kind: 'message', key: message.id, seq, message };
  const at = entries.findIndex((one) => one.key === message.id);
  return at < 0 ? [...entries, entry] : entries.with(at, entry);
}

/** Adds a line where the answering side changes; a new place in the queue only rewrites the last line. */
export function foldControl(entries: readonly Entry[], control: Control, seq: number): readonly Entry[] {
  const key = `control-${seq || entries.length}`;
  if (entries.some((one) => one.key === key)) return entries;
  const last = entries.findLast((one) => one.kind === 'control');
  const before: Control = last?.kind === 'control' ? last.control : { owner: 'bot' };
  const same = before.owner === control.owner && before.agentName === control.agentName;
  return same ? entries : [...entries, { kind: 'control', key, seq, control }];
}

/** Language that the bot has changed to with this message, if it has. */
export function changedLocale(entries: readonly Entry[], message: ChatMessage): string | undefined {
  const last = entries.findLast((one) => one.kind === 'message' && one.message.from === 'bot');
  if (last?.kind !== 'message' || message.from !== 'bot' || last.key === message.id) return undefined;
  return last.message.locale === message.locale ? undefined : message.locale;
}
