import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import type { Commit, Lease } from '../../../integrations/conversation-store/conversation-store.ts';
import { type LaneHooks, runLane } from '../../../runtime/inbox/run-lane.ts';
import { handleTurn } from '../../../runtime/turn/handle-turn.ts';
import { aRuntime, type TestRuntime } from '../../kit/a-runtime.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await aRuntime();
});
afterEach(() => runtime.end());

const event: InboundEvent = {
  ...{ id: 'm1', at: '2026-05-04T09:00:00.000Z', locale: 'en', kind: 'utterance', text: 'look it up' },
  from: { channel: 'test', accountId: 'a', userId: 'u' },
};

test('the very first turn of a conversation, run again later by another process, asks under the same key', async () => {
  const keys: string[] = [];
  const lookUp = runtime.parts.actions.get('look_up');
  if (!lookUp) throw new Error('There is no such action.');
  const actions = new Map([
    [
      'look_up',
      {
        ...lookUp,
        run: async (_: object, { idempotencyKey }: { readonly idempotencyKey: string }) => {
          keys.push(idempotencyKey);
          return { outcome: 'ok' as const, output: 'it' };
        },
      },
    ],
  ]);
  for (const now of [0, 12_345]) {
    const parts = { ...runtime.parts, actions, clock: () => Date.parse('2026-05-04T09:00:01.000Z') + now };
    await handleTurn(parts, { conversationId: 'c', event, version: 0, bringLater: async () => undefined });
  }
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
});

test('of two runs over the same message only the one that holds the lease commits, even where it was the first to say so', async () => {
  const { store } = runtime.parts;
  const limits = { dedupeMs: 60_000, inboxMax: 10 };
  const answers: Commit['kind'][] = [];
  const commit = async (...[lease, turn]: Parameters<typeof store.commit>): Promise<Commit> => {
    const answer = await store.commit(lease, turn);
    answers.push(answer.kind);
    return answer;
  };
  const parts = { ...runtime.parts, store: { ...store, commit } };
  const hooks: LaneHooks = {
    ...{ committed: () => undefined, holds: (_: Lease) => undefined, replied: () => undefined },
    ...{ bring: async () => undefined, stopped: new AbortController().signal },
  };
  const slow = await store.begin({ alias: 'a' }, event, { ...limits, leaseMs: 0 });
  if (slow.kind !== 'run') throw new Error(slow.kind);
  const next = await store.begin({ conversationId: slow.conversationId }, undefined, { ...limits, leaseMs: 5000 });
  if (next.kind !== 'run') throw new Error(next.kind);
  await runLane(parts, next, hooks);
  await runLane(parts, slow, hooks);
  expect(answers).toEqual(['done', 'fenced']);
});
