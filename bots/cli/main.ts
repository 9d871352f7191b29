import { Command } from 'commander';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';

interface Listed {
  /** One line of `omotenashi --help`; the command itself says more. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** Each command is loaded only when it is wanted: `check` needs no understanding, and nobody waits for what they didn't ask for. */
const COMMANDS: Readonly<Record<string, Listed>> = {
  start: { summary: 'start the whole system', load: async () => (await import('./start.ts')).startCommand },
  chat: { summary: 'talk to the bot in the terminal', load: async () => (await import('./chat.ts')).chatCommand },
  check: {
    summary: 'find every mistake in the dialogs, with its place and what to do',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  test: {
    summary: 'play the conversation scripts on every channel',
    load: async () => (await import('./test.ts')).testCommand,
  },
  demo: {
    summary: 'see the demo company: its customers and what they have; change it',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  backup: {
    summary: 'copy everything that is kept, also while the system runs',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  restore: {
    summary: 'put such a copy into an empty data folder',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
  letters: {
    summary: 'see what could not be done, and give it another try',
    load: async () => (await import('./letters.ts')).lettersCommand,
  },
  disagreements: {
    summary: 'see what a second engine of understanding read differently',
    load: async () => (await import('./disagreements.ts')).disagreementsCommand,
  },
  nlu: {
    summary: 'measure, test and improve how customers are understood',
    load: async () => (await import('./nlu.ts')).nluCommand,
  },
  doctor: {
    summary: 'say what is wrong with settings and stores, and what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  export: { summary: 'write what other tools read', load: async () => (await import('./export.ts')).exportCommand },
  new: {
    summary: 'begin a new flow or channel from its template',
    load: async () => (await import('./new.ts')).newCommand,
  },
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

const [first = '', second = ''] = process.argv.slice(2);
const wanted = first === 'help' ? second : first;
for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
  const command = name === wanted ? await load() : new Command(name);
  command.summary(summary).copyInheritedSettings(program);
  for (const inner of command.commands) inner.copyInheritedSettings(command);
  program.addCommand(command);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof CatalogueError) process.stderr.write(`${error.entry.remedy}\n`);
  process.exitCode = 1;
}
