import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import type { FlowBook } from '../dialogs/flow/flow-book.ts';
import type { ScriptCall } from '../dialogs/scripts/script-actions.ts';
import type { ScriptPorts } from '../dialogs/scripts/script-conversation.ts';
import { createActions } from '../integrations/create-actions.ts';
import { createSqliteOneTimeCodes } from '../integrations/customers/create-sqlite-one-time-codes.ts';
import { createDemoWorld, type DemoWorld } from '../integrations/demo-world/create-demo-world.ts';
import { type KnowledgeBase, loadKnowledge } from '../integrations/demo-world/load-knowledge.ts';
import type { Nlu } from '../integrations/nlu/nlu.ts';
import type { ArchiveRecord } from '../integrations/records/records.ts';
import { createSqliteRecords } from '../integrations/records/sqlite/index.ts';
import { runAction } from '../integrations/run-action.ts';
import { CLI_MODELS, createModelCache } from './model-cache.ts';
import { openUnderstanding } from './open-understanding.ts';
import { productWords } from './product-words.ts';
import { readBook } from './read-book.ts';

/** A demo world for one conversation, with the ports that scripts and the terminal talk through. */
export interface ThrowawayConversation extends ScriptPorts {
  readonly world: DemoWorld;
}

/** Worlds to be thrown away: every conversation gets one of its own, fresh from the same seed. */
export interface ThrowawayWorld {
  /** The dialogs and the understanding; its world is made at the first need. */
  readonly ports: { readonly book: FlowBook };
  fresh(): Promise<ThrowawayConversation>;
  close(): void;
}

interface Options {
  /** Folder of the flows. */
  readonly flows: string;
  /** When the world is made; it moves with the conversation's clock from there. */
  readonly madeAt?: Date;
}

/** The scripts' own day: what they say of dates stays true for ever. */
const SCRIPT_DAY = new Date('2026-11-24T01:00:00.000Z');
const SHOP_ZONE = 'Asia/Tokyo';

/**
 * Reads the dialogs, trains the understanding and makes a template of the demo world.
 * @throws CatalogueError `dialogs_invalid` naming the first problems
 */
export async function createThrowawayWorld({ flows, madeAt = SCRIPT_DAY }: Options): Promise<ThrowawayWorld> {
  const book = await readBook(flows);
  const knowledge = loadKnowledge();
  // Scripts say the same on every day and without a network.
  const { learn } = await openUnderstanding(
    { NLU: 'embedded' },
    { products: productWords(knowledge.products), models: createModelCache(CLI_MODELS) },
  );
  const nlu = learn(book);
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-'));
  const template = path.join(folder, 'template.db');
  makeTemplate(template, knowledge, madeAt);
  let made = 0;
  const open: Database.Database[] = [];
  return {
    ports: { book },
    fresh: async () => {
      made += 1;
      const file = path.join(folder, `${made}.db`);
      return conversationIn(book, nlu, () => {
        copyFileSync(template, file);
        const database = new Database(file);
        database.pragma('synchronous = OFF');
        open.push(database);
        return { database, knowledge };
      });
    },
    close: () => {
      for (const database of open) database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeTemplate(file: string, knowledge: KnowledgeBase, madeAt: Date): void {
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  createDemoWorld({ database, now: () => madeAt, knowledge });
  database.close();
}

interface OpenedWorld {
  readonly database: Database.Database;
  readonly knowledge: KnowledgeBase;
}

/** The ports of one conversation. Copying the world costs more than most scripts: it is made when an action first asks for it. */
function conversationIn(book: FlowBook, nlu: Nlu, openWorld: () => OpenedWorld): ThrowawayConversation {
  let clock = SCRIPT_DAY;
  const make = () => {
    const { database, knowledge } = openWorld();
    const world = createDemoWorld({ database, now: () => clock, knowledge });
    const counts = new Map<string, number>();
    const records = createSqliteRecords({ database });
    const actions = createActions({
      ...world,
      records,
      codes: createSqliteOneTimeCodes(database),
      count: async (what, who, _windowMs, by = 1) => {
        const key = `${what} ${who}`;
        const value = Math.max(0, (counts.get(key) ?? 0) + by);
        counts.set(key, value);
        return value;
      },
      latency: { floorMs: 0 },
    });
    return { world, actions, records };
  };
  let made: ReturnType<typeof make> | undefined;
  const theWorld = () => {
    made ??= make();
    return made;
  };
  return {
    book,
    zone: SHOP_ZONE,
    get world() {
      return theWorld().world;
    },
    understand: (text, expectation, context) => nlu.understand(text, expectation, context),
    act: async (call) => {
      clock = new Date(call.now);
      const { actions, records } = theWorld();
      const action = actions.get(call.action);
      const keep = (record: ArchiveRecord) => void records.write([record]);
      return action
        ? runAction(action, call.with, { ...contextOf(call), keep })
        : { outcome: 'failed', faultId: 'UNKNOWN' };
    },
  };
}

const contextOf = ({ state, now, zone, channel, callId }: ScriptCall) => ({
  conversationId: 'script',
  identity: state.identity,
  locale: state.locale,
  zone,
  now,
  channel,
  sender: 'script',
  audience: state.place.audience,
  idempotencyKey: callId,
  signal: AbortSignal.timeout(10_000),
});
