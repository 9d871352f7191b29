import type { FlowBook } from '../../../dialogs/flow/flow-book.ts';
import { loadKnowledge } from '../../../integrations/demo-world/load-knowledge.ts';
import type { Nlu } from '../../../integrations/nlu/nlu.ts';
import type { Settings } from '../../config.ts';
import { CLI_MODELS, createModelCache } from '../../model-cache.ts';
import { openUnderstanding } from '../../open-understanding.ts';
import { productWords } from '../../product-words.ts';
import { readBook } from '../../read-book.ts';

/** The bot's understanding as the settings make it, without the bot. */
export interface Shipped {
  readonly book: FlowBook;
  readonly nlu: Nlu;
  close(): Promise<void>;
}

/** Reads the dialogs and opens the engine that the settings choose. No shadow runs: nothing is kept. */
export async function openShipped(settings: Settings, flows: string): Promise<Shipped> {
  const book = await readBook(flows);
  const products = productWords(loadKnowledge().products);
  const { learn, close } = await openUnderstanding(settings, { products, models: createModelCache(CLI_MODELS) });
  return { book, nlu: learn(book), close };
}
