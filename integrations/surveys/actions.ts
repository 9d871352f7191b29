import type { Action } from '../action.ts';
import { provedCustomer } from '../identity-proof.ts';
import { implementAction } from '../implement-action.ts';
import { toJson } from '../to-json.ts';
import { SURVEY_ACTIONS } from './action-descriptors.ts';

/** The code behind the survey: its answers go to the archive. */
export function createSurveyActions(): readonly Action[] {
  return [
    implementAction(SURVEY_ACTIONS.save_survey, async (answers, context) => {
      const { conversationId, channel, locale, now: at, idempotencyKey } = context;
      const customerId = provedCustomer(context);
      const whose = customerId === undefined ? {} : { customerId };
      const body = toJson({ ...answers, channel, locale });
      const outcome = answers.solved === undefined ? {} : { outcome: answers.solved ? 'solved' : 'unsolved' };
      context.keep({ id: `survey:${idempotencyKey}`, kind: 'survey', at, conversationId, ...whose, ...outcome, body });
      return { outcome: 'ok', output: { saved: true } };
    }),
  ];
}
