import { z } from 'zod';
import { defineAction } from '../../../../integrations/action.ts';
import { ACTION_CATALOGUE } from '../../../../integrations/action-catalogue.ts';
import { runAction } from '../../../../integrations/run-action.ts';
import { aStage } from '../../../kit/company/a-stage.ts';

describe('the catalogue of actions', () => {
  it('describes every action that there is, and no other', () => {
    expect([...aStage().actions.keys()].sort()).toEqual(Object.keys(ACTION_CATALOGUE).sort());
    for (const [name, action] of Object.entries(ACTION_CATALOGUE)) expect(action.name).toBe(name);
  });

  it('refuses whoever has proved nothing, for every action that needs a proof', async () => {
    const stage = aStage();
    const input = {
      order_number: 'AB123456',
      plan_id: 'P1',
      option_id: 'O1',
      offer_id: 'of_1',
      product: 'kettle',
      words: 'x',
      date: '2026-12-01',
      address: '1 Long Street',
      on: true,
    };
    for (const action of Object.values(ACTION_CATALOGUE)) {
      if (action.needs) expect(await stage.act(action.name, input)).toEqual({ outcome: 'not_proved' });
    }
  });

  it('marks what buys, cancels or books', () => {
    const marked = (field: 'commits' | 'purchase') =>
      Object.values(ACTION_CATALOGUE)
        .filter((one) => one[field])
        .map((one) => one.name)
        .sort();
    expect(marked('commits')).toEqual([
      'book_repair',
      'cancel_order',
      'cancel_plan',
      'confirm_renewal',
      'forget_me',
      'order_replacement',
    ]);
    expect(marked('purchase')).toEqual(['confirm_renewal']);
  });
});

describe('running an action', () => {
  const context = aStage().context();
  const action = (run: () => Promise<{ outcome: string }>) =>
    defineAction({
      name: 'a',
      description: 'A.',
      input: z.object({ n: z.int() }),
      outcomes: ['none'],
      timeoutMs: 30,
      run,
    });

  it('turns wrong input, a thrown error and an undeclared outcome into failed, with an id that is in the log', async () => {
    const logged: string[] = [];
    const onFault = ({ faultId }: { faultId: string }) => void logged.push(faultId);
    const broken = action(() => Promise.reject(new Error('no')));
    for (const [one, input] of [
      [action(async () => ({ outcome: 'ok' })), { n: 'x' }],
      [broken, { n: 1 }],
      [action(async () => ({ outcome: 'odd' })), { n: 1 }],
    ] as const) {
      const outcome = await runAction(one, input, context, { onFault });
      expect(outcome).toEqual({ outcome: 'failed', faultId: logged.at(-1) });
    }
    expect(logged).toHaveLength(3);
    expect(
      await runAction(
        action(async () => ({ outcome: 'none' })),
        { n: 1 },
        context,
      ),
    ).toEqual({ outcome: 'none' });
  });

  it('ends in timeout when its time is up', async () => {
    expect(
      await runAction(
        action(() => new Promise(() => undefined)),
        { n: 1 },
        context,
      ),
    ).toEqual({ outcome: 'timeout' });
  });
});
