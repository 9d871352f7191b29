import { z } from 'zod';
import { COMPANY_APIS } from '../company-api/create-openapi-document.ts';
import type { Operation } from '../operation.ts';
import type { DemoWorld } from './create-demo-world.ts';

export interface CompanyCall {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly idempotencyKey?: string;
}

export interface CompanyReply {
  readonly status: number;
  readonly body: unknown;
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly operation: Operation;
  /** Names of the fields that are whole numbers: in a path or a query they are text. */
  readonly wholeNumbers: ReadonlySet<string>;
  readonly run: (input: unknown, call: { idempotencyKey?: string }) => Promise<{ outcome: string; value?: unknown }>;
}

type Systems = Pick<
  DemoWorld,
  'orders' | 'subscriptions' | 'diagnostics' | 'customers' | 'knowledge' | 'notifications'
>;

/** The demo company as a REST system that speaks as our OpenAPI document says: one function, from a call to its answer. */
export function answerCompanyCalls(world: Systems): (call: CompanyCall) => Promise<CompanyReply> {
  const routes = routesTo(world);
  return async ({ method, url, body, idempotencyKey }) => {
    const { pathname, searchParams } = new URL(url, 'http://company');
    const there = routes.filter(({ pattern }) => pattern.test(pathname));
    const route = there.find((one) => one.method === method);
    if (!route) return { status: there.length > 0 ? 405 : 404, body: {} };
    const inPath = Object.entries(route.pattern.exec(pathname)?.groups ?? {});
    const fields = {
      ...Object.fromEntries(searchParams),
      ...body,
      ...Object.fromEntries(inPath.map(([name, value]) => [name, decodeURIComponent(value)])),
    };
    const input = route.operation.input.safeParse(typed(fields, route.wholeNumbers));
    if (!input.success) return { status: 400, body: { error: z.prettifyError(input.error) } };
    const done = await route.run(input.data, idempotencyKey === undefined ? {} : { idempotencyKey });
    if (done.outcome === 'ok') return { status: 200, body: done.value };
    return { status: done.outcome === 'not_found' ? 404 : 409, body: { outcome: done.outcome } };
  };
}

function routesTo(world: Systems): readonly Route[] {
  const { send } = world.notifications;
  const notifications = {
    send: async (input: Parameters<typeof send>[0]) => {
      await send(input);
      return { outcome: 'ok', value: {} };
    },
  };
  const { orders, subscriptions, diagnostics, customers, knowledge } = world;
  // Each method takes what its operation's schema lets through: a call is parsed by it first.
  const sockets = { orders, subscriptions, diagnostics, customers, knowledge, notifications } as never as Readonly<
    Record<string, Readonly<Record<string, Route['run']>>>
  >;
  return Object.entries(COMPANY_APIS).flatMap(([family, api]) =>
    Object.entries(api).flatMap(([name, operation]) => {
      const run = sockets[family]?.[name];
      const pattern = new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
      const wholeNumbers = wholeNumbersOf(operation);
      return run ? [{ method: operation.method, pattern, operation, wholeNumbers, run }] : [];
    }),
  );
}

function wholeNumbersOf(operation: Operation): ReadonlySet<string> {
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input' });
  const fields = Object.entries(properties);
  return new Set(fields.flatMap(([name, of]) => (typeof of === 'object' && of.type === 'integer' ? [name] : [])));
}

const typed = (fields: Readonly<Record<string, unknown>>, wholeNumbers: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && wholeNumbers.has(name) ? Number(value) : value,
    ]),
  );
