/**
 * How a customer's side speaks to the bot: `web` the chat over HTTP, `keyed` and `plain` providers with and without a retry key, `asked` a
 * place that hears nothing but the answer to its own request, as a speaker in a kitchen.
 */
export type TalkKind = 'web' | 'keyed' | 'plain' | 'asked';

/** What one of the fakes saw. `at`: milliseconds of one clock that never goes back. `message`: `<talk>-<n>`, n from 1 in the order said. */
export type HistoryEntry =
  /** The customer's side tried for the first time to bring it in. */
  | { readonly kind: 'said'; readonly at: number; readonly talk: string; readonly message: string }
  /** The bot answered that it has it. */
  | { readonly kind: 'taken'; readonly at: number; readonly message: string }
  /** `asked` alone: the request ended without an answer, and nobody sends it again. `told`: in words that say so, as a busy bot does. */
  | { readonly kind: 'broke'; readonly at: number; readonly message: string; readonly told: boolean }
  /** The back end was asked for the effect; `known`: by a key that it had, so that nothing was done. */
  | {
      readonly kind: 'effect';
      readonly at: number;
      readonly message: string;
      readonly key: string;
      readonly known: boolean;
    }
  /** The customer sees an answer. `by`: the process that sent it, where the fake can tell. */
  | {
      readonly kind: 'reply';
      readonly at: number;
      readonly talk: string;
      readonly message: string;
      readonly missed: boolean;
      readonly by?: string;
    }
  /** A fake saw what may never be: a number left out, a message refused. */
  | { readonly kind: 'fault'; readonly at: number; readonly what: string }
  /** A process died, or lost what it held. */
  | { readonly kind: 'killed'; readonly at: number; readonly process: string; readonly how: string };

export interface Talk {
  readonly name: string;
  readonly kind: TalkKind;
}

/** Everything that the fakes saw, in the order in which they saw it. */
export interface History {
  readonly talks: readonly Talk[];
  readonly entries: readonly HistoryEntry[];
}
