import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { Json } from '../../../dialogs/protocol/value.ts';
import { isRecord } from '../../../dialogs/protocol/value.ts';
import type { AgentPackage } from './agent-package.ts';

const FOLDERS = ['entityTypes', 'flows', 'intents', 'webhooks'];

/**
 * Writes a package into a folder. An earlier package in it is replaced, so that nothing stays of what is no more.
 * @throws CatalogueError `settings_invalid` where the folder holds something else
 */
export function writeAgentFolder(folder: string, files: AgentPackage): void {
  const isEmpty = !existsSync(folder) || readdirSync(folder).length === 0;
  if (!isEmpty && !existsSync(path.join(folder, 'agent.json')))
    throw new CatalogueError('settings_invalid', `--out ${folder}: this folder holds something else than an agent.`);
  for (const each of FOLDERS) rmSync(path.join(folder, each), { recursive: true, force: true });
  for (const [place, content] of Object.entries(files)) {
    const file = path.join(folder, place);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  }
}

/** Reads every JSON file of an unpacked package, whoever wrote it. */
export function readAgentFolder(folder: string): AgentPackage {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((file) => file.isFile() && file.name.endsWith('.json'))
      .map((file): readonly [string, AgentPackage[string]] => {
        const place = path.join(file.parentPath, file.name);
        const content: Json = JSON.parse(readFileSync(place, 'utf8'));
        return [path.relative(folder, place).split(path.sep).join('/'), isRecord(content) ? content : {}];
      })
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
