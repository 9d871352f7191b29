import { type ChatClient, type Conversation, chatClient, echoes } from './chat-client.ts';

/** Conversations that go on while something is done to the system that leads them. */
export interface RunningTalks {
  /** Words that the system took, by conversation, in order. */
  readonly said: ReadonlyMap<Conversation, readonly string[]>;
  /** Says a word in every conversation, a few at once, over and over until `done` resolves, and at least twice. */
  talkUntil(done: Promise<unknown>): Promise<void>;
}

const AT_ONCE = 20;
/** Nobody writes without a pause. */
const THINK_MS = 250;

/** Begins so many conversations with the tests' echo. */
export async function beginTalks(url: string, count: number): Promise<RunningTalks> {
  const client = chatClient(url);
  const said = new Map<Conversation, string[]>();
  await inParallel(Array.from({ length: count }), async () => {
    const conversation = await client.create({ locale: 'en' });
    await accepted(client, conversation, 'start', 'start the echo');
    said.set(conversation, []);
  });
  let round = 0;
  const sayAll = async () => {
    const word = `word ${round++}`;
    await inParallel([...said], async ([conversation, words]) => {
      await accepted(client, conversation, word.replace(' ', '-'), word);
      words.push(word);
    });
  };
  return {
    said,
    talkUntil: async (done) => {
      let over = false;
      const end = done.then(() => {
        over = true;
      });
      while (!over || round < 2) {
        await sayAll();
        await new Promise((resolve) => setTimeout(resolve, THINK_MS));
      }
      await end;
    },
  };
}

/**
 * Goes on with each conversation on the system that was made of the copy.
 * @returns for each, what the copy knows of what was said, with the answer to a new word at its end
 */
export async function goOn(url: string, talks: RunningTalks): Promise<ReadonlyMap<Conversation, readonly string[]>> {
  const client = chatClient(url);
  const heard = new Map<Conversation, readonly string[]>();
  await inParallel([...talks.said.keys()], async (conversation) => {
    const stream = await client.follow(conversation);
    await accepted(client, conversation, 'after', 'after the copy');
    await stream.until(() => echoes(stream.events).includes('after the copy'));
    heard.set(conversation, echoes(stream.events));
    stream.close();
  });
  return heard;
}

const TRIES = 20;

/** As a page does it: whoever is asked to come again comes again, with the same id. */
async function accepted(client: ChatClient, conversation: Conversation, id: string, text: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const status = await client.say(conversation, id, text);
    if (status === 202) return;
    if ((status !== 503 && status !== 429) || tries === TRIES) throw new Error(`${text} was answered by ${status}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
