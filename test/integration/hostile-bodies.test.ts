import { request } from 'node:http';
import { bearer, type Conversation, chatClient, says } from '../kit/chat-client.ts';
import { type StartedApp, startApp } from '../kit/start-app.ts';

let app: StartedApp;
let conversation: Conversation;
beforeAll(async () => {
  app = await startApp({
    RATE_REQUESTS: '1000000',
    RATE_MESSAGES: '1000000',
    RATE_CONVERSATIONS: '1000000',
    INBOX_MAX: '1000',
  });
  conversation = await chatClient(app.url).create();
});
afterAll(() => app.end());

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);
const big = 'x'.repeat(200_000);

/** Bodies that nobody means well with; the same for every address. */
const BODIES: readonly (string | Uint8Array)[] = [
  '',
  ' ',
  '{',
  '}',
  '[]',
  'null',
  'true',
  '0',
  '-0',
  '1e999',
  '"text"',
  '{}',
  '{"id":',
  '{"id":"a"',
  '{"id":"a","text":"b"}}',
  '{"id":"a","text":"b",}',
  "{'id':'a','text':'b'}",
  '{"id":"a","text":"b"} trailing',
  '{"id":"a","id":"b","text":"c"}',
  '{"id":1,"text":"b"}',
  '{"id":null,"text":"b"}',
  '{"id":[],"text":"b"}',
  '{"id":{},"text":"b"}',
  '{"id":"","text":"b"}',
  '{"id":"a b","text":"b"}',
  '{"id":"../../etc/passwd","text":"b"}',
  `{"id":"${'a'.repeat(65)}","text":"b"}`,
  '{"id":"a"}',
  '{"id":"a","text":null}',
  '{"id":"a","text":1}',
  '{"id":"a","text":["b"]}',
  '{"id":"a","text":{"$gt":""}}',
  '{"id":"a","text":"b","choice":"c"}',
  '{"id":"a","text":"b","more":1}',
  `{"id":"long","text":"${'x'.repeat(20_001)}"}`,
  `{"id":"big","text":"${big}"}`,
  `{"id":"a","choice":${nested(31)}}`,
  `{"id":"deep1","choice":${nested(33)}}`,
  `{"id":"deep2","choice":${nested(10_000)}}`,
  `{"id":"deep3","choice":${nested(10_000, '{"a":', '}')}}`,
  nested(100_000),
  '{"__proto__":{"polluted":true}}',
  '{"id":"a","text":"b","__proto__":{"polluted":true}}',
  '{"id":"a","choice":{"__proto__":{"polluted":true}}}',
  '{"id":"a","choice":{"constructor":{"prototype":{"polluted":true}}}}',
  '{"id":"a","choice":[{"prototype":1}]}',
  '{"id":"a","choice":{"\\u005f_proto__":1}}',
  '{"locale":1}',
  '{"locale":"../../x"}',
  '{"locale":"x-klingon"}',
  `{"locale":"${big}"}`,
  '{"customer_token":1}',
  '{"customer_token":"a.b.c"}',
  '{"customer_token":""}',
  `{"customer_token":"${'a'.repeat(5000)}"}`,
  '{"zone":"Mars/Olympus"}',
  '{"zone":"../../../etc/passwd"}',
  '{"customerId":"C1\' OR 1=1 --"}',
  '{"customerId":{"$ne":null}}',
  '{"customerId":["C10001"]}',
  '{"id":"sql","text":"\'; DROP TABLE conversations; --"}',
  '{"id":"xss","text":"<img src=x onerror=alert(1)>"}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
  '{"id":"icu","text":"{count, plural, one{a} other{b}} {words} {{x}} ${7*7} #{1}"}',
  '{"id":"nul","text":"a\\u0000b"}',
  '{"id":"half","text":"\\ud800"}',
  '{"id":"rtl","text":"\\u202e\\u2066evil"}',
  '{"id":"bom","text":"\\ufeff"}',
  `{"id":"zalgo","text":"${'e\u0301'.repeat(3000)}"}`,
  `{"id":"emoji","text":"${'👨‍👩‍👧‍👦'.repeat(1000)}"}`,
  '{"id":"empty","text":""}',
  '{"id":"spaces","text":"   \\n\\t  "}',
  '{"id":"a","attachment":null}',
  '{"id":"a","attachment":{}}',
  '{"id":"a","attachment":{"url":"http://169.254.169.254/latest/meta-data"}}',
  '{"id":"a","attachment":{"url":"file:///etc/passwd"}}',
  '{"id":"a","attachment":{"url":"/webchat/files/../../../etc/passwd"}}',
  '{"id":"a","attachment":{"url":"/webchat/files/0123456789abcdef01234567-0123456789012345678901"}}',
  '{"id":"a","attachment":{"mediaType":"image/png","data":""}}',
  '{"id":"a","attachment":{"mediaType":"image/png","data":"!!!"}}',
  '{"id":"a","attachment":{"mediaType":"image/png","data":"AAAA"}}',
  '{"id":"a","attachment":{"mediaType":"text/html","data":"PGgxPg=="}}',
  '{"id":"a","attachment":{"mediaType":"image/svg+xml","data":"PHN2Zz4="}}',
  `{"id":"a","attachment":{"mediaType":"image/png","name":"${'n'.repeat(300)}","data":"AAAA"}}`,
  '{"id":"a","choice":1e308}',
  '{"id":"num","choice":12345678901234567890}',
  '{"id":"bool","choice":false}',
  '{"id":"nil","choice":null}',
  `{"id":"wide","choice":{${Array.from({ length: 3000 }, (_, n) => `"k${n}":${n}`).join(',')}}}`,
  `[${'{},'.repeat(9999)}{}]`,
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  'id=a&text=b',
  '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nb\r\n--x--',
  '!!js/function "function(){}"',
  'a: &a [*a]',
  new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  new Uint8Array([0xc3, 0x28]),
  new Uint8Array([0x1f, 0x8b, 0x08, 0x00, 0x00]),
  new Uint8Array(70_000),
  Buffer.from('{"id":"utf16","text":"b"}', 'utf16le'),
  `\ufeff{"id":"a","text":"b"}`,
];

const ADDRESSES = () => {
  const at = `/webchat/conversations/${conversation.id}`;
  return ['/webchat/conversations', `${at}/messages`, `${at}/token`, `${at}/files`, '/demo/sign-in', '/nowhere'];
};

describe('hostile requests', () => {
  test(`${BODIES.length} bodies to every address never bring a 5xx, and always an answer in JSON`, async () => {
    expect(BODIES.length).toBeGreaterThanOrEqual(100);
    for (const path of ADDRESSES()) {
      for (const body of BODIES) {
        const answer = await fetch(`${app.url}${path}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...bearer(conversation) },
          body,
        });
        const text = await answer.text();
        if (answer.status >= 500)
          throw new Error(`${path} answered ${answer.status} to ${String(body).slice(0, 80)}: ${text}`);
        if (answer.status >= 400) {
          expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
          expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|polluted|passwd/);
        } else JSON.parse(text);
      }
    }
    expect(Object.prototype).not.toHaveProperty('polluted');
  }, 120_000);

  test('strange heads never bring a 5xx', async () => {
    const at = `/webchat/conversations/${conversation.id}`;
    const mine = bearer(conversation);
    const heads: readonly (readonly [method: string, path: string, headers: Record<string, string>])[] = [
      ['POST', `${at}/messages`, { ...mine, 'Content-Type': 'text/plain' }],
      ['POST', `${at}/messages`, { ...mine, 'Content-Type': 'multipart/form-data; boundary=x' }],
      ['POST', `${at}/messages`, { ...mine, 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }],
      ['POST', `${at}/messages`, { ...mine, 'Content-Type': 'application/json', 'Content-Length': '999999999' }],
      ['POST', `${at}/files`, { ...mine, 'Content-Type': 'image/png', 'Content-Length': '99999999' }],
      ['GET', `${at}/events`, { ...mine, 'Last-Event-ID': '-1' }],
      ['GET', `${at}/events`, { ...mine, 'Last-Event-ID': 'x; DROP TABLE' }],
      ['GET', `${at}/events`, { ...mine, 'Last-Event-ID': '9'.repeat(400) }],
      ['GET', `${at}/events`, { Authorization: `Bearer ${'a'.repeat(7000)}` }],
      ['GET', `${at}/events`, { Authorization: 'Bearer ' }],
      ['GET', `${at}%00/events`, mine],
      ['GET', '/webchat/conversations/%E0%A4%A/events', mine],
      ['GET', '/webchat/conversations/__proto__/events', mine],
      ['GET', '/webchat/files/..%2f..%2fsession.key', {}],
      ['GET', '/webchat/files/%2e%2e', {}],
      ['GET', '/%', {}],
      ['GET', '//', {}],
      ['GET', '/..%2f..%2fpackage.json', {}],
      ['GET', '/?__proto__[x]=1&a=1&a=2', {}],
      ['GET', '/demo/mailbox.json?customer[]=x&customer=y', {}],
      ['PUT', `${at}/messages`, mine],
      ['PATCH', at, mine],
      ['TRACE', '/', {}],
      ['HEAD', '/healthz', {}],
      ['OPTIONS', '*', {}],
      ['GET', `/${'a'.repeat(9000)}`, {}],
    ];
    for (const [method, path, headers] of heads) {
      const status = await new Promise<number>((resolve, reject) => {
        const asked = request(`${app.url}`, { method, path, headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
          asked.destroy();
        });
        asked.on('error', (fault: NodeJS.ErrnoException) => (fault.code === 'ECONNRESET' ? resolve(0) : reject(fault)));
        asked.end('Content-Length' in headers ? undefined : method === 'POST' ? '{}' : undefined);
        if ('Content-Length' in headers) asked.flushHeaders();
      });
      if (status >= 500) throw new Error(`${method} ${path} answered ${status}`);
    }
  });

  test('answers another method with what is allowed', async () => {
    const answer = await fetch(`${app.url}/webchat/conversations`, { method: 'PUT' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe('POST, OPTIONS');
  });

  test('and the conversation goes on afterwards', async () => {
    const client = chatClient(app.url);
    const fresh = await client.create({ locale: 'en' });
    const stream = await client.follow(fresh);
    await stream.until(says('Welcome to the shop.'));
    stream.close();
  });
});
