import type { protos } from '@google-cloud/dialogflow-cx';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { IntentLabel, ScoredIntent } from '../reading.ts';
import { readStruct } from './read-struct.ts';

type Response = protos.google.cloud.dialogflow.cx.v3.IMatchIntentResponse;

/** What of Dialogflow's answer counts for us. */
export interface ReadMatches {
  /** Best first, one per flow. Intents that the agent has and our dialogs have not are left out. */
  readonly intents: readonly ScoredIntent[];
  /** By slot; nothing in it is believed yet. */
  readonly parameters: Readonly<Record<string, Json>>;
}

const MATCHED: ReadonlySet<unknown> = new Set(['INTENT', 'DIRECT_INTENT']);

/** @param labels what each display name of an intent means */
export function readMatches({ matches }: Response, labels: ReadonlyMap<string, IntentLabel>): ReadMatches {
  const intents = new Map<string, ScoredIntent>();
  let parameters: Readonly<Record<string, Json>> = {};
  for (const match of matches ?? []) {
    const label = MATCHED.has(match.matchType) ? labels.get(match.intent?.displayName ?? '') : undefined;
    if (!label) continue;
    const score = Math.min(1, Math.max(0, match.confidence ?? 0));
    if (intents.size === 0) parameters = readStruct(match.parameters);
    if (score > (intents.get(label.flow)?.score ?? -1)) intents.set(label.flow, { label, score });
  }
  return { intents: [...intents.values()].sort((a, b) => b.score - a.score), parameters };
}
