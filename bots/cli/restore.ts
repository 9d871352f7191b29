import { Command } from 'commander';
import { readSettings } from '../read-settings.ts';
import { restore } from '../restore.ts';
import { paint } from './paint.ts';

export const restoreCommand = new Command('restore')
  .description('Put a copy that `backup` made into an empty DATA_DIR, and its records into the archive that is set.')
  .argument('<folder>', 'the copy')
  .action(async (folder: string) => {
    const settings = readSettings();
    const { files, records } = await restore(settings, folder);
    const read = records === undefined ? '' : `, ${records} records`;
    process.stdout.write(`${paint.good(settings.DATA_DIR)}: ${files.join(', ')}${read}\n`);
  });
