import type { Accepted, Channel, Verdict } from '../../../channels/channel.ts';
import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import { CHANNEL_PROFILES } from '../../../dialogs/scripts/channel-profiles.ts';
import { channelRoutes } from '../../../runtime/http/webhooks.ts';
import { anUtterance } from '../../kit/an-event.ts';

const request = {
  method: 'POST',
  url: '/channels/test/webhook',
  params: {},
  query: {},
  headers: {},
  remoteAddress: '127.0.0.1',
  raw: new TextEncoder().encode('{}'),
  body: undefined,
};

function aHook(verdict: Verdict, answers: readonly Accepted['kind'][] = ['accepted', 'accepted']) {
  const taken: InboundEvent[] = [];
  const channel: Channel = {
    name: 'test',
    capabilities: CHANNEL_PROFILES.line,
    at: () => CHANNEL_PROFILES.line,
    verify: async () => verdict,
    parse: () => [anUtterance('m1'), anUtterance('m2')],
    render: () => [],
  };
  const [route] = channelRoutes([channel], {
    accept: async (event) => {
      taken.push(event);
      const kind = answers[taken.length - 1] ?? 'accepted';
      return kind === 'accepted'
        ? { kind, conversationId: 'c', finished: Promise.resolve(true) }
        : ({ kind, conversationId: 'c' } as Accepted);
    },
    ask: async () => ({ kind: 'unknown' }),
    forget: async () => {},
  });
  if (!route) throw new Error('no route');
  return { route, taken };
}

test('a genuine request is read, and every event of it is kept', async () => {
  const { route, taken } = aHook({ kind: 'trusted' });
  expect(await route.handle(request)).toEqual({ status: 200, empty: true });
  expect(taken.map(({ id }) => id)).toEqual(['m1', 'm2']);
});

test('a forged one is refused as the channel says, and nothing of it is read', async () => {
  const { route, taken } = aHook({ kind: 'refused', response: { status: 403, body: 'no' }, why: 'signature' });
  expect(await route.handle(request)).toMatchObject({ status: 403, text: 'no' });
  expect(taken).toEqual([]);
});

test('a set-up question is answered', async () => {
  const { route } = aHook({ kind: 'challenge', response: { status: 200, body: '12345' } });
  expect(await route.handle(request)).toMatchObject({ status: 200, text: '12345' });
});

test('a duplicate counts as done, so that the platform stops sending it', async () => {
  const { route } = aHook({ kind: 'trusted' }, ['duplicate', 'accepted']);
  expect(await route.handle(request)).toMatchObject({ status: 200 });
});

test('what cannot be kept now is sent again by the platform', async () => {
  const { route } = aHook({ kind: 'trusted' }, ['accepted', 'full']);
  await expect(route.handle(request)).rejects.toMatchObject({ entry: { code: 'inbox_full' }, retryAfter: 5 });
});
