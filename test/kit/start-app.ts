import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';
import { readSettings } from '../../bots/read-settings.ts';
import { openServer, type RunningServer } from '../../bots/server.ts';

/** Small dialogs of the tests' own: an echo, so that what comes out can be told from what went in. */
export const TEST_DIALOGS = join(PRODUCT_FOLDER, 'test', 'integration', 'dialogs');

export interface StartedApp extends RunningServer {
  readonly folder: string;
  /** Stops it and throws everything away. */
  end(): Promise<void>;
}

/** The real server on a free port, with its own data folder. `settings` as in the environment. */
export async function startApp(settings: Readonly<Record<string, string>> = {}): Promise<StartedApp> {
  const folder = settings['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'omotenashi-app-'));
  const server = await openServer(
    readSettings({
      PORT: '0',
      HOST: '127.0.0.1',
      FLOWS_DIR: TEST_DIALOGS,
      FLOWS_WATCH: 'false',
      LOG_LEVEL: 'silent',
      SWEEP_MS: '50',
      ...settings,
      DATA_DIR: folder,
    }),
  );
  return {
    ...server,
    folder,
    end: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
