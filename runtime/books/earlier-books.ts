import type { DialogRevisions, RevisionFile } from '../../integrations/dialog-revisions/dialog-revisions.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import type { BookInUse } from './book-in-use.ts';

export interface EarlierBooksConfig {
  readonly revisions: DialogRevisions;
  /** Undefined: today's actions cannot carry these dialogs out any more. */
  readonly make: (files: readonly RevisionFile[]) => BookInUse | undefined;
  readonly telemetry: Telemetry;
}

export interface EarlierBooks {
  /** Undefined: it is kept nowhere, or cannot be led by any more. Rejects while the store is away. */
  find(revision: string): Promise<BookInUse | undefined>;
}

/** So many books are held in memory besides the current one; the longest unused makes room. */
const HELD = 12;

/** Books of earlier revisions, and of newer ones that another process took up first: read once, when a conversation comes that needs one. */
export function createEarlierBooks({ revisions, make, telemetry }: EarlierBooksConfig): EarlierBooks {
  const held = new Map<string, Promise<BookInUse | undefined>>();
  const read = async (revision: string): Promise<BookInUse | undefined> => {
    const files = await revisions.read(revision);
    const made = files && make(files);
    if (made?.book.revision === revision) {
      telemetry.info('dialogs_recalled', { revision });
      return made;
    }
    telemetry.warn('dialogs_gone', { revision, kept: files !== undefined });
    return undefined;
  };
  return {
    find: (revision) => {
      const known = held.get(revision) ?? read(revision);
      held.delete(revision);
      held.set(revision, known);
      // What was not there may be there next time; what was is dropped when others are wanted more.
      const forget = () => held.delete(revision);
      known.then((book) => book ?? forget(), forget);
      const [oldest] = held.keys();
      if (held.size > HELD && oldest !== undefined) held.delete(oldest);
      return known;
    },
  };
}
