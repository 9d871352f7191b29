import { CatalogueError, ERRORS } from '../../dialogs/protocol/errors.ts';
import type { Json } from '../../dialogs/protocol/value.ts';

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** RFC 9457. */
  readonly body: { readonly [key: string]: Json };
}

/** What is away comes back within seconds, or somebody is called anyway. */
const AWAY_SECONDS = 2;

/**
 * Any fault → problem details. What is not of the catalogue tells the outside nothing but an id to look for in the log.
 * @param id names this fault in the log
 */
export function problemOf(fault: unknown, id: string): Problem {
  const known = fault instanceof CatalogueError ? fault : undefined;
  const { code, status, message, remedy, retry } = known?.entry ?? ERRORS.internal;
  const retryAfter = known?.retryAfter ?? (status === 503 && retry ? AWAY_SECONDS : undefined);
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
    },
    body: {
      type: `urn:omotenashi:error:${code}`,
      title: message,
      status,
      code,
      ...(known?.detail === undefined || status >= 500 ? {} : { detail: known.detail }),
      remedy,
      retry,
      id,
    },
  };
}
