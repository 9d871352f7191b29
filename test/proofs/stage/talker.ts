import type { Fleet } from './create-fleet.ts';

/** One customer's side: brings messages in, one after the other, and sees what is answered. */
export interface Talker {
  readonly name: string;
  /** Begins: resolves when the bot waits for notes. */
  open(): Promise<void>;
  /**
   * Brings a message in as the real other side does: again and again with the same id, until it is taken; `never`: the run ended. A side
   * that asks only once may get no answer (`broke`), or words that it was not taken (`refused`).
   */
  say(id: string, text: string): Promise<'taken' | 'never' | 'broke' | 'refused'>;
  /** Once, and no more. */
  try(id: string, text: string): Promise<boolean>;
  /** Lets go of what is open. */
  close(): void;
}

export interface TalkerConfig {
  readonly name: string;
  readonly fleet: Pick<Fleet, 'next'>;
  /** Everything that the bot says here. */
  readonly onShown: (text: string, by?: string) => void;
  /** What may never be. */
  readonly onFault: (what: string) => void;
  readonly ended: AbortSignal;
}
