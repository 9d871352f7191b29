import { z } from 'zod';
import type { ActEffect } from '../../../dialogs/engine/take-turn.ts';
import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import { defineAction } from '../../../integrations/action.ts';
import { performEffects } from '../../../runtime/turn/perform-effects.ts';
import { aRuntime, type TestRuntime } from '../../kit/a-runtime.ts';
import { aState } from '../../kit/a-state.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime;
beforeEach(async () => {
  under = await aRuntime();
});
afterEach(() => under.end());

const DEADLINE = '2026-11-24T09:00:08.000Z';
const effect: ActEffect = {
  ...{ kind: 'act', callId: 'c1', action: 'buy', with: {}, timeoutMs: 1000, late: 'skip' },
};

/** Runs effects of one turn, so many seconds after its event came. @returns what came of them, and the keys that were bought under */
async function perform(event: InboundEvent, secondsLater: number, ...effects: readonly ActEffect[]) {
  const keys: string[] = [];
  const buy = defineAction({
    name: 'buy',
    description: 'Buys.',
    input: z.object({}),
    output: z.null(),
    access: 'write',
    timeoutMs: 1000,
    run: async (_, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      return { outcome: 'ok', output: null };
    },
  });
  const clock = () => Date.parse('2026-11-24T09:00:00.000Z') + secondsLater * 1000;
  const parts = { ...under.parts, actions: new Map([[buy.name, buy]]), clock };
  const place = {
    conversationId: 'c',
    event,
    startedAt: clock(),
    bringLater: async () => undefined,
    keep: () => undefined,
  };
  const act = performEffects(parts, place);
  const acted = [];
  for (const one of effects) acted.push(await act(one, aState()));
  return { acted, keys };
}

const asked = (id: string): InboundEvent => ({ ...anUtterance(id), deadline: DEADLINE });

test('a write is held back once nobody waits for the answer any more', async () => {
  const { acted, keys } = await perform(asked('m1'), 20, effect);
  expect(acted).toEqual([{ held: { key: 'm1|buy|1' } }]);
  expect(keys).toEqual([]);
});

test('a write is done while somebody waits, and where an answer reaches the customer whenever it comes', async () => {
  expect((await perform(asked('m1'), 7, effect)).keys).toHaveLength(1);
  expect((await perform(anUtterance('m1'), 3600, effect)).keys).toHaveLength(1);
});

test('what the dialog calls fit for late is done', async () => {
  expect((await perform(asked('m1'), 20, { ...effect, late: 'ok' })).keys).toHaveLength(1);
});

test('what was held back is done later under the key that it may have been begun with', async () => {
  const [first] = (await perform(asked('m1'), 2, effect)).keys;
  const { acted } = await perform(asked('m1'), 20, effect);
  const [held] = acted;
  if (typeof held !== 'object' || !('held' in held)) throw new Error('It was not held.');
  expect((await perform(asked('m2'), 2, { ...effect, heldKey: held.held.key })).keys).toEqual([first]);
});
