import type { DeliveryResult } from '../../../channels/channel.ts';
import type {
  Claim,
  CommitTurn,
  Lease,
  Outgoing,
} from '../../../integrations/conversation-store/conversation-store.ts';
import { createDelivery } from '../../../runtime/outbox/create-delivery.ts';
import { retryPolicy } from '../../../runtime/outbox/retry-policy.ts';
import { aRuntime, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime | undefined;
afterEach(async () => {
  await under?.end();
  under = undefined;
});

const talk = async (send: (text: string) => DeliveryResult) => {
  under = await aRuntime({ send });
  await under.runtime.accept(anUtterance('m1', 'start the echo'));
  await under.settle();
  return under;
};

describe('delivering', () => {
  test('keeps back what follows until the first has gone through', async () => {
    let tries = 0;
    const { sent, settle } = await talk((text) => {
      tries += 1;
      return tries === 1 ? { kind: 'retry', why: `not now: ${text.length}` } : { kind: 'delivered' };
    });
    expect(sent).toEqual([]);
    while (sent.length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await settle();
    }
    expect(sent.map(({ text }) => text)).toEqual(['Welcome to the shop.', 'What shall I say?']);
  });

  test('lays aside what the platform refuses, and goes on with the next', async () => {
    const { sent, parts } = await talk((text) =>
      text.startsWith('Welcome') ? { kind: 'refused', why: 'blocked' } : { kind: 'delivered' },
    );
    expect(sent.map(({ text }) => text)).toEqual(['What shall I say?']);
    expect(await parts.store.deadLetters(10)).toMatchObject([{ kind: 'reply', why: 'blocked' }]);
  });

  test('counts a channel that breaks as a passing fault', async () => {
    const { logged, parts } = await talk(() => {
      throw new Error('socket closed');
    });
    expect(logged.map(({ event }) => event)).toContain('delivery_broke');
    expect(await parts.store.deadLetters(10)).toEqual([]);
  });

  test('uses the same key for every try of a message, and another for each message', async () => {
    const { sent } = await talk(() => ({ kind: 'delivered' }));
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
  });

  test('logs no words of the conversation', async () => {
    const { logged } = await talk(() => ({ kind: 'refused', why: 'blocked' }));
    expect(JSON.stringify(logged)).not.toContain('What shall I say');
  });
});

describe('the retry policy', () => {
  test('waits twice as long each time, at most a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((tries) => retryPolicy(tries));
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => ({ afterMs: seconds * 1000 })));
  });

  test('waits as long as the platform asks, where that is longer', () => {
    expect(retryPolicy(1, 30_000)).toEqual({ afterMs: 30_000 });
    expect(retryPolicy(9, 30_000)).toEqual({ afterMs: 60_000 });
  });

  test('at moments of their own, so that what failed together is not tried together', () => {
    expect([0, 0.5, 1].map((spread) => retryPolicy(3, 0, spread))).toEqual([
      { afterMs: 3000 },
      { afterMs: 4000 },
      { afterMs: 5000 },
    ]);
  });

  test('gives up in the end', () => {
    expect(retryPolicy(36)).toEqual({ dead: 'It was tried 36 times.' });
  });
});

describe('what a crash has left unknown', () => {
  /** An entry that an earlier sender took, and vanished. */
  const leftBy = async (resend: Outgoing['resend'], sendsOnce = false) => {
    under = await aRuntime();
    const { parts, sent } = under;
    const [channel] = parts.channels;
    const dead: unknown[] = [];
    const claim: Claim = {
      ...{ conversationId: 'c', attempts: 1, uncertain: true, holder: 'h' },
      entry: {
        ...{ id: 'c.1.0', kind: 'reply', epoch: 0, resend },
        to: anUtterance('m').from,
        body: { id: 'c.1.0', epoch: 0, from: 'bot', locale: 'ja', text: 'paid', listen: false },
      },
    };
    const claims = [[claim]];
    await createDelivery({
      ...parts,
      channels: channel ? [{ ...channel, sendsOnce }] : [],
      store: {
        ...parts.store,
        claim: async () => claims.shift() ?? [],
        ack: async () => undefined,
        nack: async (_, how) => void dead.push(how),
      },
    }).deliverDue();
    return { sent: sent.map(({ text }) => text), dead };
  };

  test('is sent again where that may be', async () => {
    expect(await leftBy('again')).toEqual({ sent: ['paid'], dead: [] });
  });

  test('is asked for first where the step wants it so, in the language of the talk', async () => {
    expect(await leftBy('ask_first')).toEqual({ sent: ['届いていなければ「もう一度」とお送りください。'], dead: [] });
  });

  test('is never sent again where it may not be', async () => {
    expect(await leftBy('never')).toEqual({ sent: [], dead: [{ dead: expect.stringContaining('may not be sent') }] });
  });

  test.each(['again', 'ask_first', 'never'] as const)(
    'is sent (%s) where the place shows nothing twice',
    async (resend) => {
      expect(await leftBy(resend, true)).toEqual({ sent: ['paid'], dead: [] });
    },
  );
});

/** The head of a conversation's outbox, which says the conversation's own name. */
const claimOf = (id: string): Claim => ({
  ...{ conversationId: id, attempts: 0, uncertain: false, holder: 'h' },
  entry: {
    ...{ id, kind: 'reply', epoch: 0, resend: 'again', to: anUtterance('m').from },
    body: { id, epoch: 0, from: 'bot', locale: 'en', text: id, listen: false },
  },
});

/** A platform that has the message `slow` in hand until it is let go. `claims` are given one after the other. */
const withSlowPlatform = async (
  claims: (readonly Claim[])[],
  changes: { readonly renewMs?: number; readonly onKept?: () => void } = {},
) => {
  under = await aRuntime();
  const { parts } = under;
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const send = async (_: unknown, payload: unknown): Promise<DeliveryResult> => {
    if (payload === 'slow') await held;
    return { kind: 'delivered' };
  };
  const acked: string[] = [];
  const delivery = createDelivery({
    ...parts,
    settings: { ...parts.settings, ...(changes.renewMs === undefined ? {} : { renewMs: changes.renewMs }) },
    channels: parts.channels.map((channel) => ({ ...channel, send })),
    store: {
      ...parts.store,
      claim: async () => claims.shift() ?? [],
      keepClaim: async () => {
        changes.onKept?.();
        return true;
      },
      ack: async ({ entry }) => void acked.push(entry.id),
    },
  });
  return { delivery, acked, letGo };
};

describe('a platform that is slow', () => {
  test('holds up its own conversations alone', async () => {
    const { delivery, acked, letGo } = await withSlowPlatform([[claimOf('slow'), claimOf('quick')], [claimOf('next')]]);
    await delivery.deliverDue();
    expect(acked).toEqual(['quick', 'next']);
    letGo();
    await delivery.settled();
    expect(acked).toEqual(['quick', 'next', 'slow']);
  });

  test('keeps nobody waiting whose answer comes meanwhile', async () => {
    const claims = [[claimOf('slow')]];
    const { delivery, acked, letGo } = await withSlowPlatform(claims);
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
    try {
      // No time passes: whoever waits for it waits for ever.
      const delivering = delivery.deliverDue();
      await new Promise(setImmediate);
      claims.push([claimOf('new')]);
      delivery.wake();
      await new Promise(setImmediate);
      expect(acked).toEqual(['new']);
      letGo();
      await delivering;
      expect(acked).toEqual(['new', 'slow']);
    } finally {
      jest.useRealTimers();
    }
  });

  test('keeps its claim until it has ended', async () => {
    let kept = 0;
    const onKept = () => {
      kept += 1;
      if (kept === 2) letGo();
    };
    const { delivery, acked, letGo } = await withSlowPlatform([[claimOf('slow')]], { renewMs: 5, onKept });
    await delivery.deliverDue();
    await delivery.settled();
    expect(kept).toBeGreaterThanOrEqual(2);
    expect(acked).toEqual(['slow']);
  });
});

test('what the store cannot take down is told, and holds up nothing', async () => {
  under = await aRuntime();
  const { parts, logged } = under;
  const claims = [[claimOf('one')], [claimOf('two')]];
  const acked: string[] = [];
  await createDelivery({
    ...parts,
    store: {
      ...parts.store,
      claim: async () => claims.shift() ?? [],
      ack: async ({ entry }) => {
        if (entry.id === 'one') throw new Error('connection lost');
        acked.push(entry.id);
      },
    },
  }).deliverDue();
  expect(acked).toEqual(['two']);
  expect(logged.map(({ event }) => event)).toContain('delivery_not_noted');
});

describe('how a message may be sent again', () => {
  test('is as its own step says, whatever else the turn says', async () => {
    under = await aRuntime();
    const taken: Outgoing[] = [];
    const { store } = under.parts;
    const { commit } = store;
    Object.assign(store, {
      commit: async (lease: Lease, turn: CommitTurn) => {
        taken.push(...turn.outgoing);
        return commit(lease, turn);
      },
    });
    await under.runtime.accept(anUtterance('m1', 'take a letter'));
    await under.settle();
    const replies = taken.filter(({ kind }) => kind === 'reply');
    expect(replies.map(({ body, resend }) => [(body as { text: string }).text, resend])).toEqual([
      ['Welcome to the shop.', 'again'],
      ['I write what you say, once.', 'ask_first'],
      ['What shall I write?', 'again'],
    ]);
  });
});
