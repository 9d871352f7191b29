import type { Channel } from '../channels/channel.ts';
import type { Action } from '../integrations/action.ts';

/** What a company brings into its bot besides what ships: channels of its own, and actions that its dialogs call. */
export interface Additions {
  readonly channels?: readonly Channel[];
  /** By their names; one that ships with the product cannot be replaced. */
  readonly actions?: readonly Action[];
}
