import { createHash, timingSafeEqual } from 'node:crypto';
import type { RouteHead } from '../../channels/http-route.ts';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';

const THIS_MACHINE = /^(?:::ffff:)?127\.|^::1$/;
const ITS_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
/** Who has them came by a proxy: the machine next to us is not the one that asks. */
const SIGNS_OF_A_PROXY = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

export interface MetricsReaders {
  readonly token?: string | undefined;
  /** Customers reach us through a proxy: whoever asks may come by it, also without a sign. */
  readonly behindProxy: boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Who may read the numbers: whoever has the token; where there is none, this machine alone, asked by its own name and by no proxy.
 * @throws CatalogueError `metrics_refused` from what it returns
 */
export function metricsAccess({ token, behindProxy }: MetricsReaders): (head: RouteHead) => Promise<void> {
  const expected = token === undefined ? undefined : digest(token);
  return async ({ headers, remoteAddress }) => {
    if (expected) {
      const given = /^Bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1];
      if (given === undefined || !timingSafeEqual(digest(given), expected)) throw new CatalogueError('metrics_refused');
      return;
    }
    const direct = !behindProxy && SIGNS_OF_A_PROXY.every((name) => headers[name] === undefined);
    const here = THIS_MACHINE.test(remoteAddress) && ITS_NAMES.test(headers['host'] ?? '');
    if (!direct || !here) throw new CatalogueError('metrics_refused');
  };
}
