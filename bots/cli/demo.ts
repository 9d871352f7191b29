import { existsSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command, Option } from 'commander';
import Database from 'libsql';
import { LOCALES, type Locale } from '../../dialogs/protocol/locale.ts';
import { DATABASE_FILE, openDatabase } from '../../integrations/conversation-store/sqlite/index.ts';
import { createDemoWorld, type DemoWorld } from '../../integrations/demo-world/create-demo-world.ts';
import { ORDER_STATES, type OrderState } from '../../integrations/orders/order.ts';
import { readSettings } from '../read-settings.ts';
import { demoServeCommand } from './demo-serve.ts';
import { paint } from './paint.ts';

interface ListOptions {
  readonly json?: boolean;
  readonly locale?: Locale;
}

export const demoCommand = new Command('demo')
  .description(
    'The demo world: who its customers are and what they have. Looking at it writes nothing, also while the system runs.',
  )
  .option('--json', 'print everything as one JSON object and nothing else')
  .addOption(new Option('--locale <locale>', 'only customers of this language').choices(LOCALES))
  .action(({ json, locale }: ListOptions) => {
    const world = withWorld('look', (opened) => opened.listWorld(locale ? { locale } : {}));
    if (json) process.stdout.write(`${JSON.stringify(world)}\n`);
    else print(world);
  });

demoCommand
  .command('advance')
  .description('Move an order into a state; it goes on from there by itself.')
  .argument('<order>', 'order number, such as AB123456')
  .addArgument(new Argument('<state>', 'the new state').choices(ORDER_STATES))
  .action((order: string, state: OrderState) => {
    const known = withWorld('change', (world) => world.advanceOrder(order.toUpperCase(), state));
    if (known) process.stdout.write(`${paint.good(order.toUpperCase())} is ${state} now.\n`);
    else {
      process.stderr.write(`${paint.error(`There is no order ${order}.`)} omotenashi demo lists them.\n`);
      process.exitCode = 1;
    }
  });

demoCommand
  .command('reset')
  .description('Make the demo world anew, as of now. Conversations stay.')
  .action(() => {
    withWorld('change', (world) => world.reset());
    process.stdout.write('The demo world is as on its first day.\n');
  });

demoCommand.addCommand(demoServeCommand);

/** Opens the world of DATA_DIR. Where there is none yet it is made first, as the first start would. */
function withWorld<Result>(purpose: 'look' | 'change', use: (world: DemoWorld) => Result): Result {
  const { DATA_DIR, DEMO_SEED } = readSettings();
  const folder = path.resolve(DATA_DIR);
  const file = path.join(folder, DATABASE_FILE);
  const options = { now: () => new Date(), seed: DEMO_SEED };
  if (!existsSync(file)) {
    const opened = openDatabase(folder);
    createDemoWorld({ ...options, database: opened.database });
    opened.close();
  }
  const database = new Database(file);
  database.pragma('busy_timeout = 5000');
  if (purpose === 'look') database.pragma('query_only = true');
  try {
    return use(createDemoWorld({ ...options, database }));
  } finally {
    database.close();
  }
}

function print({ customers }: ReturnType<DemoWorld['listWorld']>): void {
  for (const { id, name, locale, email, postcode, orders, plans, devices } of customers) {
    process.stdout.write(`${paint.bot(id)} ${name} ${paint.soft(`(${locale}) ${email} ${postcode}`)}\n`);
    for (const order of orders)
      process.stdout.write(`  order ${order.number}  ${order.state}  ${paint.soft(order.items.join(', '))}\n`);
    for (const plan of plans)
      process.stdout.write(
        `  plan ${plan.id}  ${plan.kind}  ${plan.state}  ${paint.soft(`renews on ${plan.renews_on}`)}\n`,
      );
    for (const device of devices) process.stdout.write(`  device ${device.product}  ${paint.soft(device.serial)}\n`);
  }
  process.stdout.write(`${customers.length} customers\n`);
}
