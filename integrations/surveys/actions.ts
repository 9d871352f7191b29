import type { Action } from '../action.ts';
import { provedCustomer } from '../identity-proof.ts';
import { implementAction } from '../implement-action.ts';
import type { Records } from '../records/records.ts';
import { toJson } from '../to-json.ts';
import { SURVEY_ACTIONS } from './action-descriptors.ts';

/** The code behind the survey: its answers go to the archive. */
export function createSurveyActions({ records }: { readonly records: Pick<Records, 'write'> }): readonly Action[] {
  return [
    implementAction(SURVEY_ACTIONS.save_survey, async (answers, context) => {
      const { conversationId, channel, locale, now: at, idempotencyKey } = context;
      const customerId = provedCustomer(context);
      const whose = customerId === undefined ? {} : { customerId };
      const body = toJson({ ...answers, channel, locale });
      await records.write([{ id: `survey:${idempotencyKey}`, kind: 'survey', at, conversationId, ...whose, body }]);
      return { outcome: 'ok', output: { saved: true } };
    }),
  ];
}
