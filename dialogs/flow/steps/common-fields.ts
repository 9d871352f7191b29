import { condition, snakeName } from '../names.ts';
import { authoredNext } from '../next.ts';

/** Fields of every step. */
export const stepFields = {
  id: snakeName
    .optional()
    .describe('Name of the step in its flow; needed where something jumps to it. Stable, never reused.'),
  if: condition.optional().describe('While false, the step is skipped and the one after it in the file runs.'),
};

/** Fields of every step after which the flow goes on. */
export const ongoingStepFields = {
  ...stepFields,
  next: authoredNext.optional().describe('Where to go afterwards; without it the following step runs.'),
};
