const pascal = (name: string): string =>
  name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

/** The files that every channel has. Each says what the socket (channels/channel.ts) asks of it; the contract suite says what is missing. */
export function channelTemplate(name: string): Readonly<Record<string, string>> {
  const Name = pascal(name);
  return {
    'index.ts': `import type { Channel } from '../channel.ts';
import type { ${Name}ChannelConfig } from './config.ts';
import { parse } from './parse.ts';
import { render } from './render.ts';
import { createVerify } from './verify.ts';
import { CAPABILITIES } from './config.ts';

/** The ${name} channel. Add \`respond\` when it answers in the HTTP answer, \`send\` when it can push. */
export function create${Name}Channel(config: ${Name}ChannelConfig): Channel {
  return { name: '${name}', capabilities: CAPABILITIES, at: () => CAPABILITIES, verify: createVerify(config), parse, render };
}
`,
    'config.ts': `import { z } from 'zod';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';

/** Settings of the channel; secrets come from the environment and nowhere else. */
export const ${name.replaceAll('-', '')}ChannelConfig = z.strictObject({ secret: z.string().min(16) });
export type ${Name}ChannelConfig = z.infer<typeof ${name.replaceAll('-', '')}ChannelConfig>;

/** What its places can do: start from the nearest profile and say honestly what differs. */
export const CAPABILITIES = { ...CHANNEL_PROFILES.sms };
`,
    'payloads.ts': `import { z } from 'zod';

/** What the platform sends and takes, as its documentation says (give the address and the date). */
export const inboundPayload = z.looseObject({});
`,
    'verify.ts': `import type { Verdict, WebhookRequest } from '../channel.ts';
import type { ${Name}ChannelConfig } from './config.ts';

/** Is the request genuine? Check the platform's signature over the raw bytes; until then everything is refused. */
export function createVerify(config: ${Name}ChannelConfig): (request: WebhookRequest) => Promise<Verdict> {
  return async (request) => {
    const signed = request.headers['x-signature'];
    return { kind: 'refused', response: { status: 401 }, why: signed && config.secret ? 'signature not checked yet' : 'no signature' };
  };
}
`,
    'parse.ts': `import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { WebhookRequest } from '../channel.ts';

/** Pure: the platform's request → our events. Unknown kinds give none. */
export function parse(_request: WebhookRequest): readonly InboundEvent[] {
  return [];
}
`,
    'render.ts': `import type { Address } from '../../dialogs/protocol/event.ts';
import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { PlatformPayload } from '../channel.ts';

/** Pure: one neutral message → what the platform takes, split by its limits. */
export function render(message: OutboundMessage, to: Address): readonly PlatformPayload[] {
  return [{ to: to.userId, text: message.text }];
}
`,
    'README.md': `# ${Name}

Layout, form of the ids, steps of a webhook, limits, and what surprised you. Sources with address and date.
`,
  };
}
