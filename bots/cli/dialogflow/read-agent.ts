import type { Json } from '../../../dialogs/protocol/value.ts';
import { isRecord } from '../../../dialogs/protocol/value.ts';
import type { AgentPackage } from './agent-package.ts';

/** A training phrase as our examples have it. */
export interface ReadPhrase {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly slot: string }[];
}

export interface ReadIntent {
  readonly name: string;
  /** What our export writes there: the label's id. */
  readonly description?: string;
  /** By language code. */
  readonly phrases: Readonly<Record<string, readonly ReadPhrase[]>>;
}

/** Reads intents and their phrases out of an agent package, whoever wrote it. The fallback intent is none. */
export function readAgent(files: AgentPackage): readonly ReadIntent[] {
  return Object.entries(files).flatMap(([place, intent]): readonly ReadIntent[] => {
    const folder = /^(intents\/([^/]+)\/)\2\.json$/.exec(place)?.[1];
    if (folder === undefined || intent['isFallback'] === true) return [];
    const phrases = Object.entries(files).flatMap(([each, { trainingPhrases }]) => {
      const language = each.startsWith(`${folder}trainingPhrases/`) ? /([^/]+)\.json$/.exec(each)?.[1] : undefined;
      return language === undefined ? [] : [[language, listOf(trainingPhrases).map(phraseOf)] as const];
    });
    const description = intent['description'];
    return [
      {
        name: String(intent['displayName']),
        ...(typeof description === 'string' ? { description } : {}),
        phrases: Object.fromEntries(phrases),
      },
    ];
  });
}

function phraseOf(phrase: Json): ReadPhrase {
  let text = '';
  const spans = [];
  for (const part of listOf(isRecord(phrase) ? phrase['parts'] : undefined)) {
    const words = isRecord(part) && typeof part['text'] === 'string' ? part['text'] : '';
    const slot = isRecord(part) ? part['parameterId'] : undefined;
    if (typeof slot === 'string') spans.push({ start: text.length, end: text.length + words.length, slot });
    text += words;
  }
  return { text, spans };
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
