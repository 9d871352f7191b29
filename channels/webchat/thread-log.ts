import type { Json } from '../../dialogs/protocol/value.ts';

/** What web chat needs of the store: everything that was shown in a thread, numbered, so that a page can read on where it left off. */
export interface ThreadLog {
  /** Idempotent by `key`: the same key again gives the same number and adds nothing. */
  append(thread: string, key: string, kind: string, body: Json): Promise<number>;
  read(
    thread: string,
    after: number,
    limit: number,
  ): Promise<readonly { readonly seq: number; readonly kind: string; readonly body: Json }[]>;
  /** Calls back after each append. Returns how to stop. */
  follow(thread: string, onAppend: () => void): () => void;
  erase(thread: string): Promise<void>;
}
