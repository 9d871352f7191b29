import type { z } from 'zod';
import type { ActionDescriptor } from '../dialogs/flow/action-catalogue.ts';

/** A descriptor that has kept the exact types of its input and output. */
export interface DescribedAction<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Outcomes extends string = string,
> extends ActionDescriptor {
  readonly input: Input;
  readonly output: Output;
  readonly outcomes: readonly Outcomes[];
}

type Defaults = 'access' | 'commits' | 'purchase';

/**
 * Describes an action without the code behind it, so that the checker and the studio need no company system.
 * @example
 * describeAction({ name: 'get_order_status', description: 'State and dates of one order.', input: z.object({ order_number: orderNumber }),
 *   output: orderStatus, outcomes: ['not_found', 'not_proved'], needs: { level: 'recognised', proves: 'order' }, timeoutMs: 3000 })
 */
export function describeAction<const Outcomes extends string, Input extends z.ZodObject, Output extends z.ZodType>(
  action: Omit<DescribedAction<Input, Output, Outcomes>, Defaults> & Partial<Pick<ActionDescriptor, Defaults>>,
): DescribedAction<Input, Output, Outcomes> {
  return { access: 'read', commits: false, purchase: false, ...action };
}
