import type { Capabilities } from '../../dialogs/protocol/capabilities.ts';
import type { Channel } from '../channel.ts';
import type { WebchatConfig } from './config.ts';
import { parse } from './parse.ts';
import { createPhotos } from './photos.ts';
import { createRates } from './rates.ts';
import { render } from './render.ts';
import { webchatRoutes } from './routes.ts';
import { send, showControl } from './send.ts';
import { createTyping } from './typing.ts';
import { verify } from './verify.ts';
import { createVisits } from './visits.ts';

export type { WebchatConfig } from './config.ts';
export { signCustomerToken } from './customer-token.ts';
export { createPhotos } from './photos.ts';

/** Our own chat in a page: HTTP up, server-sent events down. `capabilities` are those of the profile `webchat`. */
export function createWebchatChannel(config: WebchatConfig, capabilities: Capabilities): Channel {
  const parts = {
    config,
    photos: createPhotos(config.photoFolder),
    rates: createRates(config.rates, config.sharedRates),
    typing: createTyping(config.log),
    visits: createVisits(config),
  };
  return {
    name: 'webchat',
    capabilities,
    at: () => capabilities,
    verify: (request) => verify(config, request),
    parse: (request) => parse(config.accountId, config.now, request),
    // What is shown is JSON through and through.
    render: (message) => [JSON.parse(JSON.stringify(render(message, new Date(config.now()).toISOString())))],
    sendsOnce: true,
    send: (to, payload, retryKey) => send(config.log, to, payload, retryKey),
    showControl: (to, control, retryKey) => showControl(config.log, to, control, retryKey),
    isThere: async ({ threadId }) => threadId !== undefined && parts.visits.isThere(threadId),
    conversationOf: parts.visits.conversationOf,
    routes: (host) => webchatRoutes({ ...parts, host }),
  };
}
