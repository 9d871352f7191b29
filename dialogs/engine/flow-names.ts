import type { FlowId } from '../protocol/ids.ts';
import { formatText } from '../response/format-text.ts';
import type { Draft } from './draft.ts';
import { hasText } from './say-text.ts';

/** The words of a label in the conversation's language, or undefined where the book has no such text. */
export function labelText(draft: Pick<Draft, 'book' | 'state' | 'now'>, key: string): string | undefined {
  const variant = draft.book.texts[draft.state.locale][key]?.[0];
  const source = variant?.text[0];
  if (source === undefined) return undefined;
  return formatText(source, {}, { locale: draft.state.locale, zone: draft.state.zone ?? 'UTC', spoken: false });
}

/** What a flow is called on a button: its text `title`. */
export function flowTitle(draft: Pick<Draft, 'book' | 'state' | 'now'>, flow: FlowId): string {
  return labelText(draft, `${flow}.title`) ?? readable(flow);
}

/** What a flow is called inside a sentence ("back to your renewal"): its text `topic`, else its title. */
export function flowTopic(draft: Pick<Draft, 'book' | 'state' | 'now'>, flow: FlowId): string {
  const key = `${flow}.topic`;
  return (hasText(draft.book, key) ? labelText(draft, key) : undefined) ?? flowTitle(draft, flow);
}

function readable(flow: FlowId): string {
  return (flow.split('/').at(-1) ?? flow).replaceAll('-', ' ');
}
