import { setTimeout as pause } from 'node:timers/promises';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import type { Meters } from '../telemetry/telemetry.ts';
import type { CompanySystem } from './company-system.ts';
import { createBreaker } from './create-breaker.ts';
import { readAnswer } from './read-answer.ts';

interface CompanyRequest {
  readonly method: string;
  /** Below the base URL, filled and escaped. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: Json | undefined;
  readonly repeatable: boolean;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface CompanyAnswer {
  readonly status: number;
  readonly body: Json;
}

/** What a test may give instead of the real thing, and who is told of trouble. */
export interface ClientParts {
  readonly telemetry?: Meters;
  readonly fetch?: typeof fetch;
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly clock?: () => number;
}

/** One HTTP client per company system: time limit, further tries, breaker, size limit. Answers below 500 are answers; the rest throws. */
export interface CompanyClient {
  /** @throws CatalogueError `company_system_failed` or `company_system_timeout`: names the system, never what was sent */
  send(request: CompanyRequest): Promise<CompanyAnswer>;
}

const REPEATABLE: readonly string[] = ['GET', 'PUT', 'DELETE'];

export function createCompanyClient(system: CompanySystem, parts: ClientParts = {}): CompanyClient {
  const { wait = pause, clock = () => performance.now() } = parts;
  const tellBreaker = (open: boolean) =>
    parts.telemetry?.gauge?.('breaker_open', { system: system.name }, open ? 1 : 0);
  tellBreaker(false);
  const breaker = createBreaker(system.breaker, clock, tellBreaker);
  const send = parts.fetch ?? fetch;

  const tryOnce = async (request: CompanyRequest): Promise<CompanyAnswer> => {
    if (!breaker.allows()) throw new CatalogueError('company_system_failed', `${system.name}: the breaker is open.`);
    const timeout = AbortSignal.timeout(system.timeout_ms);
    const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
    try {
      const response = await send(urlOf(system, request), { ...options(system, request), signal });
      const body = await readAnswer(response, system.name);
      if (response.status >= 500 || response.status === 429) {
        throw new CatalogueError('company_system_failed', `${system.name}: status ${response.status}.`);
      }
      breaker.succeeded();
      return { status: response.status, body };
    } catch (cause) {
      if (!request.signal?.aborted) breaker.failed();
      if (signal.aborted) throw new CatalogueError('company_system_timeout', `${system.name}.`, { cause });
      if (cause instanceof CatalogueError) throw cause;
      throw new CatalogueError('company_system_failed', `${system.name}: no connection.`, { cause });
    }
  };

  return {
    send: async (request) => {
      const repeatable = request.repeatable || REPEATABLE.includes(request.method);
      for (let attempt = 0; ; attempt++) {
        try {
          return await tryOnce(request);
        } catch (error) {
          if (!repeatable || attempt >= system.retries || request.signal?.aborted) throw error;
          parts.telemetry?.count?.('retries', { what: 'company_system' });
          await wait(system.back_off_ms * 2 ** attempt);
        }
      }
    },
  };
}

function urlOf(system: CompanySystem, { path, query }: CompanyRequest): string {
  const search = new URLSearchParams(query).toString();
  return `${system.base_url.replace(/\/+$/, '')}${path}${search === '' ? '' : `?${search}`}`;
}

function options(system: CompanySystem, request: CompanyRequest): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json', ...authOf(system) };
  if (request.idempotencyKey !== undefined) headers['idempotency-key'] = request.idempotencyKey;
  if (request.body === undefined) return { method: request.method, headers, redirect: 'error' };
  headers['content-type'] = 'application/json';
  return { method: request.method, headers, redirect: 'error', body: JSON.stringify(request.body) };
}

function authOf({ auth }: CompanySystem): Record<string, string> {
  switch (auth.kind) {
    case 'none':
      return {};
    case 'bearer':
      return { authorization: `Bearer ${auth.token}` };
    case 'basic':
      return { authorization: `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString('base64')}` };
    case 'header':
      return { [auth.name.toLowerCase()]: auth.value };
  }
}
