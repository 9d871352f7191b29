import { z } from 'zod';
import type { Channel } from '../../../channels/channel.ts';
import { defineRoute } from '../../../channels/http-route.ts';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import { CHANNEL_PROFILES } from '../../../dialogs/scripts/channel-profiles.ts';

const NAME = 'proof-asked';
/** `heard`: the last message that came through, '' where none has. */
const request = z.object({
  id: z.string(),
  user: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
  heard: z.string(),
});
const said = z.object({ messages: z.array(z.object({ id: z.string(), text: z.string() })) });
/** As a voice platform's channel: the answer goes out before the platform's own patience of eight seconds ends. */
const WITHIN_MS = 6500;

/** A place that hears nothing but the answer to its own request. One that comes too late is said with the next. */
export function createAskedChannel(): Channel {
  const capabilities = { ...CHANNEL_PROFILES.alexa, audience: 'private' } as const;
  return {
    name: NAME,
    capabilities,
    at: () => capabilities,
    verify: async () => ({ kind: 'trusted' }),
    parse: () => [],
    render: ({ text }) => [text],
    routes: (host) => [
      defineRoute({
        method: 'post',
        path: `/channels/${NAME}/requests`,
        tag: 'channels',
        summary: 'Takes what the customer says, and answers it.',
        body: request,
        answers: { 200: { description: 'What is said to it.', schema: said } },
        handle: async ({ body: { id, user, text, at, heard } }) => {
          const from = { channel: NAME, accountId: 'proof', userId: user };
          const asked = await host.ask({ id, at, from, locale: 'en', heard, kind: 'utterance', text }, WITHIN_MS);
          if (asked.kind === 'full' || asked.kind === 'unknown') throw new CatalogueError('inbox_full');
          const messages = asked.kind === 'late' ? [] : asked.messages.map((one) => ({ id: one.id, text: one.text }));
          return { status: 200, json: { messages } };
        },
      }),
    ],
  };
}
