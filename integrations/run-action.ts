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
  context: ActionContext,
  options: RunOptions = {},
): Promise<Outcome> {
  const parsed = action.input.safeParse(input);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join(', ');
    return failed(action, new Error(`input does not fit (${where})`), options);
  }
  const timeout = AbortSignal.timeout(options.timeoutMs ?? action.timeoutMs);
  const signal = AbortSignal.any([context.signal, timeout]);
  try {
    const outcome = await Promise.race([action.run(parsed.data, { ...context, signal }), untilAborted(signal)]);
    if (outcome === TIMED_OUT) return { outcome: 'timeout' };
    if (outcome.outcome !== 'ok' && !action.outcomes.includes(outcome.outcome)) {
      return failed(action, new Error(`undeclared outcome ${outcome.outcome}`), options);
    }
    return outcome;
  } catch (error) {
    const late = error instanceof CatalogueError && error.entry.code === 'company_system_timeout';
    return late || signal.aborted ? { outcome: 'timeout' } : failed(action, error, options);
  }
}

function untilAborted(signal: AbortSignal): Promise<typeof TIMED_OUT> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(TIMED_OUT);
    else signal.addEventListener('abort', () => resolve(TIMED_OUT), { once: true });
  });
}

function failed(action: Action, error: unknown, options: RunOptions): Outcome {
  const faultId = randomBytes(4).toString('hex').toUpperCase();
  options.onFault?.({ faultId, action: action.name, error });
  return { outcome: 'failed', faultId };
}
