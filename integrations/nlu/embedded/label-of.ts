import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import type { Slots } from '../../../dialogs/protocol/value.ts';
import type { IntentLabel } from '../reading.ts';

/** The label of a flow's phrases that set these slots. */
export function labelOf(flow: FlowId, set: Slots): IntentLabel {
  const keys = Object.keys(set).sort();
  const sorted = Object.fromEntries(keys.map((key) => [key, set[key] ?? null]));
  return { id: keys.length === 0 ? flow : `${flow} ${JSON.stringify(sorted)}`, flow, set: sorted };
}
