import { z } from 'zod';
import type { DescribedAnswer, HttpRoute } from '../../channels/http-route.ts';
import type { Json } from '../../dialogs/protocol/value.ts';

type JsonObject = { readonly [key: string]: Json };

// zod writes plain JSON; its type says less.
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonObject => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, Json>;
  return rest;
};

const PROBLEM: JsonObject = {
  description: 'What went wrong, and what to do.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'id'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          detail: { type: 'string' },
          remedy: { type: 'string' },
          retry: { type: 'boolean' },
          id: { type: 'string' },
        },
      },
    },
  },
};

function answerOf(answer: DescribedAnswer): JsonObject {
  const mediaType = answer.mediaType ?? (answer.schema ? 'application/json' : undefined);
  if (mediaType === undefined) return { description: answer.description };
  const schema = answer.schema ? { schema: schemaOf(answer.schema, 'output') } : {};
  return { description: answer.description, content: { [mediaType]: schema } };
}

function requestOf(route: HttpRoute): JsonObject {
  if (route.takes) {
    const content = Object.fromEntries(
      route.takes.map((kind) => [kind, { schema: { type: 'string', format: 'binary' } }]),
    );
    return { requestBody: { required: true, content } };
  }
  if (!route.body) return {};
  const required = !route.body.safeParse(undefined).success;
  return { requestBody: { required, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } };
}

function operationOf(route: HttpRoute): JsonObject {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return {
    summary: route.summary,
    tags: [route.tag],
    ...(names.length === 0
      ? {}
      : { parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })) }),
    ...requestOf(route),
    responses: {
      ...Object.fromEntries(Object.entries(route.answers).map(([status, answer]) => [status, answerOf(answer)])),
      default: PROBLEM,
    },
    ...(route.secured ? { security: [{ session: [] }] } : {}),
  };
}

/** The OpenAPI 3.1 document of these routes. */
export function openapi(routes: readonly HttpRoute[], version: string): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Omotenashi',
      version,
      description: 'One customer-service conversation on every channel. Errors are problem details (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
}
