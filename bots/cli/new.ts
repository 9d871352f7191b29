import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { paint } from './paint.ts';
import { channelTemplate } from './templates/channel-template.ts';
import { flowTemplate } from './templates/flow-template.ts';

/** Writes new files and never over old ones. */
function writeNew(folder: string, files: Readonly<Record<string, string>>): void {
  if (existsSync(folder)) {
    process.stderr.write(`${paint.error(`${folder} is there already.`)} Choose another name, or edit what is there.\n`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), text);
    process.stdout.write(`${path.join(folder, name)}\n`);
  }
}

function isName(name: string): boolean {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return true;
  process.stderr.write(
    `${paint.error(`"${name}" is no name for this.`)} Use small letters, digits and hyphens, such as gift-wrapping.\n`,
  );
  process.exitCode = 1;
  return false;
}

export const newCommand = new Command('new').description('Begin a new part from its template.');

newCommand
  .command('flow')
  .argument('<name>', 'kebab-case, such as gift-wrapping')
  .description('A new dialog flow: its steps and its words in every language.')
  .option('--dir <folder>', 'folder of the flows', 'dialogs/flows')
  .action((name: string, { dir }: { dir: string }) => {
    if (!isName(name)) return;
    writeNew(path.join(dir, name), flowTemplate(name));
    process.stdout.write('Write its words, then run: npx omotenashi check\n');
  });

newCommand
  .command('channel')
  .argument('<name>', 'kebab-case, such as viber')
  .description('A new channel: the files that every channel has, with what the socket asks of each.')
  .action((name: string) => {
    if (!isName(name)) return;
    writeNew(path.join('channels', name), channelTemplate(name));
    process.stdout.write(
      `Fill them, record two payloads under test/payloads/${name}, and add one line in bots/care-bot.ts.\n`,
    );
  });
