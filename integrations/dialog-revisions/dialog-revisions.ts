/** One file of the dialogs; `path` is relative to their folder. */
export interface RevisionFile {
  readonly path: string;
  readonly text: string;
}

/**
 * THE SOCKET that keeps every revision of the dialogs that conversations may still be led by, so that any process, and a restarted one,
 * can go on with them. It is on a turn's path when a process meets a revision for the first time: it lies where the conversations lie.
 * @example
 * await revisions.keep(book.revision, files);
 * const files = await revisions.read(state.bookRevision);
 */
export interface DialogRevisions {
  /** Idempotent by `revision`. Revisions that nobody kept or read for long are forgotten. */
  keep(revision: string, files: readonly RevisionFile[]): Promise<void>;
  /** Undefined: it was never kept, or is forgotten, or what lies there is no revision any more. */
  read(revision: string): Promise<readonly RevisionFile[] | undefined>;
}
