import { createReport } from '../flow-problem.ts';
import { readYaml } from '../read-yaml.ts';
import type { TextFile } from '../source-file.ts';
import type { CheckContext } from './check-context.ts';
import { normalizePhrase } from './normalize-phrase.ts';
import { plainSentences } from './plain-sentences.ts';

/** A script with real understanding proves nothing with a sentence that understanding was trained on. */
export function checkScripts(scripts: readonly TextFile[], { dialogs, report }: CheckContext): void {
  const examples = new Map<string, string>();
  for (const files of dialogs.locales.values()) {
    for (const file of files.values()) {
      for (const { example } of file.examples) examples.set(normalizePhrase(example.text), file.flow);
    }
  }
  const isExample = (sentence: string) => examples.has(normalizePhrase(sentence));
  for (const script of scripts) {
    if (plainSentences(script.text)?.some(isExample) === false) continue;
    // What is wrong with a script itself is said by those who run it.
    const source = readYaml(script, createReport());
    if (fieldOf(source.value, 'understanding') === 'given') continue;
    const turns = fieldOf(source.value, 'turns');
    if (!Array.isArray(turns)) continue;
    for (const [index, turn] of turns.entries()) {
      const words = fieldOf(turn, 'customer');
      const flow = typeof words === 'string' ? examples.get(normalizePhrase(words)) : undefined;
      if (flow === undefined) continue;
      report.add(
        'script-is-example',
        source,
        ['turns', index, 'customer'],
        `"${String(words)}" is a training example of \`${flow}\`.`,
      );
    }
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined; // own key, seen
}
