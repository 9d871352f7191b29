import type { Draft } from './draft.ts';
import { startPattern } from './start-pattern.ts';

/** Takes leave; a survey is due once, after something was done. */
export function sayGoodbye(draft: Draft): void {
  const { finished, timesSaid, stack, deferred } = draft.state;
  const asked = Object.keys(timesSaid).some((key) => key.startsWith('satisfaction-survey.'));
  startPattern(draft, 'goodbye', {
    survey_due: finished?.outcome === 'success' && !asked,
    unfinished: stack.some((frame) => frame.cause === 'customer'),
    more: deferred.length > 0,
  });
}
