import type { PatternName } from '../flow/pattern-names.ts';
import type { Json } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { POLICY } from './policy.ts';
import { bareFrame, newFrame, pushFrame } from './stack.ts';

export type PatternInputs = Readonly<Record<string, Json | undefined>>;

/**
 * Lays a repair flow on top and puts what it needs to know into the slots that it declares. A book without the pattern goes on as
 * if it had run and said nothing.
 */
export function startPattern(draft: Draft, name: PatternName, inputs: PatternInputs = {}): void {
  const flow = `patterns/${name}`;
  const known = Object.fromEntries(
    Object.entries(inputs).filter((entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== ''),
  );
  // Slots that the flow doesn't declare are not seen by it; they are the engine's own notes for the pattern's end.
  const frame = newFrame(draft.book, flow, 'pattern', known);
  if (!frame || draft.state.stack.length >= POLICY.frames) {
    draft.trace.push({ kind: 'warning', flow, detail: frame ? 'too many frames' : 'pattern missing' });
    draft.endings.push({ frame: bareFrame(flow, known), outcome: 'success', close: false });
    return;
  }
  draft.trace.push({ kind: 'pattern', flow, detail: known });
  pushFrame(draft, frame);
}
