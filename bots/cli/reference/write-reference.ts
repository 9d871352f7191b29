import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createOpenApiDocument } from '../../../integrations/company-api/create-openapi-document.ts';
import { readSettings } from '../../read-settings.ts';
import { openServer } from '../../server.ts';
import { actionsPage } from './actions-page.ts';
import { SCHEMA_KINDS, schemaOf } from './schemas.ts';
import { checksPage, errorsPage, settingsPage } from './tables.ts';

/** Writes every page of the reference that is made from the code. @returns the files */
export async function writeReference(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const pages: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      SCHEMA_KINDS.map((kind) => [`${kind}.schema.json`, `${JSON.stringify(schemaOf(kind), null, 2)}\n`]),
    ),
    'actions.md': actionsPage(),
    'checks.md': checksPage(),
    'errors.md': errorsPage(),
    'settings.md': settingsPage(),
    'company-api.openapi.json': `${JSON.stringify(createOpenApiDocument(), null, 2)}\n`,
    'openapi.json': `${JSON.stringify(await readOpenapi(), null, 2)}\n`,
  };
  return Object.entries(pages).map(([name, text]) => {
    const place = path.join(folder, name);
    writeFileSync(place, text);
    return place;
  });
}

/** The HTTP interface as a running server tells it. */
async function readOpenapi(): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-'));
  const server = await openServer(
    readSettings({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'silent', FLOWS_WATCH: 'false' }),
  );
  try {
    return await (await fetch(`${server.url.replace('localhost', '127.0.0.1')}/openapi.json`)).json();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
