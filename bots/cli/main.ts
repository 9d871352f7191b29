import { Command } from 'commander';

/** Each command is loaded only when it is wanted: `check` needs no understanding, and nobody waits for what they didn't ask for. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  chat: async () => (await import('./chat.ts')).chatCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  test: async () => (await import('./test.ts')).testCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  new: async () => (await import('./new.ts')).newCommand,
};

const program = new Command('omotenashi')
  .description('One customer-service conversation on every channel.')
  .showHelpAfterError('(omotenashi --help lists the commands, omotenashi COMMAND --help their options)')
  .enablePositionalOptions();

// `omotenashi demo | head` ends when the reader has enough
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const wanted = COMMANDS[process.argv[2] ?? ''];
for (const load of wanted ? [wanted] : Object.values(COMMANDS)) {
  const command = await load();
  command.copyInheritedSettings(program);
  program.addCommand(command);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
