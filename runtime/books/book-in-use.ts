import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { Nlu } from '../../integrations/nlu/nlu.ts';

/** A book, and the understanding that has learned from it. */
export interface BookInUse {
  readonly book: FlowBook;
  readonly nlu: Nlu;
}
