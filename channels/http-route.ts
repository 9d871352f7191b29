import { z } from 'zod';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import type { Json } from '../dialogs/protocol/value.ts';

/** The head of a request: all that may be looked at before its body is read. */
export interface RouteHead {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly remoteAddress: string;
  /** W3C traceparent of this request: an event that comes of it takes it along. */
  readonly trace?: string;
}

export interface RouteRequest<Body, Admitted = unknown> extends RouteHead {
  readonly body: Body;
  /** What `admit` found out. */
  readonly admitted: Admitted;
  /** The bytes as they came. */
  readonly raw: Uint8Array;
}

/** A stream of server-sent events. */
export interface EventStream {
  write(event: { readonly id?: number; readonly event: string; readonly data: Json }): void;
  /** Does the reader lag behind? Then it is better closed: it will come again and read on. */
  readonly lagging: boolean;
  onClose(then: () => void): void;
  close(): void;
}

export type RouteAnswer = { readonly status: number; readonly headers?: Readonly<Record<string, string>> } & (
  | { readonly json: Json }
  | { readonly text: string; readonly mediaType: string }
  | { readonly bytes: Uint8Array; readonly mediaType: string }
  | { readonly events: (stream: EventStream) => void }
  | { readonly empty: true }
);

export interface DescribedAnswer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Absent: JSON where there is a schema. */
  readonly mediaType?: string;
}

/** One HTTP address: what it takes, what it answers, and what it does. `/openapi.json` is made from these. */
export interface HttpRoute {
  readonly method: 'get' | 'post' | 'delete';
  /** `/webchat/conversations/{id}/messages` */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** Needs `Authorization: Bearer`. */
  readonly secured: boolean;
  readonly body?: z.ZodType;
  /** It takes bytes of these kinds, not JSON. */
  readonly takes?: readonly string[];
  readonly limitBytes: number;
  readonly answers: Readonly<Record<number, DescribedAnswer>>;
  /** May pages of this origin read the answers? Absent: only our own. */
  readonly allowsOrigin?: (origin: string) => boolean;
  /** Looks at the head and throws before the body is read: tokens, origins, rates. Gives what `handle` need not find out again. */
  readonly admit?: (head: RouteHead) => Promise<unknown>;
  handle(request: Omit<RouteRequest<unknown>, 'admitted'> & { readonly admitted?: unknown }): Promise<RouteAnswer>;
}

type Defaults = 'limitBytes' | 'secured';

/**
 * Defines a route; its body is checked by the schema before `handle` sees it.
 * @example
 * defineRoute({ method: 'post', path: '/things', tag: 'things', summary: 'Makes a thing.', body: z.object({ name: z.string() }),
 *   answers: { 201: { description: 'Made.' } }, handle: async ({ body }) => ({ status: 201, json: { name: body.name } }) })
 * @throws CatalogueError `body_invalid` from `handle`, naming the field.
 */
export function defineRoute<Body extends z.ZodType = z.ZodUndefined, Admitted = undefined>(
  route: Omit<HttpRoute, Defaults | 'body' | 'handle' | 'admit'> &
    Partial<Pick<HttpRoute, Defaults>> & {
      readonly body?: Body;
      readonly admit?: (head: RouteHead) => Promise<Admitted>;
      handle(request: RouteRequest<z.infer<Body>, Admitted>): Promise<RouteAnswer>;
    },
): HttpRoute {
  const { body, handle, ...rest } = route;
  return {
    limitBytes: 64 * 1024,
    secured: false,
    ...rest,
    ...(body ? { body } : {}),
    handle: async (request) =>
      // What was found out is this very route's: `admit` and `handle` are of one type.
      handle({ ...request, admitted: request.admitted as Admitted, body: checked(body, request.body) }),
  };
}

function checked<Body extends z.ZodType>(schema: Body | undefined, body: unknown): z.infer<Body> {
  const parsed = (schema ?? z.any()).safeParse(body);
  // Without a schema the route never looks at the body.
  if (parsed.success) return parsed.data as z.infer<Body>;
  const [issue] = parsed.error.issues;
  throw new CatalogueError('body_invalid', issue && `${issue.path.join('.') || 'The body'}: ${issue.message}`);
}
