import { Command } from 'commander';
import { backUp } from '../back-up.ts';
import { readSettings } from '../read-settings.ts';
import { paint } from './paint.ts';

export const backupCommand = new Command('backup')
  .description(
    'Copy everything of DATA_DIR, and the records of MongoDB, into a new folder, also while the system runs (docs/how-to/back-up-and-restore.md).',
  )
  .argument('<folder>', 'where to; must not be there yet')
  .action(async (folder: string) => {
    const settings = readSettings();
    const { files, records } = await backUp(settings, folder);
    const apart = records === undefined ? '' : `, ${records} records of MongoDB`;
    process.stdout.write(`${paint.good(folder)}: ${files.join(', ')}${apart}\n`);
    if (settings.REDIS_URL)
      process.stdout.write(
        'Conversations lie in Redis: copy it before this, by redis-cli --rdb. The page above says how.\n',
      );
  });
