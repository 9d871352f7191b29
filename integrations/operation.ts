import type { z } from 'zod';

/** Travels beside the input of every call to a company system. */
export interface Call {
  /** Stable over re-runs of a turn: the company system does a thing with the same key once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/**
 * One thing that a company system can be asked, described once: from it come the socket's method, the HTTP call and the OpenAPI document.
 */
export interface Operation<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Outcomes extends string = string,
> {
  /** One sentence. */
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/orders/{order_number}`: input fields in braces go into the path, the others into the query (GET, DELETE) or the body. */
  readonly path: string;
  readonly input: Input;
  readonly output: Output;
  /** How it may end besides `ok`. Over HTTP `not_found` is 404, every other one 409 with `{"outcome": …}`. */
  readonly outcomes: readonly Outcomes[];
  /** May it be sent again when nobody knows whether it arrived? A GET may, a PUT or DELETE with a key may; any other says it here. */
  readonly repeatable?: boolean;
}

/** How an operation ended: with a value, or with one of its declared outcomes. */
export type Answer<Value, Outcomes extends string> =
  | { readonly outcome: 'ok'; readonly value: Value }
  | { readonly outcome: Outcomes };

/** The socket that a table of operations makes: one method per operation. */
export type SocketOf<Api extends Readonly<Record<string, Operation>>> = {
  readonly [Name in keyof Api]: (
    input: z.infer<Api[Name]['input']>,
    call?: Call,
  ) => Promise<Answer<z.infer<Api[Name]['output']>, Api[Name]['outcomes'][number]>>;
};

/**
 * Describes an operation, keeping its exact types.
 * @example
 * operation({ summary: 'Reads an order.', method: 'GET', path: '/orders/{order_number}', input: z.object({ order_number: z.string() }),
 *   output: order, outcomes: ['not_found'] })
 */
export function operation<const Outcomes extends string, Input extends z.ZodObject, Output extends z.ZodType>(
  described: Operation<Input, Output, Outcomes>,
): Operation<Input, Output, Outcomes> {
  return described;
}
