import { loadFlowBook } from '../../../dialogs/flow/load-flow-book.ts';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import { CHANNEL_PROFILES } from '../../../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../../../integrations/action-catalogue.ts';
import { loadKnowledge } from '../../../integrations/demo-world/load-knowledge.ts';
import { readDialogFiles } from '../../../runtime/books/read-dialog-files.ts';
import { productWords } from '../../product-words.ts';
import { readAgentFolder, writeAgentFolder } from './agent-folder.ts';
import { checkAgent } from './check-agent.ts';
import { compareAgent } from './compare-agent.ts';
import { readAgent } from './read-agent.ts';
import { writeAgent } from './write-agent.ts';

export interface DialogflowExport {
  /** Folder of the dialogs. */
  readonly flows: string;
  readonly out: string;
  readonly name: string;
  readonly zone: string;
  readonly webhook?: string;
}

export interface DialogflowExported {
  readonly files: number;
  readonly intents: number;
  readonly phrases: number;
  /** What does not fit the API's messages, or came back otherwise than it went out. */
  readonly faults: readonly string[];
}

/**
 * Writes the dialogs as an agent package, reads it back from the disk, and holds it against the API's messages and our examples.
 * @throws CatalogueError `dialogs_invalid`, or `settings_invalid` for a folder that holds something else
 */
export async function exportDialogflow(options: DialogflowExport): Promise<DialogflowExported> {
  const { flows, out, name: displayName, zone, webhook } = options;
  const read = await readDialogFiles(flows).catch(() => {
    throw new CatalogueError('dialogs_invalid', `There is no folder ${flows}.`);
  });
  const { book, problems } = loadFlowBook(read, { actions: ACTION_CATALOGUE, profiles: CHANNEL_PROFILES });
  if (!book) {
    const first = problems.find(({ severity }) => severity === 'error');
    throw new CatalogueError('dialogs_invalid', first ? `${first.file}:${first.line} ${first.message}` : flows);
  }
  const products = productWords(loadKnowledge().products);
  const agent = writeAgent(book, { displayName, zone, products, ...(webhook === undefined ? {} : { webhook }) });
  writeAgentFolder(out, agent);
  const written = readAgentFolder(out);
  const intents = readAgent(written);
  return {
    files: Object.keys(written).length,
    intents: intents.length,
    phrases: intents.flatMap(({ phrases }) => Object.values(phrases)).reduce((sum, each) => sum + each.length, 0),
    faults: [...checkAgent(written), ...compareAgent(book.examples, intents)],
  };
}
