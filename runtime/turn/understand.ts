import type { Expectation, Understanding } from '../../dialogs/protocol/understanding.ts';
import type { Nlu, UnderstandingContext } from '../../integrations/nlu/nlu.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';

const NOT_UNDERSTOOD: Understanding = {
  commands: [{ kind: 'cannot_handle', why: 'not_understood' }],
  confidence: 0,
  by: 'rules',
};

/** Words → commands. An understanding that breaks counts as not having understood: the dialog knows how to go on from there. */
export async function understand(
  parts: { readonly nlu: Nlu; readonly telemetry: Telemetry },
  text: string,
  expectation: Expectation,
  context: UnderstandingContext,
): Promise<Understanding> {
  try {
    return await parts.nlu.understand(text, expectation, context);
  } catch (fault) {
    parts.telemetry.error('understanding_failed', {}, fault);
    return NOT_UNDERSTOOD;
  }
}
