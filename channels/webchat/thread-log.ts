import type { Json } from '../../dialogs/protocol/value.ts';

export interface ThreadLine {
  readonly seq: number;
  readonly kind: string;
  readonly body: Json;
}

/** Something that is told and forgotten. */
export interface ThreadSignal {
  readonly kind: string;
  readonly body: Json;
}

/**
 * What web chat needs of the store: everything that was shown in a thread, numbered, so that a page can read on where it left off.
 * The store's event log has the same shape: it is said here again because channels know no integration.
 */
export interface ThreadLog {
  /** Idempotent by `key`: the same key again gives the same number and adds nothing. */
  append(
    thread: string,
    key: string,
    kind: string,
    body: Json,
    options?: { readonly onlyIfThere?: boolean },
  ): Promise<number | undefined>;
  read(thread: string, after: number, limit: number): Promise<readonly ThreadLine[]>;
  /** Calls back after each append, mostly with the new line, and after each signal of another process. Returns how to stop. */
  follow(thread: string, onAppend: (line?: ThreadLine) => void, onSignal?: (signal: ThreadSignal) => void): () => void;
  /** Tells those who follow the thread in other processes; it is not kept. false: there is no other process. */
  signal(thread: string, signal: ThreadSignal): boolean;
  erase(thread: string): Promise<void>;
}
