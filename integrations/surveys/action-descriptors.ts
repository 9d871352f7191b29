import { z } from 'zod';
import { describeAction } from '../describe-action.ts';

/** What flows may know of the survey. */
export const SURVEY_ACTIONS = {
  save_survey: describeAction({
    name: 'save_survey',
    description: 'Keeps the answers of the satisfaction survey.',
    input: z.object({
      solved: z.boolean().optional(),
      ease: z.int().min(1).max(7).optional().describe('1 = very hard, 7 = very easy'),
      comment: z.string().max(2000).optional(),
    }),
    output: z.object({ saved: z.boolean() }),
    outcomes: [],
    access: 'write',
    timeoutMs: 2500,
  }),
} as const;
