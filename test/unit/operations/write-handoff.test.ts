import { type HandoffContext, handoffContext } from '../../../dialogs/protocol/handoff-context.ts';
import { isGenuine } from '../../../operations/handoff/sign-context.ts';
import { aRuntime, plainUnderstanding, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime;
afterEach(() => under.end());

async function handedOver(
  before: readonly string[] = [],
): Promise<{ contexts: HandoffContext[]; conversationId: string }> {
  under = await aRuntime({
    understand: (text) =>
      text === 'a person please'
        ? { commands: [{ kind: 'handoff', reason: 'asked' }], confidence: 1, by: 'given' }
        : plainUnderstanding(text),
  });
  let conversationId = '';
  for (const [n, text] of [...before, 'a person please'].entries()) {
    const accepted = await under.runtime.accept(anUtterance(`m${n}`, text));
    if (accepted.kind === 'accepted') conversationId = accepted.conversationId;
    await under.settle();
  }
  const records = await under.parts.records.find({ kind: 'handoff', conversationId, limit: 10 });
  return { contexts: records.map(({ body }) => handoffContext.parse(body)), conversationId };
}

test('the context is in the archive in the turn in which a person was asked for', async () => {
  const { contexts, conversationId } = await handedOver(['start the echo']);
  expect(contexts).toHaveLength(1);
  expect(contexts[0]).toMatchObject({
    schema: 'handoff/1',
    tenant: 'shop',
    controlEpoch: 1,
    conversation: { id: conversationId, channel: 'test', threadId: 'thread-1' },
    reason: { code: 'asked', trigger: 'customer' },
  });
  expect(under.controls).toContainEqual({ owner: 'queue', epoch: 1 });
  expect(under.logged.filter(({ event }) => event === 'handoff_invalid')).toEqual([]);
});

test('it is signed: whoever changes a word of it is found out', async () => {
  const { contexts } = await handedOver();
  const [context] = contexts;
  if (!context) throw new Error('no context');
  const key = new Uint8Array(32);
  expect(context.transcript.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(isGenuine(context, key)).toBe(true);
  expect(isGenuine({ ...context, controlEpoch: 7 }, key)).toBe(false);
  expect(isGenuine({ ...context, tenant: 'other' }, key)).toBe(false);
  expect(isGenuine(context, new Uint8Array(32).fill(1))).toBe(false);
  expect(isGenuine({ ...context, provenance: { ...context.provenance, signature: '' } }, key)).toBe(false);
});

test('until the customer agreed, it tells nothing of what was said', async () => {
  const { contexts } = await handedOver(['start the echo', 'my secret wish']);
  expect(JSON.stringify(contexts)).not.toContain('my secret wish');
  expect(contexts[0]?.consent.shareWithAgent).toBe(false);
});
