import { z } from 'zod';
import { defineRoute, type HttpRoute } from '../../channels/http-route.ts';

const health = z.object({ status: z.string(), checks: z.record(z.string(), z.string()).optional() });

/**
 * `/healthz`: the process lives. `/readyz`: it can take customers.
 * @param checks by name; each resolves, or throws what is wrong
 */
export function healthRoutes(checks: Readonly<Record<string, () => Promise<void>>>): readonly HttpRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/healthz',
      tag: 'health',
      summary: 'Does the process live?',
      answers: { 200: { description: 'It does.', schema: health } },
      handle: async () => ({ status: 200, json: { status: 'ok' } }),
    }),
    defineRoute({
      method: 'get',
      path: '/readyz',
      tag: 'health',
      summary: 'Can it take customers?',
      answers: {
        200: { description: 'It can.', schema: health },
        503: { description: 'Not now; the checks say why.', schema: health },
      },
      handle: async () => {
        const results = await Promise.all(
          Object.entries(checks).map(async ([name, check]) => [name, await outcomeOf(check)]),
        );
        const ready = results.every(([, result]) => result === 'ok');
        return {
          status: ready ? 200 : 503,
          json: { status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) },
        };
      },
    }),
  ];
}

const outcomeOf = (check: () => Promise<void>): Promise<string> =>
  check().then(
    () => 'ok',
    () => 'failed',
  );
