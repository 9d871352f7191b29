import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { Command } from 'commander';
import { stringify } from 'yaml';
import { COMPANY_APIS } from '../../integrations/company-api/create-openapi-document.ts';
import { openDatabase } from '../../integrations/conversation-store/sqlite/index.ts';
import { openCompanyServer } from '../company-server.ts';
import { openDemoWorld } from '../open-demo-world.ts';
import { photoFolder } from '../photo-folder.ts';
import { readSettings } from '../read-settings.ts';
import { wholeNumber } from './whole-number.ts';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly write?: string;
}

export const demoServeCommand = new Command('serve')
  .description(
    'Serve the demo company by itself, over the company API, so that bots on several machines share one: they name it by COMPANY_SYSTEMS.',
  )
  .option('--port <port>', 'port to listen on; 0 takes a free one', wholeNumber(0, 65_535), 4000)
  .option('--host <host>', 'address to listen on; another than this machine needs DEMO_COMPANY_TOKEN', '127.0.0.1')
  .option('--write <file>', 'write the COMPANY_SYSTEMS file that names it')
  .action(({ port, host, write }: ServeOptions) => serve(port, host, write));

async function serve(port: number, host: string, write: string | undefined): Promise<void> {
  const settings = readSettings();
  const token = settings.DEMO_COMPANY_TOKEN;
  const folder = path.resolve(settings.DATA_DIR);
  const { database, close } = openDatabase(folder, { shared: true });
  const stores = { embedded: () => database, readUpload: photoFolder(settings, folder).readUpload };
  const world = openDemoWorld({ settings, folder, clock: Date.now, stores });
  const server = await openCompanyServer({
    ...{ world, port, host, onFault: (fault) => process.stderr.write(`${inspect(fault)}\n`) },
    ...(token === undefined ? {} : { token }),
  });
  if (write !== undefined) writeFileSync(write, systemsFile(server.url, token !== undefined));
  const stop = async (): Promise<void> => {
    await server.close();
    close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop()).once('SIGINT', () => void stop());
  process.stdout.write(`The demo company is ready: ${server.url}\n`);
}

/** All its systems at one address. The token is named, never written. */
function systemsFile(url: string, isGuarded: boolean): string {
  const system = {
    name: 'The demo company',
    base_url: url,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the reader of the file fills it from the environment
    ...(isGuarded ? { auth: { kind: 'bearer', token: '${DEMO_COMPANY_TOKEN}' } } : {}),
  };
  return stringify(Object.fromEntries(Object.keys(COMPANY_APIS).map((family) => [family, system])), {
    aliasDuplicateObjects: false,
  });
}
