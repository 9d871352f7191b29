import { createRedisDialogRevisions } from '../../../integrations/dialog-revisions/redis/index.ts';
import { redisForSuite } from '../../kit/redis-for-suite.ts';
import { whereRedisIs } from '../../kit/redis-server.ts';
import { dialogRevisionsContract } from './dialog-revisions-contract.ts';

whereRedisIs('over one server', () => {
  const here = redisForSuite();
  dialogRevisionsContract('redis', async () => ({
    revisions: createRedisDialogRevisions({ redis: here.redis, unusedMs: 60_000 }),
    spoil: async (revision) => void (await here.redis.set(`cs:dialogs:${revision}`, 'nothing')),
  }));

  test('they are forgotten by themselves, later when they are read', async () => {
    const revisions = createRedisDialogRevisions({ redis: here.redis, unusedMs: 60_000 });
    await revisions.keep('aging', [{ path: 'a.yaml', text: '' }]);
    await here.redis.pexpire('cs:dialogs:aging', 500);
    await revisions.read('aging');
    expect(await here.redis.pttl('cs:dialogs:aging')).toBeGreaterThan(50_000);
  });
});
