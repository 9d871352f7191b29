import { type HealthChecks, healthRoutes } from '../../../runtime/http/health.ts';

async function ready(checks: HealthChecks) {
  const route = healthRoutes(checks).find(({ path }) => path === '/readyz');
  const answer = await route?.handle({} as never);
  return answer && 'json' in answer ? [answer.status, answer.json] : undefined;
}

const well = async () => {};
const broken = async () => {
  throw new Error('away');
};
const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 300));
const dead = () => new Promise<void>(() => {});

describe('readiness', () => {
  test('is there when all is well', async () => {
    expect(await ready({ vital: { store: well }, helpful: { records: well } })).toEqual([
      200,
      { status: 'ready', checks: { store: 'ok', records: 'ok' } },
    ]);
  });

  test('is degraded, with the reason, when something is slow or what is not vital is away', async () => {
    expect(await ready({ vital: { store: slow }, helpful: { records: broken } })).toEqual([
      200,
      { status: 'degraded', checks: { store: expect.stringMatching(/^slow: \d+ ms$/), records: 'failed' } },
    ]);
  });

  test('is not there when what is vital is away, or answers nothing', async () => {
    for (const store of [broken, dead])
      expect(await ready({ vital: { store } })).toEqual([503, { status: 'not ready', checks: { store: 'failed' } }]);
  });

  test('ends when the process is about to', async () => {
    expect(await ready({ vital: { store: well }, stopping: () => true })).toEqual([503, { status: 'stopping' }]);
  });
});
