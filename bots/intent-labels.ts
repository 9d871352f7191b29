import { commandsOf } from '../integrations/nlu/commands-of.ts';
import { labelOf } from '../integrations/nlu/embedded/label-of.ts';
import type { TrainingExamples } from '../integrations/nlu/nlu.ts';
import type { IntentLabel } from '../integrations/nlu/reading.ts';

/** What the examples of both languages were written for, each once: every label that words can call. */
export function intentLabels(examples: TrainingExamples): readonly IntentLabel[] {
  const labels = new Map<string, IntentLabel>();
  for (const ofLocale of Object.values(examples)) {
    for (const [flow, phrases] of Object.entries(ofLocale)) {
      for (const phrase of phrases) {
        const label = labelOf(flow, phrase);
        if (!labels.has(label.id) && commandsOf(label) !== undefined) labels.set(label.id, label);
      }
    }
  }
  return [...labels.values()];
}
