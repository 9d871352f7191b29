import type { FlowBook } from '../../../dialogs/flow/flow-book.ts';
import { LOCALES } from '../../../dialogs/protocol/locale.ts';
import type { GazetteerEntry } from '../../../integrations/nlu/embedded/gazetteer.ts';
import { type AgentPackage, fileNameOf, idOf, START_FLOW, WEBHOOK } from './agent-package.ts';
import { entityTypeFiles } from './entity-types.ts';
import { flowFiles } from './flows.ts';
import { intentFiles } from './intents.ts';

export interface AgentOptions {
  readonly displayName: string;
  /** IANA time zone. */
  readonly zone: string;
  /** Where the server that has the turns is reached; without it the webhook is switched off. */
  readonly webhook?: string;
  readonly products: readonly GazetteerEntry[];
}

/** Dialogflow waits no longer than this for a webhook, unless it is told to; our own limit for such a turn is 4 s. */
const TIMEOUT_SECONDS = 5;

/** The dialogs as an agent of Dialogflow CX, in the layout of its JSON package. Patterns are the server's: they have intents and no flow. */
export function writeAgent(book: FlowBook, { displayName, zone, webhook, products }: AgentOptions): AgentPackage {
  const flows = Object.values(book.flows).filter(({ flow }) => !flow.startsWith('patterns/'));
  const [first, ...others] = LOCALES;
  return {
    'agent.json': {
      ...{ displayName, defaultLanguageCode: first, supportedLanguageCodes: others, timeZone: zone },
      ...{ description: `Omotenashi, dialogs ${book.revision}`, startFlow: START_FLOW },
    },
    ...intentFiles(book),
    ...entityTypeFiles(
      book,
      flows.map(({ flow }) => flow),
      products,
    ),
    ...flowFiles(book, flows),
    [`webhooks/${fileNameOf(WEBHOOK)}.json`]: {
      ...{ name: idOf(`webhook ${WEBHOOK}`), displayName: WEBHOOK },
      genericWebService: { uri: webhook ?? 'https://bot.example/', webhookType: 'STANDARD', httpMethod: 'POST' },
      timeout: { seconds: TIMEOUT_SECONDS },
      ...(webhook === undefined ? { disabled: true } : {}),
    },
  };
}
