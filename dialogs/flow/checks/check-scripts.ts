import type { Position, TextFile } from '../source-file.ts';
import type { CheckContext } from './check-context.ts';
import { normalizePhrase } from './normalize-phrase.ts';

/** What the check has to know of a conversation script; `text` lets it say the line. */
export interface ScriptToCheck extends Pick<TextFile, 'path'> {
  readonly text?: string;
  readonly script?: {
    readonly understanding: 'real' | 'given';
    readonly locale: string;
    readonly turns: readonly { readonly customer?: string | undefined }[];
  };
}

/** A script with real understanding proves nothing with a sentence that understanding was trained on. */
export function checkScripts(scripts: readonly ScriptToCheck[], { dialogs, report }: CheckContext): void {
  const examples = new Map<string, string>();
  for (const files of dialogs.locales.values()) {
    for (const file of files.values())
      for (const { example } of file.examples) examples.set(normalizePhrase(example.text), file.flow);
  }
  for (const { path, text, script } of scripts) {
    if (script?.understanding !== 'real') continue;
    for (const { customer } of script.turns) {
      const flow = customer === undefined ? undefined : examples.get(normalizePhrase(customer));
      if (customer === undefined || flow === undefined) continue;
      const source = { path, value: undefined, locate: () => placeOf(customer, text) };
      report.add('script-is-example', source, [], `"${customer}" is a training example of \`${flow}\`.`);
    }
  }
}

function placeOf(words: string, text: string | undefined): Position {
  const offset = text?.indexOf(words) ?? -1;
  if (text === undefined || offset < 0) return { line: 1, column: 1 };
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
