import { slotDefinition } from '../../../dialogs/engine/visible-slots.ts';
import type { FlowBook } from '../../../dialogs/flow/flow-book.ts';
import type { Example } from '../../../dialogs/flow/text.ts';
import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import { LOCALES, type Locale } from '../../../dialogs/protocol/locale.ts';
import { intentNameOf } from '../../../integrations/nlu/dialogflow-cx/intent-name.ts';
import { BACKGROUND } from '../../../integrations/nlu/embedded/background/index.ts';
import { labelOf } from '../../../integrations/nlu/embedded/label-of.ts';
import type { IntentLabel } from '../../../integrations/nlu/reading.ts';
import { intentLabels } from '../../intent-labels.ts';
import { type AgentPackage, type Fields, fileNameOf, idOf, NEGATIVE_INTENT, placeOf } from './agent-package.ts';
import { entityTypeOf } from './entity-types.ts';

const PRIORITY = 500_000;

/** An intent for everything that examples were written for, and the sentences that no shop can serve as what is none. */
export function intentFiles(book: FlowBook): AgentPackage {
  const byLabel = new Map<string, Record<Locale, Example[]>>();
  for (const locale of LOCALES) {
    for (const [flow, examples] of Object.entries(book.examples[locale])) {
      for (const example of examples) {
        const { id } = labelOf(flow, example);
        const known = byLabel.get(id) ?? { en: [], ja: [] };
        known[locale].push(example);
        byLabel.set(id, known);
      }
    }
  }
  const intents = intentLabels(book.examples).map((label) => intentOf(book, label, byLabel.get(label.id)));
  return Object.assign({}, ...intents, negativeIntent());
}

function intentOf(
  book: FlowBook,
  label: IntentLabel,
  examples: Readonly<Record<Locale, readonly Example[]>> | undefined,
) {
  const name = intentNameOf(label);
  const all = LOCALES.flatMap((locale) => examples?.[locale] ?? []);
  const slots = [...new Set(all.flatMap(({ spans }) => spans.map(({ slot }) => slot)))];
  const parameters = slots
    .filter((slot) => slot !== label.words)
    .flatMap((slot) => parameterOf(book, label.flow, slot));
  const described = parameters.map(({ id }) => id);
  return {
    [placeOf('intents', name)]: {
      ...{ name: idOf(`intent ${name}`), displayName: name, description: label.id, priority: PRIORITY },
      ...(parameters.length > 0 ? { parameters } : {}),
      numTrainingPhrases: all.length,
    },
    ...Object.fromEntries(
      LOCALES.flatMap((locale) =>
        phrasesFile(
          name,
          locale,
          (examples?.[locale] ?? []).map((each) => partsOf(each, described)),
        ),
      ),
    ),
  };
}

/** What is said instead of a value is nothing to be kept in anybody's logs. */
function parameterOf(book: FlowBook, flow: FlowId, slot: string): readonly ({ readonly id: string } & Fields)[] {
  const entityType = entityTypeOf(book, flow, slot);
  if (!entityType) return [];
  const redact = slotDefinition(book, { flow }, slot)?.sensitivity !== 'public';
  return [{ id: slot, entityType, ...(redact ? { redact } : {}) }];
}

function negativeIntent(): AgentPackage {
  const phrases = LOCALES.flatMap((locale) =>
    phrasesFile(
      NEGATIVE_INTENT,
      locale,
      BACKGROUND[locale].map((text) => [{ text }]),
    ),
  );
  return {
    [placeOf('intents', NEGATIVE_INTENT)]: {
      ...{
        name: idOf(`intent ${NEGATIVE_INTENT}`),
        displayName: NEGATIVE_INTENT,
        priority: PRIORITY,
        isFallback: true,
      },
      numTrainingPhrases: LOCALES.reduce((sum, locale) => sum + BACKGROUND[locale].length, 0),
    },
    ...Object.fromEntries(phrases),
  };
}

function phrasesFile(intent: string, locale: Locale, phrases: readonly (readonly Fields[])[]) {
  if (phrases.length === 0) return [];
  const trainingPhrases = phrases.map((parts, place) => ({
    ...{ id: idOf(`phrase ${intent} ${locale} ${place}`), parts, repeatCount: 1, languageCode: locale },
  }));
  return [[`intents/${fileNameOf(intent)}/trainingPhrases/${locale}.json`, { trainingPhrases }] as const];
}

/** The phrase cut at its values. A value that is the whole phrase is left unmarked: it would teach that anything at all is meant. */
function partsOf({ text, spans }: Example, parameters: readonly string[]): readonly Fields[] {
  const parts: Fields[] = [];
  let from = 0;
  for (const { start, end, slot } of [...spans].sort((a, b) => a.start - b.start)) {
    if (!parameters.includes(slot) || start < from) continue;
    if (start > from) parts.push({ text: text.slice(from, start) });
    parts.push({ text: text.slice(start, end), parameterId: slot });
    from = end;
  }
  return from < text.length ? [...parts, { text: text.slice(from) }] : parts;
}
