import { CatalogueError, ERRORS } from '../../dialogs/protocol/errors.ts';
import type { Json } from '../../dialogs/protocol/value.ts';

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** RFC 9457. */
  readonly body: { readonly [key: string]: Json };
}

/**
 * Any fault → problem details. What is not of the catalogue tells the outside nothing but an id to look for in the log.
 * @param id names this fault in the log
 */
export function problemOf(fault: unknown, id: string): Problem {
  const known = fault instanceof CatalogueError ? fault : undefined;
  const { code, status, message, remedy, retry } = known?.entry ?? ERRORS.internal;
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(known?.retryAfter === undefined ? {} : { 'Retry-After': String(known.retryAfter) }),
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
