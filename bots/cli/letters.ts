import { Command } from 'commander';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { DeadLetter } from '../../integrations/conversation-store/conversation-store.ts';
import { type Replayed, replayLetter } from '../../runtime/letters/replay-letter.ts';
import { readSettings } from '../read-settings.ts';
import { type Visit, visitConversations } from '../visit-conversations.ts';
import { paint } from './paint.ts';
import { wholeNumber } from './whole-number.ts';

interface Shared {
  readonly json?: boolean;
}

/** More than a person reads. */
const MOST = 1000;
const BUSY_TRIES = 20;
const BUSY_MS = 250;

const WHY_NOT: Readonly<Record<Exclude<Replayed, 'replayed'>, string>> = {
  busy: 'A turn of its conversation runs: try again.',
  gone: 'Its conversation is not there any more: nobody is left to be answered. Drop it.',
  full: 'Too many messages wait in its conversation: try again later.',
};

export const lettersCommand = new Command('letters')
  .description(
    'What could not be done, and was laid aside: messages over which turns broke, and replies that no platform took. It can be looked at, replayed and dropped while the system runs.',
  )
  .enablePositionalOptions();

lettersCommand
  .command('list', { isDefault: true })
  .description('All of them, newest first.')
  .option('--json', 'print one JSON array of {"id","conversationId","kind","why","at"} and nothing else')
  .action(({ json }: Shared) =>
    visiting(async ({ store }) => {
      const letters = await store.deadLetters(MOST);
      if (json) return print(JSON.stringify(letters.map(headOf)));
      for (const letter of letters) print(lineOf(letter));
      print(sumOf(letters.length));
    }),
  );

lettersCommand
  .command('show')
  .description('One of them with everything in it. It may hold what a customer wrote.')
  .argument('<id>', 'number of the letter', wholeNumber(1, Number.MAX_SAFE_INTEGER))
  .option('--json', 'print one JSON object and nothing else')
  .action((id: number, { json }: Shared) =>
    visiting(async (visit) => {
      const letter = await find(visit, id);
      if (json) return print(JSON.stringify({ ...headOf(letter), body: letter.body }));
      print(lineOf(letter));
      print(JSON.stringify(letter.body, null, 2));
    }),
  );

lettersCommand
  .command('replay')
  .description('Gives it another try: the running system takes it up at its next sweep.')
  .argument('<id>', 'number of the letter', wholeNumber(1, Number.MAX_SAFE_INTEGER))
  .option('--json', 'print {"replayed": id} and nothing else')
  .action((id: number, { json }: Shared) =>
    visiting(async (visit) => {
      const done = await replay(visit, await find(visit, id));
      if (done !== 'replayed') throw new CatalogueError('letter_refused', WHY_NOT[done]);
      print(json ? JSON.stringify({ replayed: id }) : paint.good(`Letter ${id} goes on its way again.`));
    }),
  );

lettersCommand
  .command('drop')
  .description('Throws it away for good.')
  .argument('<id>', 'number of the letter', wholeNumber(1, Number.MAX_SAFE_INTEGER))
  .option('--json', 'print {"dropped": id} and nothing else')
  .action((id: number, { json }: Shared) =>
    visiting(async (visit) => {
      const letter = await find(visit, id);
      await visit.store.dropLetter(letter.id);
      print(json ? JSON.stringify({ dropped: id }) : `Letter ${id} is thrown away.`);
    }),
  );

async function replay({ store }: Visit, letter: DeadLetter): Promise<Replayed> {
  const { LEASE_MS, DEDUPE_MS, INBOX_MAX } = readSettings();
  const limits = { leaseMs: LEASE_MS, dedupeMs: DEDUPE_MS, inboxMax: INBOX_MAX };
  for (let tries = 1; ; tries++) {
    const done = await replayLetter(store, letter, limits);
    if (done !== 'busy' || tries === BUSY_TRIES) return done;
    await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
  }
}

async function find({ store }: Visit, id: number): Promise<DeadLetter> {
  const letter = (await store.deadLetters(MOST)).find((one) => one.id === id);
  if (!letter) throw new CatalogueError('letter_refused', `There is no letter ${id}.`);
  return letter;
}

const headOf = ({ id, conversationId, kind, why, at }: DeadLetter) => ({
  ...{ id, conversationId, kind, why },
  at: new Date(at).toISOString(),
});

const lineOf = (letter: DeadLetter): string => {
  const { id, kind, why, at, conversationId } = headOf(letter);
  return `${paint.bot(String(id))}  ${kind}  ${at.slice(0, 19).replace('T', ' ')}  ${why}  ${paint.soft(conversationId)}`;
};

function sumOf(count: number): string {
  if (count === 0) return paint.good('There are no letters.');
  return count === MOST ? `The newest ${MOST} letters; there may be more.` : `${count} letter${count === 1 ? '' : 's'}`;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function visiting(work: (visit: Visit) => Promise<void>): Promise<void> {
  const visit = await visitConversations(readSettings());
  try {
    await work(visit);
  } finally {
    await visit.close();
  }
}
