import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command } from 'commander';
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
