import { z } from 'zod';
import { defineRoute, type HttpRoute } from '../../channels/http-route.ts';
import { meetDeadline } from '../turn/meet-deadline.ts';

const health = z.object({ status: z.string(), checks: z.record(z.string(), z.string()).optional() });

export interface HealthChecks {
  /** Without these nobody can be served. By name; each resolves, or throws what is wrong. */
  readonly vital: Readonly<Record<string, () => Promise<void>>>;
  /** Without these customers are served all the same, with something missing. */
  readonly helpful?: Readonly<Record<string, () => Promise<void>>>;
  /** The process takes nothing more. */
  readonly stopping?: () => boolean;
}

/** What answers no sooner counts as slow, and as failed when it takes longer than the second, in milliseconds. */
const SLOW_MS = 250;
const DEAD_MS = 1000;

/** `/healthz`: the process lives, whatever it works with. `/readyz`: it can take customers, and what is missing. */
export function healthRoutes({ vital, helpful = {}, stopping = () => false }: HealthChecks): readonly HttpRoute[] {
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
        200: {
          description: '`ready`, or `degraded`: it can, and the checks say what is slow or missing.',
          schema: health,
        },
        503: { description: 'Not now; the checks say why.', schema: health },
      },
      handle: async () => {
        if (stopping()) return { status: 503, json: { status: 'stopping' } };
        const [needed, wanted] = await Promise.all([resultsOf(vital), resultsOf(helpful)]);
        const checks = { ...needed, ...wanted };
        if (Object.values(needed).includes(FAILED)) return { status: 503, json: { status: 'not ready', checks } };
        const well = Object.values(checks).every((result) => result === OK);
        return { status: 200, json: { status: well ? 'ready' : 'degraded', checks } };
      },
    }),
  ];
}

const OK = 'ok';
const FAILED = 'failed';

async function resultsOf(checks: HealthChecks['vital']): Promise<Record<string, string>> {
  const results = Object.entries(checks).map(async ([name, check]) => [name, await resultOf(check)] as const);
  return Object.fromEntries(await Promise.all(results));
}

async function resultOf(check: () => Promise<void>): Promise<string> {
  const startedAt = performance.now();
  try {
    if ((await meetDeadline(check(), DEAD_MS)) === 'late') return FAILED;
  } catch {
    return FAILED;
  }
  const tookMs = Math.round(performance.now() - startedAt);
  return tookMs < SLOW_MS ? OK : `slow: ${tookMs} ms`;
}
