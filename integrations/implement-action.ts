import type { z } from 'zod';
import type { Outcome } from '../dialogs/protocol/effect.ts';
import type { CustomerFacts, Identity } from '../dialogs/protocol/state.ts';
import type { Action, ActionContext } from './action.ts';
import type { DescribedAction } from './describe-action.ts';
import { toJson } from './to-json.ts';

/** What the code of an action gives back: the described output with `ok`, any record (a list to choose from, say) with the other outcomes. */
export type ActionResult<Output, Outcomes extends string> =
  | { readonly outcome: 'ok'; readonly output: Output; readonly identity?: Identity; readonly customer?: CustomerFacts }
  | { readonly outcome: Outcomes; readonly output?: object };

/** Puts code behind a described action. */
export function implementAction<Input extends z.ZodObject, Output extends z.ZodType, Outcomes extends string>(
  described: DescribedAction<Input, Output, Outcomes>,
  run: (input: z.infer<Input>, context: ActionContext) => Promise<ActionResult<z.infer<Output>, Outcomes>>,
): Action<Input> {
  return {
    ...described,
    run: async (input, context): Promise<Outcome> => {
      const { output, ...rest } = await run(input, context);
      return output === undefined ? rest : { ...rest, output: toJson(output) };
    },
  };
}
