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
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;
  readonly clock?: () => number;
  /** From 0 to 1: pauses differ, so that bots that failed together do not come back together. */
  readonly random?: () => number;
}

/** One HTTP client per company system: time limit, further tries, breaker, size limit. Answers below 500 are answers; the rest throws. */
export interface CompanyClient {
  /** @throws CatalogueError `company_system_failed` or `company_system_timeout`: names the system, never what was sent */
  send(request: CompanyRequest): Promise<CompanyAnswer>;
}

/**
 * May it be sent again when nobody knows whether it arrived? A read always; a write where its key lets the system know it again, or where
 * its description says so.
 */
const isRepeatable = ({ method, repeatable, idempotencyKey }: CompanyRequest): boolean =>
  repeatable || method === 'GET' || (method !== 'POST' && idempotencyKey !== undefined);

/** Longer than this nobody on a turn waits, whatever a system asks for, in milliseconds. */
const LONGEST_PAUSE_MS = 5000;

export function createCompanyClient(system: CompanySystem, parts: ClientParts = {}): CompanyClient {
  const { wait = pauseUnlessAborted, clock = () => performance.now(), random = Math.random } = parts;
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
        const retryAfter = Number(response.headers.get('retry-after') ?? 0) || 0;
        throw new CatalogueError('company_system_failed', `${system.name}: status ${response.status}.`, { retryAfter });
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
      const repeatable = isRepeatable(request);
      for (let attempt = 0; ; attempt++) {
        try {
          return await tryOnce(request);
        } catch (error) {
          if (!repeatable || attempt >= system.retries || request.signal?.aborted) throw error;
          const pauseMs = pauseBefore(system.back_off_ms * 2 ** attempt * (0.5 + random() / 2), error);
          if (pauseMs > LONGEST_PAUSE_MS) throw error;
          await wait(pauseMs, request.signal);
          // Its time is up: nothing is begun that nobody waits for.
          if (request.signal?.aborted) throw error;
          parts.telemetry?.count?.('retries', { what: 'company_system' });
        }
      }
    },
  };
}

/** At least as long as the system asked for. */
const pauseBefore = (backOffMs: number, error: unknown): number =>
  Math.max(backOffMs, error instanceof CatalogueError ? (error.retryAfter ?? 0) * 1000 : 0);

const pauseUnlessAborted = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  // The only way in which it fails is that the signal ends it, and then it is over.
  pause(ms, undefined, signal ? { signal } : {}).catch(() => undefined);

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
