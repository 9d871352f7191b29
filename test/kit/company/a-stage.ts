import type { Json } from '../../../dialogs/protocol/value.ts';
import type { ActionContext } from '../../../integrations/action.ts';
import { createActions } from '../../../integrations/create-actions.ts';
import { createSqliteOneTimeCodes } from '../../../integrations/customers/create-sqlite-one-time-codes.ts';
import type { ArchiveRecord, Records } from '../../../integrations/records/records.ts';
import { runAction } from '../../../integrations/run-action.ts';
import { type AWorld, aWorld } from './a-world.ts';

export type ContextParts = Partial<ActionContext>;

/** Every action on a throw-away world, with counters and an archive in memory. */
export function aStage(base: AWorld = aWorld()) {
  const { world, database, clock } = base;
  const counts = new Map<string, { value: number; until: number }>();
  const written: ArchiveRecord[] = [];
  const waited: number[] = [];
  let elapsed = 0;
  const records: Pick<Records, 'find'> = {
    find: async ({ kind, customerId }) =>
      written.filter((line) => line.kind === kind && line.customerId === customerId),
  };
  const write = (record: ArchiveRecord): void => {
    if (record.kind === 'erasure')
      written.splice(0, written.length, ...written.filter(({ customerId }) => customerId !== record.customerId));
    else if (!written.some((known) => known.id === record.id)) written.push(record);
  };
  const actions = createActions({
    ...world,
    records,
    codes: createSqliteOneTimeCodes(database),
    count: async (what, who, windowMs, by = 1) => {
      const key = `${what}\n${who}`;
      const at = clock.now.getTime();
      const known = counts.get(key);
      const counter = known && known.until > at ? known : { value: 0, until: at + windowMs };
      const value = Math.max(0, counter.value + by);
      counts.set(key, { ...counter, value });
      return value;
    },
    latency: { floorMs: 400, clock: () => elapsed, wait: async (ms) => void waited.push(ms) },
  });
  let turn = 0;
  const context = (parts: ContextParts = {}): ActionContext => ({
    conversationId: 'conversation-1',
    identity: { level: 'none', proves: {} },
    locale: 'en',
    zone: 'America/Los_Angeles',
    now: clock.now.toISOString(),
    channel: 'webchat',
    sender: 'webchat:visitor-1',
    audience: 'private',
    idempotencyKey: `turn-${++turn}`,
    keep: write,
    signal: new AbortController().signal,
    ...parts,
  });
  return {
    ...base,
    actions,
    written,
    /** What evening out the latency waited for. */
    waited,
    pretendWorkTook: (ms: number) => {
      elapsed += ms;
    },
    context,
    act: (name: string, input: Json, parts: ContextParts = {}) => {
      const action = actions.get(name);
      if (!action) throw new Error(`there is no action ${name}`);
      return runAction(action, input, context(parts), {
        onFault: ({ error }) => {
          throw error;
        },
      });
    },
    verified: (customer: string): ContextParts => ({ identity: { level: 'verified', proves: { customer } } }),
    recognised: (order: string): ContextParts => ({ identity: { level: 'recognised', proves: { order } } }),
  };
}
