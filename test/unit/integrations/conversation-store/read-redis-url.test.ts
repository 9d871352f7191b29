import { isRedisUrl, readRedisUrl } from '../../../../integrations/conversation-store/redis/read-redis-url.ts';

describe('an address of Redis', () => {
  test.each([
    ['redis://localhost', { kind: 'single', nodes: [{ host: 'localhost', port: 6379 }], tls: false, db: 0 }],
    ['redis://host:7000/3', { kind: 'single', nodes: [{ host: 'host', port: 7000 }], tls: false, db: 3 }],
    [
      'rediss://bot:p%40ss%2F@host:7000',
      { kind: 'single', nodes: [{ host: 'host', port: 7000 }], tls: true, username: 'bot', password: 'p@ss/', db: 0 },
    ],
    [
      'redis://:secret@[::1]:7000',
      { kind: 'single', nodes: [{ host: '::1', port: 7000 }], tls: false, password: 'secret', db: 0 },
    ],
    [
      'redis-cluster://a:1,b:2,c',
      {
        kind: 'cluster',
        nodes: [
          { host: 'a', port: 1 },
          { host: 'b', port: 2 },
          { host: 'c', port: 6379 },
        ],
        tls: false,
        db: 0,
      },
    ],
    [
      'rediss+sentinel://:pw@a,b:2/main?db=2&sentinel_password=other',
      {
        kind: 'sentinel',
        nodes: [
          { host: 'a', port: 26_379 },
          { host: 'b', port: 2 },
        ],
        tls: true,
        password: 'pw',
        db: 2,
        master: 'main',
        sentinelPassword: 'other',
      },
    ],
  ])('%s', (url, place) => {
    expect(isRedisUrl(url)).toBe(true);
    expect(readRedisUrl(url)).toEqual(place);
  });

  test.each([
    '',
    'localhost:6379',
    'http://localhost',
    'redis://',
    'redis://a:x',
    'redis-cluster://a:1,,b',
    'redis+sentinel://a:1',
  ])('is not %p, and the error repeats no password', (url) => {
    expect(() => readRedisUrl(url)).toThrow(
      expect.objectContaining({ entry: expect.objectContaining({ code: 'settings_invalid' }) }),
    );
  });

  test('with a password is never repeated in an error', () => {
    expect(() => readRedisUrl('redis://:secret@a:x')).toThrow(/^((?!secret).)*$/s);
  });
});
