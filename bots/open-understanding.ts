import type { FlowBook } from '../dialogs/flow/flow-book.ts';
import type { GazetteerEntry } from '../integrations/nlu/embedded/gazetteer.ts';
import { createEmbeddedNlu } from '../integrations/nlu/embedded/index.ts';
import type { ModelCache } from '../integrations/nlu/embedded/model-cache.ts';
import type { Nlu } from '../integrations/nlu/nlu.ts';

/** Where an engine learns and what it knows besides the dialogs. */
export interface UnderstandingParts {
  /** The names by which customers call the products. */
  readonly products: readonly GazetteerEntry[];
  /** Where learned models are kept. */
  readonly models: ModelCache;
}

/** The engine that the settings ask for. */
export interface OpenedUnderstanding {
  /** An engine that has learned from these dialogs. */
  learn(book: Pick<FlowBook, 'examples'>): Nlu;
  /** Lets go of connections to services. */
  close(): Promise<void>;
}

/** Chooses the engines of understanding. The embedded one always stands below: it answers where a service does not. */
export async function openUnderstanding({ products, models }: UnderstandingParts): Promise<OpenedUnderstanding> {
  return {
    learn: ({ examples }) => createEmbeddedNlu({ examples, gazetteers: { product: products }, cache: models }),
    close: async () => {},
  };
}
