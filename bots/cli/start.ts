import { Command } from 'commander';
import { startServer } from '../server.ts';

export const startCommand = new Command('start')
  .description('Start the whole system. Settings come from the environment (docs/reference/settings.md).')
  .action(async () => {
    await startServer();
  });
