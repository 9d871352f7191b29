import { inboxCases } from './inbox-cases.ts';
import { leaseCases } from './lease-cases.ts';
import { mergeCases } from './merge-cases.ts';
import { modelCases } from './model-cases.ts';
import { outboxCases } from './outbox-cases.ts';
import type { StorePlug } from './store-plug.ts';
import { timerCases } from './timer-cases.ts';
import { upkeepCases } from './upkeep-cases.ts';

/**
 * What every conversation store keeps to.
 * @example conversationStoreContract({ name: 'sqlite', modelRuns: 1000, create: async (times) => … })
 */
export function conversationStoreContract(plug: StorePlug): void {
  describe(`the conversation store ${plug.name}`, () => {
    inboxCases(plug);
    leaseCases(plug);
    outboxCases(plug);
    timerCases(plug);
    mergeCases(plug);
    upkeepCases(plug);
    modelCases(plug);
  });
}
