import { Redis } from 'ioredis';

export interface CountedCommands {
  /** Stops, and gives how often each was sent: a script by its hash, else the command's name. Commands inside scripts don't count. */
  end(): Promise<ReadonlyMap<string, number>>;
}

/** Listens to everything that clients send to a Redis. It slows Redis down: never while something is measured. */
export async function countCommands(url: string): Promise<CountedCommands> {
  const client = new Redis(url);
  const monitor = await client.monitor();
  const counts = new Map<string, number>();
  monitor.on('monitor', (_time: string, args: readonly string[], source: string) => {
    if (source === 'lua') return;
    const [name = '', sha = ''] = args;
    const key = name.toLowerCase() === 'evalsha' ? sha : name.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return {
    end: async () => {
      // What was sent before this is heard before it.
      await client.ping();
      monitor.disconnect();
      client.disconnect();
      return counts;
    },
  };
}
