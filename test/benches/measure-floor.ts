import path from 'node:path';
import { keepAlive, load, postJson, type Talk } from './load.ts';
import { readProcess } from './read-process.ts';
import { startProcess } from './start-process.ts';

const TURNS_EACH = 3;

/** CPU of one turn of the least handler there is, in microseconds: parse, GET, SET, answer. */
export async function measureFloor(of: {
  readonly redisUrl: string;
  readonly stateBytes: number;
  readonly lanes: number;
  readonly talks: number;
}): Promise<number> {
  const server = await startProcess(['--import', 'tsx', path.join(import.meta.dirname, 'floor-server.ts')], {
    REDIS_URL: of.redisUrl,
    STATE_BYTES: String(of.stateBytes),
    NODE_ENV: 'production',
  });
  try {
    const agent = keepAlive(of.lanes);
    const talk = (id: number): Talk =>
      async function* () {
        for (const [n, text] of ['Where is my package?', 'AB123456', '12345'].entries()) {
          const begun = performance.now();
          await postJson(agent, `${server.url}/conversations/${id}/messages`, { id: `m${n}`, text });
          yield performance.now() - begun;
        }
      };
    const talks = Array.from({ length: of.talks }, (_, id) => talk(id));
    await load(talks.slice(0, Math.ceil(of.talks / 4)), of.lanes);
    const before = readProcess(server.pid).cpuUs;
    await load(talks, of.lanes);
    return (readProcess(server.pid).cpuUs - before) / (of.talks * TURNS_EACH);
  } finally {
    await server.stop();
  }
}
