import { createHash } from 'node:crypto';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { IntentLabel } from '../reading.ts';

/** Characters that Dialogflow CX takes for a display name. */
const LONGEST = 64;

/**
 * The display name of a label's intent in Dialogflow CX. The export writes it and the engine reads it, so the same label always has the
 * same name, and two labels never share one.
 * @example intentNameOf(label) // 'order-status.wish-cancel', 'ask-knowledge.topic-price.question', 'patterns.chitchat.topic-joke'
 */
export function intentNameOf({ id, flow, set, words }: IntentLabel): string {
  const facts = Object.entries(set).map(([slot, value]) => `${slot}-${spell(value)}`);
  const whole = [flow.replaceAll('/', '.'), ...facts, ...(words === undefined ? [] : [words])].join('.');
  const plain = whole.replace(/[^A-Za-z0-9._-]/g, '_');
  if (plain === whole && plain.length <= LONGEST) return plain;
  // What was lost by cutting or replacing is told by the label's hash.
  const mark = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return `${plain.slice(0, LONGEST - mark.length - 1)}.${mark}`;
}

/** As JSON where it is no word, so that the text "1" is another value than the number. */
const spell = (value: Json): string =>
  typeof value === 'string' && !/^(?:true|false|null|-?\d.*)$/.test(value) ? value : JSON.stringify(value);
