import { Command } from 'commander';
import { chatCommand } from './chat.ts';
import { checkCommand } from './check.ts';
import { demoCommand } from './demo.ts';
import { exportCommand } from './export.ts';
import { newCommand } from './new.ts';
import { startCommand } from './start.ts';
import { testCommand } from './test.ts';

const program = new Command('omotenashi')
  .description('One customer-service conversation on every channel.')
  .showHelpAfterError('(omotenashi --help lists the commands, omotenashi COMMAND --help their options)')
  .enablePositionalOptions();

for (const command of [startCommand, chatCommand, checkCommand, testCommand, demoCommand, exportCommand, newCommand]) {
  command.copyInheritedSettings(program);
  program.addCommand(command);
}

await program.parseAsync();
