import { resolve } from 'node:path';
import { z } from 'zod';
import type { Channel, DeliveryResult } from '../../channels/channel.ts';
import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import { loadFlowBook } from '../../dialogs/flow/load-flow-book.ts';
import type { OutboundMessage } from '../../dialogs/protocol/message.ts';
import type { Understanding } from '../../dialogs/protocol/understanding.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';
import { type Action, type ActionContext, defineAction } from '../../integrations/action.ts';
import { createSqliteStore, openDatabase } from '../../integrations/conversation-store/sqlite/index.ts';
import type { Nlu } from '../../integrations/nlu/nlu.ts';
import type { ArchiveRecord } from '../../integrations/records/records.ts';
import { createSqliteRecords } from '../../integrations/records/sqlite/index.ts';
import type { Telemetry } from '../../integrations/telemetry/telemetry.ts';
import { recordsOf } from '../../operations/records-of.ts';
import { readDialogFiles } from '../../runtime/books/read-dialog-files.ts';
import { type Clock, systemClock, systemWait, type Wait } from '../../runtime/clock.ts';
import { createRuntime, type Runtime } from '../../runtime/create-runtime.ts';
import type { RuntimeParts } from '../../runtime/parts.ts';

/** A flow with an action that may be slow or break (`look it up`), and one that takes a text in pieces (`take a letter`). */
const FLOWS = {
  'lookup/flow.yaml': `
schema: 1
flow: lookup
version: 1
description: Looks something up.
owner: tests
slots:
  found: { type: text, from: action }
steps:
  - id: ask_system
    action: look_up
    into: found
    timeout_ms: 4000
    while_waiting: one_moment
    next: tell
  - id: tell
    say: found
    with: { found: slots.found }
`,
  'dictation/flow.yaml': `
schema: 1
flow: dictation
version: 1
description: Takes a text that comes in pieces.
owner: tests
ask_more: false
slots:
  letter: { type: text }
steps:
  - { say: once, resend: ask_first }
  - collect: letter
    merge_ms: 600
  - say: written
    with: { letter: slots.letter }
`,
  'dictation/en.yaml': `
texts: { once: "I write what you say, once.", ask_letter: What shall I write?, written: "Written: {letter}." }
examples: [write a letter, take a letter, dictate, a letter please, write this down]
`,
  'dictation/ja.yaml': `
texts: { once: 一度だけ書きます。, ask_letter: 何と書きますか。, written: "{letter}と書きました。" }
examples: [手紙を書いて, 書いて, 書き取って, メモして, 書き留めて]
`,
  'patterns/repeat/flow.yaml': `
schema: 1
flow: patterns/repeat
description: Says it again.
slots: { anything: { type: boolean, from: set, default: true } }
steps:
  - { say: again, next: END }
`,
  'patterns/repeat/en.yaml': `
texts: { again: Again., may_be_missing: Ask for it if you miss it. }
examples: [repeat, say that again, again please, once more, what was that]
`,
  'patterns/repeat/ja.yaml': `
texts: { again: もう一度申します。, may_be_missing: 届いていなければ「もう一度」とお送りください。 }
examples: [もう一度, もう一回, 繰り返して, 何ですか, なんて言ったの]
`,
  'lookup/en.yaml': `
texts: { found: "Found {found}.", one_moment: One moment. }
examples: [look it up, look up, please look, look that up, find it]
`,
  'lookup/ja.yaml': `
texts: { found: "{found}です。", one_moment: 少々お待ちください。 }
examples: [調べて, しらべて, 調べてください, さがして, 探して]
`,
};

export interface TestRuntime {
  readonly runtime: Runtime;
  readonly parts: RuntimeParts;
  readonly book: FlowBook;
  /** What reached the customer, in order. */
  readonly sent: { readonly text: string; readonly key: string }[];
  readonly controls: Json[];
  readonly logged: { readonly level: string; readonly event: string; readonly facts: unknown }[];
  /** Lets the runtime do all that can be done now. */
  settle(): Promise<void>;
  end(): Promise<void>;
}

export interface TestRuntimeOptions {
  /** Words → what they mean. May throw. */
  readonly understand?: (text: string) => Understanding;
  readonly lookUp?: () => Promise<string>;
  /** What looking up has for the archive. */
  readonly keeps?: (context: ActionContext) => ArchiveRecord;
  readonly send?: (text: string) => DeliveryResult;
  readonly turnBudgetMs?: number;
  /** `reply`: the place answers only when it is asked. */
  readonly delivery?: 'push' | 'reply';
  readonly clock?: Clock;
  /** Instead of the one that fills `logged`. */
  readonly telemetry?: Telemetry;
  readonly wait?: Wait;
}

const start = (flow: string): Understanding => ({
  commands: [{ kind: 'start_flow', flow }],
  confidence: 1,
  by: 'given',
});
const fill = (slot: string, value: Json): Understanding => ({
  commands: [{ kind: 'set_slot', slot, value }],
  confidence: 1,
  by: 'given',
});

/** `start the echo`, `look it up`; everything else is what the echo repeats. */
export const plainUnderstanding = (text: string): Understanding => {
  if (text === 'start the echo') return start('echo');
  if (text === 'take a letter') return start('dictation');
  return text === 'look it up' ? start('lookup') : fill('words', text);
};

/** The shell with a real store in memory, the tests' dialogs, and everything outside faked. */
export async function aRuntime(options: TestRuntimeOptions = {}): Promise<TestRuntime> {
  const opened = openDatabase(':memory:');
  const { database } = opened;
  const lookUp: Action = defineAction({
    name: 'look_up',
    description: 'Looks something up.',
    input: z.object({}),
    output: z.string(),
    timeoutMs: 4000,
    run: async (_, context) => {
      if (options.keeps) context.keep(options.keeps(context));
      return { outcome: 'ok', output: (await options.lookUp?.()) ?? 'it' };
    },
  });
  const actions = new Map([[lookUp.name, lookUp]]);
  const book = await testBook({ [lookUp.name]: lookUp });
  const seen = { sent: [] as TestRuntime['sent'], controls: [] as Json[], logged: [] as TestRuntime['logged'] };
  const nlu: Nlu = { understand: async (text) => (options.understand ?? plainUnderstanding)(text) };
  const log =
    (level: string) =>
    (event: string, facts: unknown = {}) =>
      void seen.logged.push({ level, event, facts });
  const parts: RuntimeParts = {
    store: createSqliteStore({ database, now: () => Date.now(), claimMs: 5000, idleMs: 86_400_000 }),
    records: createSqliteRecords({ database }),
    channels: [aChannel(seen, options)],
    book: { current: () => ({ book, nlu }), of: async () => ({ book, nlu }) },
    actions,
    telemetry: options.telemetry ?? { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    clock: options.clock ?? systemClock,
    wait: options.wait ?? systemWait,
    settings: {
      leaseMs: 2000,
      renewMs: 500,
      sweepMs: 20,
      dedupeMs: 60_000,
      inboxMax: 50,
      attemptsMax: 3,
      stopMs: 2000,
      zone: 'Asia/Tokyo',
    },
    customerFacts: async () => undefined,
    recordsOf: recordsOf({
      ...{ signingKey: new Uint8Array(32), tenant: 'shop', bot: 'test-bot', nlu: 'given', noticeVersion: '1' },
      onInvalid: (conversationId, members) => log('error')('handoff_invalid', { conversationId, members }),
    }),
  };
  const runtime = createRuntime(parts);
  return {
    ...seen,
    ...{ runtime, parts, book },
    settle: () => runtime.settled(),
    end: async () => {
      await runtime.stop();
      opened.close();
    },
  };
}

function aChannel(seen: Pick<TestRuntime, 'sent' | 'controls'>, options: TestRuntimeOptions): Channel {
  const capabilities = {
    ...CHANNEL_PROFILES.webchat,
    turnBudgetMs: options.turnBudgetMs ?? 10_000,
    delivery: options.delivery ?? 'push',
  };
  return {
    name: 'test',
    capabilities,
    at: () => capabilities,
    verify: async () => ({ kind: 'trusted' }),
    parse: () => [],
    render: (message: OutboundMessage) => [message.text],
    send: async (_, payload, key) => {
      const result = options.send?.(String(payload)) ?? { kind: 'delivered' };
      if (result.kind === 'delivered') seen.sent.push({ text: String(payload), key });
      return result;
    },
    showControl: async (_, control) => {
      seen.controls.push({ owner: control.owner, epoch: control.epoch });
      return { kind: 'delivered' };
    },
  };
}

async function testBook(actions: Record<string, Action>): Promise<FlowBook> {
  const files = await readDialogFiles(resolve(__dirname, '..', 'integration', 'dialogs'));
  const lookup = Object.entries(FLOWS).map(([path, text]) => ({ path, text }));
  const { book, problems } = loadFlowBook([...files, ...lookup], { actions, profiles: CHANNEL_PROFILES });
  if (!book) throw new Error(JSON.stringify(problems, null, 1));
  return book;
}
