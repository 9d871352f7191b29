import type { CollectStep } from '../flow/steps/collect.ts';
import type { Choice } from '../protocol/message.ts';
import type { Frame } from '../protocol/state.ts';
import { isRecord, type Json } from '../protocol/value.ts';
import type { Draft } from './draft.ts';
import { evaluate } from './evaluate.ts';
import { labelText } from './flow-names.ts';
import { MORE_OPTIONS, POLICY } from './policy.ts';
import { slotDefinition } from './visible-slots.ts';

/** Every answer that the question offers, in order. A yes/no question offers yes and no where nothing else is written. */
export function allChoices(draft: Draft, frame: Frame, step: CollectStep): readonly Choice[] {
  if (step.options) return step.options.map(({ value, text }) => labelled(draft, value, text));
  if (step.options_from !== undefined) return listed(evaluate(draft, frame, step.options_from));
  if (slotDefinition(draft.book, frame, step.slot)?.type !== 'boolean') return [];
  return [labelled(draft, true, 'patterns/no-match.yes'), labelled(draft, false, 'patterns/no-match.no')];
}

/** The answers offered now: where they can only be heard, three at a time and the way to more. */
export function choicesNow(draft: Draft, frame: Frame, step: CollectStep): readonly Choice[] {
  const all = allChoices(draft, frame, step);
  const { screen, speech } = draft.state.place;
  if (screen || !speech || all.length <= POLICY.optionsAtOnce + 1) return all;
  const pages = Math.ceil(all.length / POLICY.optionsAtOnce);
  const start = (frame.page % pages) * POLICY.optionsAtOnce;
  return [...all.slice(start, start + POLICY.optionsAtOnce), labelled(draft, MORE_OPTIONS, 'patterns/no-match.more')];
}

function labelled(draft: Draft, value: Json, key: string): Choice {
  const synonyms = draft.book.texts[draft.state.locale][key]?.flatMap((variant) => variant.synonyms) ?? [];
  const label = labelText(draft, key) ?? String(value);
  return { value, label, ...(synonyms.length > 0 ? { synonyms } : {}) };
}

/** Records of `{value, label}` as choices; what has no value is no choice. */
function listed(value: Json | undefined): readonly Choice[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: Json): Choice[] => {
    if (entry === null) return [];
    if (!isRecord(entry)) return [{ value: entry, label: String(entry) }];
    const { value: chosen, label, synonyms } = entry;
    if (chosen === undefined || chosen === null) return [];
    const words = Array.isArray(synonyms) ? synonyms.filter((word) => typeof word === 'string') : [];
    const name = typeof label === 'string' && label !== '' ? label : String(chosen);
    return [{ value: chosen, label: name, ...(words.length > 0 ? { synonyms: words } : {}) }];
  });
}
