import type { FlowBook } from '../dialogs/flow/flow-book.ts';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import type { Nlu } from '../integrations/nlu/nlu.ts';
import type { ReadValues } from '../integrations/nlu/read-values.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import { redact } from '../operations/privacy/redact.ts';
import type { Settings } from './config.ts';

/** Where the model is, and how much of it may be used. */
export type ModelSettings = Partial<
  Pick<Settings, 'LLM_URL' | 'LLM_MODEL' | 'LLM_KEY' | 'LLM_TIMEOUT_MS' | 'LLM_CALLS_PER_MINUTE'>
>;

/** Puts the model behind an engine. */
export type AddModel = (book: Pick<FlowBook, 'examples' | 'flows'>, first: Nlu) => Nlu;

/**
 * The language model that the settings name; one budget and one breaker for all dialogs.
 * @throws CatalogueError `settings_invalid` where none is named
 */
export async function openLanguageModel(
  settings: ModelSettings,
  readValues: ReadValues,
  telemetry: Telemetry,
): Promise<AddModel> {
  const { LLM_URL: url, LLM_MODEL: model, LLM_KEY: key, LLM_TIMEOUT_MS = 1500, LLM_CALLS_PER_MINUTE = 60 } = settings;
  if (!url || !model) throw new CatalogueError('settings_invalid', 'LLM_URL, LLM_MODEL: a language model needs both.');
  // Read only where it is used.
  const { createLanguageModelNlu } = await import('../integrations/nlu/language-model/index.ts');
  const { knownDialogs } = await import('../integrations/nlu/language-model/known-flow.ts');
  const { createModelGate } = await import('../integrations/nlu/language-model/model-gate.ts');
  const { openModel } = await import('../integrations/nlu/language-model/open-model.ts');
  const opened = openModel({ url, model, key });
  const gate = createModelGate(LLM_CALLS_PER_MINUTE, telemetry);
  return ({ flows, examples }, first) =>
    createLanguageModelNlu({
      ...{ first, model: opened, gate, readValues, telemetry, mask: redact, timeoutMs: LLM_TIMEOUT_MS },
      dialogs: knownDialogs(flows, examples),
    });
}
