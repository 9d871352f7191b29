import type { FlowBook } from '../dialogs/flow/flow-book.ts';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { createShadow, type Disagreement } from '../integrations/nlu/create-shadow.ts';
import type { GazetteerEntry } from '../integrations/nlu/embedded/gazetteer.ts';
import { createEmbeddedNlu, type EmbeddedNluOptions } from '../integrations/nlu/embedded/index.ts';
import type { ModelCache } from '../integrations/nlu/embedded/model-cache.ts';
import type { Encoder } from '../integrations/nlu/encoder.ts';
import type { Nlu } from '../integrations/nlu/nlu.ts';
import { onceATurn } from '../integrations/nlu/once-a-turn.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import { redact } from '../operations/privacy/redact.ts';
import type { Settings } from './config.ts';
import { intentLabels } from './intent-labels.ts';
import { learnInWorker } from './learning/learn-in-worker.ts';
import { type ModelSettings, openLanguageModel } from './open-language-model.ts';
import { valuesReader } from './values-reader.ts';

/** The settings that choose an engine. */
export type UnderstandingSettings = Pick<Settings, 'NLU'> &
  Partial<Pick<Settings, 'NLU_ENCODER' | 'DIALOGFLOW_AGENT' | 'DIALOGFLOW_TIMEOUT_MS' | 'NLU_SHADOW'>> &
  ModelSettings;

/** Where an engine learns and what it knows besides the dialogs. */
export interface UnderstandingParts {
  /** The names by which customers call the products. */
  readonly products: readonly GazetteerEntry[];
  /** Where learned models are kept. */
  readonly models: ModelCache;
  readonly telemetry?: Telemetry;
  /** Where the disagreements of a shadow go; without it none runs. */
  readonly keepDisagreement?: (found: Disagreement) => Promise<void>;
}

type Learned = Pick<FlowBook, 'examples' | 'flows'>;

/** The engine that the settings ask for. */
export interface OpenedUnderstanding {
  /** An engine that has learned from these dialogs. */
  learn(book: Learned): Nlu;
  /** Lets go of connections to services. */
  close(): Promise<void>;
}

/**
 * Chooses the engines of understanding. The embedded one always stands below: it answers where a service does not. A language model reads
 * what the engine is not sure of, or in the shadow alone.
 */
export async function openUnderstanding(
  settings: UnderstandingSettings,
  parts: UnderstandingParts,
): Promise<OpenedUnderstanding> {
  const { products, models, telemetry = SILENT } = parts;
  const learnLanguage: EmbeddedNluOptions['learn'] = (lesson) =>
    learnInWorker(lesson, (fault) => telemetry.warn('learning_thread_failed', { locale: lesson.locale }, fault));
  const encoder = settings.NLU_ENCODER === 'use-lite' ? await openEncoder() : undefined;
  const embedded = ({ examples }: Learned) =>
    createEmbeddedNlu({
      ...{ examples, gazetteers: { product: products }, cache: models, learn: learnLanguage },
      ...(encoder ? { encoder } : {}),
    });
  const { NLU, NLU_SHADOW: shadow = 'none' } = settings;
  const dialogflow =
    NLU === 'dialogflow-cx' || shadow === 'dialogflow-cx' ? await openDialogflow(settings, parts, embedded) : undefined;
  const addModel =
    settings.LLM_URL === undefined
      ? undefined
      : await openLanguageModel(settings, valuesReader(products), parts.telemetry ?? SILENT);
  const engine = NLU === 'dialogflow-cx' && dialogflow ? dialogflow.learn : embedded;
  const learn = (book: Learned): Nlu => {
    const own = onceATurn(engine(book));
    const first = addModel && shadow !== 'language-model' ? addModel(book, own) : own;
    const second = {
      none: () => undefined,
      embedded: () => embedded(book),
      'dialogflow-cx': () => dialogflow?.learn(book),
      'language-model': () => addModel?.(book, own),
    }[shadow]();
    const { keepDisagreement: keep, telemetry = SILENT } = parts;
    return second && keep ? createShadow({ first, second, keep, telemetry, mask: redact }) : first;
  };
  return { learn, close: async () => dialogflow?.close() };
}

const SILENT: Telemetry = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function openEncoder(): Promise<Encoder> {
  // Read only where it is used: its packages are optional.
  const { openUseLite } = await import('../integrations/nlu/use-lite/index.ts');
  return openUseLite();
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
