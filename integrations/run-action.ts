import { randomBytes } from 'node:crypto';
import type { Outcome } from '../dialogs/protocol/effect.ts';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import type { Json } from '../dialogs/protocol/value.ts';
import type { Action, ActionContext } from './action.ts';

/** Told of every fault, so that its id can be found in the log. Never gets input or output: they may be personal. */
type OnFault = (fault: { readonly faultId: string; readonly action: string; readonly error: unknown }) => void;

export interface RunOptions {
  /** The step's own limit, where it has one. */
  readonly timeoutMs?: number;
  readonly onFault?: OnFault;
}

const TIMED_OUT = Symbol('timed out');

/**
 * Runs an action: input checked, time limited, faults turned into the outcome `failed` with a short id.
 * An outcome that the action does not declare is a fault too. Never throws.
 */
export async function runAction(
  action: Action,
  input: Json,
  context: Omit<ActionContext, 'signal'> & Partial<Pick<ActionContext, 'signal'>>,
  options: RunOptions = {},
): Promise<Outcome> {
  const parsed = action.input.safeParse(input);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join(', ');
    return failed(action, new Error(`input does not fit (${where})`), options);
  }
  const limit = limitTo(options.timeoutMs ?? action.timeoutMs, context.signal);
  const { signal } = limit;
  try {
    const outcome = await Promise.race([action.run(parsed.data, { ...context, signal }), limit.reached]);
    if (outcome === TIMED_OUT) return { outcome: 'timeout' };
    if (outcome.outcome !== 'ok' && !action.outcomes.includes(outcome.outcome)) {
      return failed(action, new Error(`undeclared outcome ${outcome.outcome}`), options);
    }
    return outcome;
  } catch (error) {
    const late = error instanceof CatalogueError && error.entry.code === 'company_system_timeout';
    return late || signal.aborted ? { outcome: 'timeout' } : failed(action, error, options);
  } finally {
    limit.lift();
  }
}

/** A signal that ends the work after a time, or when `outer` does. Lift it when the work is done. */
function limitTo(timeoutMs: number, outer: AbortSignal | undefined) {
  const controller = new AbortController();
  let reach: (timedOut: typeof TIMED_OUT) => void = () => {};
  const reached = new Promise<typeof TIMED_OUT>((resolve) => {
    reach = resolve;
  });
  const end = (): void => {
    reach(TIMED_OUT);
    controller.abort(outer?.aborted ? outer.reason : new DOMException('It took too long.', 'TimeoutError'));
  };
  const timer = setTimeout(end, timeoutMs);
  if (outer?.aborted) end();
  outer?.addEventListener('abort', end, { once: true });
  const lift = (): void => {
    clearTimeout(timer);
    outer?.removeEventListener('abort', end);
  };
  return { signal: controller.signal, reached, lift };
}

function failed(action: Action, error: unknown, options: RunOptions): Outcome {
  const faultId = randomBytes(4).toString('hex').toUpperCase();
  options.onFault?.({ faultId, action: action.name, error });
  return { outcome: 'failed', faultId };
}
