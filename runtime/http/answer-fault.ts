import type { IncomingMessage, ServerResponse } from 'node:http';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import { newId } from '../ids.ts';
import { problemOf } from './problem.ts';
import { CORRELATION_HEADER } from './run-route.ts';

export interface FaultyCall {
  readonly fault: unknown;
  /** The route's own; what a sender made up is not told. Absent where it belongs to no route. */
  readonly path?: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Answers what went wrong as problem details; a fault of ours is logged under the id that they name. */
export function answerFault(telemetry: Telemetry, { fault, path = '', request, response }: FaultyCall): void {
  const id = newId();
  const problem = problemOf(asCatalogueError(fault), id);
  if (problem.status >= 500) {
    const named = response.getHeader(CORRELATION_HEADER);
    const correlation = named === undefined ? undefined : String(named);
    telemetry.error('request_failed', { id, correlation, method: request.method, path }, fault);
  }
  if (response.headersSent) {
    // Half an answer must not be taken for a whole one.
    request.socket.destroy();
    return;
  }
  // What is left of a body that nobody read would be taken for the next request.
  if (!request.complete) response.setHeader('Connection', 'close');
  const bytes = Buffer.from(JSON.stringify(problem.body));
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response.setHeader('Content-Length', bytes.length);
  response.statusCode = problem.status;
  response.end(bytes);
}

/** Express and its parts say by `status` that the sender is to blame: a broken percent sign in the path, for one. */
function asCatalogueError(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault instanceof CatalogueError) return fault;
  const status = 'status' in fault ? Number(fault.status) : 500;
  if (status === 404) return new CatalogueError('not_found', undefined, { cause: fault });
  return status >= 400 && status < 500 ? new CatalogueError('body_invalid', undefined, { cause: fault }) : fault;
}
