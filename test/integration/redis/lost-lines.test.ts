import { createRedisEventLog } from '../../../integrations/conversation-store/redis/index.ts';
import { redisForSuite } from '../../kit/redis-for-suite.ts';
import { whereRedisIs } from '../../kit/redis-server.ts';

whereRedisIs('a log whose last lines Redis has lost', () => {
  const here = redisForSuite();
  beforeEach(() => here.redis.flushall());

  const openLog = () =>
    createRedisEventLog({ redis: here.redis, subscriber: here.subscriber, idleMs: 60_000, prefix: 'lines' });

  test('has them again under their numbers before anything is added', async () => {
    const log = openLog();
    await log.append('t', 'k1', 'message', 'one');
    await log.append('t', 'k2', 'message', 'two');
    await here.redis.flushall();
    here.redis.emit('ready');
    expect(await log.append('t', 'k3', 'message', 'three')).toBe(3);
    expect((await log.read('t', 0, 10)).map(({ seq, body }) => [seq, body])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]);
  });

  test('has those of several processes at their places, each by whoever wrote it', async () => {
    const [log, other] = [openLog(), openLog()];
    for (const [n, by] of [log, other, other, log, other].entries()) await by.append('x', `k${n}`, 'message', n);
    await here.redis.flushall();
    here.redis.emit('ready');
    expect(await other.append('x', 'k5', 'message', 5)).toBe(6);
    expect((await log.read('x', 0, 10)).map(({ body }) => body)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('says a message once that was shown before and is sent again', async () => {
    const log = openLog();
    await log.append('u', 'k1', 'message', 'one');
    await here.redis.flushall();
    here.redis.emit('ready');
    expect(await log.append('u', 'k1', 'message', 'one', { onlyIfThere: true })).toBe(1);
    expect(await log.read('u', 0, 10)).toHaveLength(1);
  });

  test('does not come back where it was erased', async () => {
    const log = openLog();
    await log.append('v', 'k1', 'message', 'one');
    await log.erase('v');
    here.redis.emit('ready');
    expect(await log.append('v', 'k2', 'message', 'two', { onlyIfThere: true })).toBeUndefined();
  });

  test('does not come back where another process erased it', async () => {
    const [log, other] = [openLog(), openLog()];
    await log.append('w', 'k1', 'message', 'one');
    await other.erase('w');
    here.redis.emit('ready');
    expect(await log.append('w', 'k2', 'message', 'two', { onlyIfThere: true })).toBeUndefined();
    expect(await other.read('w', 0, 10)).toEqual([]);
  });
});
