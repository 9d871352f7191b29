import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command } from 'commander';
import type { DialogflowExport } from './dialogflow/export-dialogflow.ts';
import { SCHEMA_KINDS, type SchemaKind, schemaOf } from './reference/schemas.ts';
import { writeReference } from './reference/write-reference.ts';

export const exportCommand = new Command('export').description('Write what other tools read.');

exportCommand
  .command('schema')
  .description('JSON Schema of the dialog files, for editors.')
  .addArgument(new Argument('[kind]', 'which file').choices(SCHEMA_KINDS).default('flow'))
  .option('--out <dir>', 'write all of them into this folder instead of printing one')
  .action((kind: SchemaKind, { out }: { out?: string }) => {
    if (!out) {
      process.stdout.write(`${JSON.stringify(schemaOf(kind), null, 2)}\n`);
      return;
    }
    mkdirSync(out, { recursive: true });
    for (const each of SCHEMA_KINDS) {
      const place = path.join(out, `${each}.schema.json`);
      writeFileSync(place, `${JSON.stringify(schemaOf(each), null, 2)}\n`);
      process.stdout.write(`${place}\n`);
    }
  });

exportCommand
  .command('reference')
  .description(
    'The pages of docs/reference that are made from the code: schemas, checks, settings, errors, commands, HTTP interface.',
  )
  .option('--out <dir>', 'folder to write to', 'docs/reference')
  .action(async ({ out }: { out: string }) => {
    for (const place of await writeReference(out)) process.stdout.write(`${place}\n`);
  });

exportCommand
  .command('dialogflow')
  .description(
    "The dialogs as an agent of Dialogflow CX, in the layout of its JSON package: intents, entity types, flows with pages, a webhook. It is read back and held against the API's messages; exit status 1 when something differs.",
  )
  .option('--out <dir>', 'folder to write to; an earlier package in it is replaced', 'dialogflow-agent')
  .option('--flows <dir>', 'folder of the flows', 'dialogs/flows')
  .option('--name <name>', "the agent's display name", 'Omotenashi')
  .option('--zone <zone>', "the agent's time zone", 'Asia/Tokyo')
  .option('--webhook <url>', 'address that has the turns; without it the webhook is switched off')
  .action(async (options: DialogflowExport) => {
    const { exportDialogflow } = await import('./dialogflow/export-dialogflow.ts');
    const { files, intents, phrases, faults } = await exportDialogflow(options);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    process.stdout.write(`${options.out}: ${files} files, ${intents} intents, ${phrases} phrases\n`);
    if (faults.length > 0) process.exitCode = 1;
  });
