import type { IncomingMessage } from 'node:http';
import type { RouteHead } from '../../channels/http-route.ts';

/** Is the sender at this place of the chain, ours being 0, one of the proxies before us? */
export type TrustsProxy = (address: string, hop: number) => boolean;

/** What may be looked at of a request before its body is read; of headers and queries only what came once. */
export function headOf(request: IncomingMessage, found: Found, trusts: TrustsProxy): RouteHead {
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    params: singles(found.params),
    query: singles(found.query),
    headers: singles(request.headers),
    remoteAddress: senderOf(request, trusts),
  };
}

interface Found {
  readonly params: object;
  readonly query: object;
}

function singles(values: object): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) if (typeof value === 'string') kept[name] = value;
  return kept;
}

/** The first of those who passed it on whom we don't trust; a header that anybody can write counts only behind a proxy of ours. */
function senderOf({ socket, headers }: IncomingMessage, trusts: TrustsProxy): string {
  const nearest = socket.remoteAddress ?? 'unknown';
  const told = headers['x-forwarded-for'];
  if (typeof told !== 'string' || !trusts(nearest, 0)) return nearest;
  const before = told.split(',').map((address) => address.trim());
  const chain = [nearest, ...before.filter((address) => address !== '').reverse()];
  return chain.find((address, hop) => !trusts(address, hop)) ?? chain.at(-1) ?? nearest;
}
