import type { Json } from '../../dialogs/protocol/value.ts';

/** One line that a client of ours may read again: web chat resumes from the last number it saw. */
export interface LoggedEvent {
  /** 1, 2, 3 … per thread, without gaps. */
  readonly seq: number;
  readonly kind: string;
  readonly body: Json;
}

/** Something that is told and forgotten. */
export interface Signal {
  readonly kind: string;
  readonly body: Json;
}

/**
 * THE SOCKET for what was shown in a thread of a channel that is ours: kept, numbered, and told to whoever follows.
 * @example
 * const stop = log.follow(thread, () => { … log.read(thread, lastSeen, 100) … });
 * await log.append(thread, 'message-id', 'message', { text });
 */
export interface EventLog {
  /**
   * Idempotent by `key`: the same key again gives the same number and adds nothing.
   * @param options `onlyIfThere`: a thread that has no line, since it was erased, gets none and gives undefined
   */
  append(
    thread: string,
    key: string,
    kind: string,
    body: Json,
    options?: { readonly onlyIfThere?: boolean },
  ): Promise<number | undefined>;
  read(thread: string, after: number, limit: number): Promise<readonly LoggedEvent[]>;
  /**
   * Calls back after each append, in whatever process it happened, mostly with the new line; and after each signal of another process.
   * Returns how to stop.
   */
  follow(thread: string, onAppend: (line?: LoggedEvent) => void, onSignal?: (signal: Signal) => void): () => void;
  /** Tells those who follow the thread in other processes. It is not kept, and may get lost. false: there is no other process. */
  signal(thread: string, signal: Signal): boolean;
  erase(thread: string): Promise<void>;
}
