import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import type { TrainingExamples } from '../nlu.ts';
import type { IntentLabel } from '../reading.ts';

type Phrase = TrainingExamples['en'][FlowId][number];

/**
 * What a phrase stands for. Phrases of one flow that set other slots, or whose whole wording is a slot's value
 * (`[how do I descale it](question)`), are labels of their own.
 */
export function labelOf(flow: FlowId, phrase: Phrase): IntentLabel {
  const keys = Object.keys(phrase.set).sort();
  const set = Object.fromEntries(keys.map((key) => [key, phrase.set[key] ?? null]));
  const words = wholeSlot(phrase);
  const id = [flow, ...(keys.length > 0 ? [JSON.stringify(set)] : []), ...(words ? [`[${words}]`] : [])].join(' ');
  return { id, flow, set, ...(words ? { words } : {}) };
}

/** The slot that a phrase fills with all its words, if one span covers it. */
function wholeSlot({ text, spans }: Phrase): string | undefined {
  const [span] = spans;
  if (spans.length !== 1 || !span) return undefined;
  const outside = (text.slice(0, span.start) + text.slice(span.end)).replace(/[^\p{L}\p{N}]/gu, '');
  const several = /[\s\u3040-\u30ff]/.test(text.slice(span.start, span.end));
  return outside === '' && several ? span.slot : undefined;
}
