import { z } from 'zod';
import { defineRoute } from '../../../channels/http-route.ts';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import { openapi } from '../../../runtime/http/openapi.ts';
import { parseJson } from '../../../runtime/http/parse-json.ts';
import { problemOf } from '../../../runtime/http/problem.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading JSON', () => {
  test('gives what was written', () => {
    expect(parseJson(bytes('{"a":[1,"ü",null]}'))).toEqual({ a: [1, 'ü', null] });
  });

  test.each([
    ['broken', '{'],
    ['nested too deep', '['.repeat(33) + ']'.repeat(33)],
    ['nested far too deep', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['reaching into prototypes', '{"a":{"__proto__":{}}}'],
    ['reaching into prototypes by an escape', '{"\\u005f\\u005fproto\\u005f\\u005f":{}}'],
    ['naming a constructor', '[{"constructor":1}]'],
  ])('refuses what is %s', (_, text) => {
    expect(() => parseJson(bytes(text))).toThrow(CatalogueError);
  });

  test('refuses what is no UTF-8', () => {
    expect(() => parseJson(new Uint8Array([0x22, 0xc3, 0x28, 0x22]))).toThrow(CatalogueError);
  });

  test('takes 32 levels', () => {
    expect(parseJson(bytes('['.repeat(32) + ']'.repeat(32)))).toBeDefined();
  });
});

describe('problem details', () => {
  test('tell what is wrong and what to do', () => {
    expect(problemOf(new CatalogueError('too_many_requests', undefined, { retryAfter: 7 }), 'id-1')).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '7', 'Content-Type': 'application/problem+json; charset=utf-8' },
      body: {
        type: 'urn:omotenashi:error:too_many_requests',
        code: 'too_many_requests',
        status: 429,
        id: 'id-1',
        retry: true,
      },
    });
  });

  test('tell the outside nothing of a fault of ours', () => {
    const { status, body } = problemOf(new Error('connect ECONNREFUSED 10.0.0.7 user=anna@example.com'), 'id-2');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/10\.0\.0\.7|anna/);
    expect(
      problemOf(new CatalogueError('store_in_use', 'The folder is /srv/data.'), 'id-3').body['detail'],
    ).toBeUndefined();
  });

  test('ask for a token where one is missing', () => {
    expect(problemOf(new CatalogueError('token_missing'), 'x').headers['WWW-Authenticate']).toBe('Bearer');
  });
});

describe('a route', () => {
  const route = defineRoute({
    method: 'post',
    path: '/things/{id}/parts',
    tag: 'things',
    summary: 'Adds a part.',
    secured: true,
    body: z.object({ name: z.string(), count: z.int().default(1) }),
    answers: { 201: { description: 'Added.', schema: z.object({ id: z.string() }) } },
    handle: async ({ body }) => ({ status: 201, json: { id: `${body.name}-${body.count}` } }),
  });
  const request = (body: unknown) => ({
    method: 'POST',
    url: '/things/1/parts',
    params: { id: '1' },
    query: {},
    headers: {},
    remoteAddress: '127.0.0.1',
    raw: new Uint8Array(),
    body,
  });

  test('gets its body checked and completed', async () => {
    expect(await route.handle(request({ name: 'wheel' }))).toEqual({ status: 201, json: { id: 'wheel-1' } });
  });

  test('names the field that does not fit', async () => {
    await expect(route.handle(request({ name: 7 }))).rejects.toThrow('name:');
    await expect(route.handle(request(undefined))).rejects.toThrow('The body:');
  });

  test('is described in OpenAPI 3.1', () => {
    const document = openapi([route], '1.2.3');
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { version: '1.2.3' },
      paths: {
        '/things/{id}/parts': {
          post: {
            parameters: [{ name: 'id', in: 'path', required: true }],
            requestBody: { required: true, content: { 'application/json': { schema: { required: ['name'] } } } },
            responses: { 201: { content: { 'application/json': {} } }, default: {} },
            security: [{ session: [] }],
          },
        },
      },
    });
  });
});
