import type { Expectation, Understanding } from '../../dialogs/protocol/understanding.ts';
import type { Nlu } from './nlu.ts';

/** The same engine, which reads the same words of a turn once, however many ask it. Every turn has an expectation of its own. */
export function onceATurn(nlu: Nlu): Nlu {
  const read = new WeakMap<Expectation, { readonly text: string; readonly answer: Promise<Understanding> }>();
  return {
    learned: nlu.learned,
    understand: (text, expectation, context) => {
      const known = read.get(expectation);
      if (known?.text === text) return known.answer;
      const answer = nlu.understand(text, expectation, context);
      read.set(expectation, { text, answer });
      return answer;
    },
  };
}
