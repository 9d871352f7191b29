import type { z } from 'zod';
import type { ActionName } from '../protocol/ids.ts';
import type { IdentityLevel } from '../protocol/state.ts';

/**
 * What a flow may know of an action: enough to check a dialog without running anything. The code behind it lives in `integrations/`.
 */
export interface ActionDescriptor {
  readonly name: ActionName;
  /** One sentence for designers. */
  readonly description: string;
  readonly input: z.ZodObject;
  /** The record or list that `into` takes. Absent: nothing comes back. */
  readonly output?: z.ZodType;
  /** Outcomes besides `ok`, `failed` and `timeout`. `not_proved` belongs to every action with `needs`. */
  readonly outcomes: readonly string[];
  readonly access: 'read' | 'write';
  /** Buys, cancels or books: wants a read-back, an explicit yes and the offer's id. */
  readonly commits: boolean;
  /** Buys something: places that may not sell need another way. */
  readonly purchase: boolean;
  readonly timeoutMs: number;
  /** What must be proved: this level, for the customer or for the order named by input `order_number`. */
  readonly needs?: {
    readonly level: IdentityLevel;
    readonly proves: 'customer' | 'order';
  };
  /** The highest identity level that the action can give. */
  readonly grants?: IdentityLevel;
}

export type ActionCatalogue = Readonly<Record<ActionName, ActionDescriptor>>;
