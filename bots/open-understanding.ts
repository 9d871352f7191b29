import type { FlowBook } from '../dialogs/flow/flow-book.ts';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import type { GazetteerEntry } from '../integrations/nlu/embedded/gazetteer.ts';
import { createEmbeddedNlu } from '../integrations/nlu/embedded/index.ts';
import type { ModelCache } from '../integrations/nlu/embedded/model-cache.ts';
import type { Nlu } from '../integrations/nlu/nlu.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import { redact } from '../operations/privacy/redact.ts';
import type { Settings } from './config.ts';
import { intentLabels } from './intent-labels.ts';
import { valuesReader } from './values-reader.ts';

/** The settings that choose an engine. */
export type UnderstandingSettings = Pick<Settings, 'NLU'> &
  Partial<Pick<Settings, 'DIALOGFLOW_AGENT' | 'DIALOGFLOW_TIMEOUT_MS'>>;

/** Where an engine learns and what it knows besides the dialogs. */
export interface UnderstandingParts {
  /** The names by which customers call the products. */
  readonly products: readonly GazetteerEntry[];
  /** Where learned models are kept. */
  readonly models: ModelCache;
  readonly telemetry?: Telemetry;
}

type Examples = Pick<FlowBook, 'examples'>;

/** The engine that the settings ask for. */
export interface OpenedUnderstanding {
  /** An engine that has learned from these dialogs. */
  learn(book: Examples): Nlu;
  /** Lets go of connections to services. */
  close(): Promise<void>;
}

/** Chooses the engines of understanding. The embedded one always stands below: it answers where a service does not. */
export async function openUnderstanding(
  settings: UnderstandingSettings,
  parts: UnderstandingParts,
): Promise<OpenedUnderstanding> {
  const { products, models } = parts;
  const embedded = ({ examples }: Examples) =>
    createEmbeddedNlu({ examples, gazetteers: { product: products }, cache: models });
  return settings.NLU === 'dialogflow-cx'
    ? openDialogflow(settings, parts, embedded)
    : { learn: embedded, close: async () => {} };
}

async function openDialogflow(
  { DIALOGFLOW_AGENT: agent, DIALOGFLOW_TIMEOUT_MS: timeoutMs = 1500 }: UnderstandingSettings,
  { products, telemetry }: UnderstandingParts,
  embedded: OpenedUnderstanding['learn'],
): Promise<OpenedUnderstanding> {
  // Read only where it is used: the library alone takes as long to load as all else.
  const { createDialogflowNlu } = await import('../integrations/nlu/dialogflow-cx/index.ts');
  const { openSessions } = await import('../integrations/nlu/dialogflow-cx/open-sessions.ts');
  if (!agent) throw new CatalogueError('settings_invalid', 'DIALOGFLOW_AGENT: needed by NLU=dialogflow-cx.');
  const sessions = openSessions(agent);
  return {
    learn: (book) =>
      createDialogflowNlu({
        ...{ agent, sessions, timeoutMs, mask: redact, fallback: embedded(book) },
        labels: intentLabels(book.examples),
        readValues: valuesReader(products),
        products: new Set(products.map(({ value }) => value)),
        ...(telemetry ? { telemetry } : {}),
      }),
    close: () => sessions.close(),
  };
}
