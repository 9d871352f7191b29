import type { Channel, ChannelHost, Verdict, WebhookRequest, WebhookResponse } from '../../channels/channel.ts';
import type { HttpRoute, RouteAnswer } from '../../channels/http-route.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';

const LIMIT_BYTES = 256 * 1024;

/** The addresses of the channels: their own, or one webhook each at `/channels/<name>/webhook`. */
export function channelRoutes(channels: readonly Channel[], host: ChannelHost): readonly HttpRoute[] {
  return channels.flatMap((channel) => channel.routes?.(host) ?? webhookOf(channel, host));
}

function webhookOf(channel: Channel, host: ChannelHost): readonly HttpRoute[] {
  const route: HttpRoute = {
    method: 'post',
    path: `/channels/${channel.name}/webhook`,
    tag: 'channels',
    summary: `Takes what ${channel.name} sends.`,
    secured: false,
    takes: ['application/json', 'application/x-www-form-urlencoded'],
    limitBytes: LIMIT_BYTES,
    answers: { 200: { description: 'It is kept; the answer follows by the platform.' } },
    handle: (request) => take(channel, host, { ...request, body: request.raw }, request.trace),
  };
  return channel.capabilities.delivery === 'reply' ? [] : [route, { ...route, method: 'get' }];
}

async function take(
  channel: Channel,
  host: ChannelHost,
  request: WebhookRequest,
  trace?: string,
): Promise<RouteAnswer> {
  const verdict: Verdict = await channel.verify(request);
  if (verdict.kind !== 'trusted') return answerOf(verdict.response);
  for (const event of channel.parse(request)) {
    const accepted = await host.accept(trace === undefined ? event : { ...event, trace });
    // The platform sends the whole request again; what was kept already is known by its id.
    if (accepted.kind === 'full') throw new CatalogueError('inbox_full', undefined, { retryAfter: 5 });
  }
  return { status: 200, empty: true };
}

const answerOf = ({ status, headers, body }: WebhookResponse): RouteAnswer => ({
  status,
  ...(headers ? { headers } : {}),
  ...(body === undefined ? { empty: true } : { text: body, mediaType: headers?.['Content-Type'] ?? 'text/plain' }),
});
