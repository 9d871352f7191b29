import type { Expectation, Understanding } from '../../dialogs/protocol/understanding.ts';
import type { Nlu, UnderstandingContext } from '../../integrations/nlu/nlu.ts';
import { inSpan } from '../../integrations/telemetry/in-span.ts';
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
  return inSpan(parts.telemetry, 'understand', {}, async (inside) => {
    try {
      const understood = await parts.nlu.understand(text, expectation, context);
      inside.note?.({ by: understood.by });
      return understood;
    } catch (fault) {
      inside.error('understanding_failed', {}, fault);
      return NOT_UNDERSTOOD;
    }
  });
}
