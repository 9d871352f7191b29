import type { z } from 'zod';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { readCompanySystems } from './company-systems.ts';
import { SETTINGS, type Settings } from './config.ts';

/**
 * Reads the settings; nothing else reads the environment. An empty variable counts as not set.
 * @throws CatalogueError `settings_invalid` naming each setting that cannot be used
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(SETTINGS.shape).flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const read = SETTINGS.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path[0]?.toString()}: ${issue.message}.`);
    throw new CatalogueError('settings_invalid', [...new Set(faults)].join(' '));
  }
  if (read.data.RENEW_MS * 2 > read.data.LEASE_MS) {
    throw new CatalogueError('settings_invalid', 'RENEW_MS: at most half of LEASE_MS.');
  }
  if (read.data.RENEW_MS * 2 > read.data.CLAIM_MS) {
    throw new CatalogueError('settings_invalid', 'RENEW_MS: at most half of CLAIM_MS.');
  }
  if (read.data.CRASH_AT !== undefined && environment['NODE_ENV'] === 'production') {
    throw new CatalogueError('settings_invalid', 'CRASH_AT: never in production.');
  }
  checkEngines(read.data);
  const file = read.data.COMPANY_SYSTEMS;
  // whoever may sign in as anybody in the demo shop must not be somebody in a real system
  if (file && read.data.DEMO) throw new CatalogueError('settings_invalid', 'DEMO: never beside COMPANY_SYSTEMS.');
  return {
    ...read.data,
    DEMO: read.data.DEMO ?? !file,
    companySystems: file ? readCompanySystems(file, environment) : {},
  };
}

/** @throws CatalogueError `settings_invalid` where an engine is asked for that lacks its address */
function checkEngines({ NLU, NLU_SHADOW, DIALOGFLOW_AGENT, LLM_URL, LLM_MODEL }: z.infer<typeof SETTINGS>): void {
  const wrong = (detail: string) => new CatalogueError('settings_invalid', detail);
  if (DIALOGFLOW_AGENT === undefined) {
    if (NLU === 'dialogflow-cx') throw wrong('DIALOGFLOW_AGENT: needed by NLU=dialogflow-cx.');
    if (NLU_SHADOW === 'dialogflow-cx') throw wrong('DIALOGFLOW_AGENT: needed by NLU_SHADOW=dialogflow-cx.');
  }
  if (LLM_URL !== undefined && LLM_MODEL === undefined) throw wrong('LLM_MODEL: needed by LLM_URL.');
  if (NLU_SHADOW === 'language-model' && LLM_URL === undefined) throw wrong('LLM_URL: needed by NLU_SHADOW.');
  if (NLU_SHADOW === NLU) throw wrong('NLU_SHADOW: another engine than NLU, else there is nothing to compare.');
}
