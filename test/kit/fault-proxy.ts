import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What is wrong with one direction of the line; everything absent is right. */
export interface LineFaults {
  /** Every byte arrives so much later, in milliseconds. */
  readonly delayMs?: number;
  readonly bytesPerSecond?: number;
  /** After so many bytes of a connection it is reset, in the middle of whatever that was. */
  readonly cutAfterBytes?: number;
  /** Bytes are taken and never arrive; nobody is told. */
  readonly blackHole?: boolean;
}

export interface ProxyFaults {
  /** From those who connect to the target. */
  readonly up?: LineFaults;
  /** And back. */
  readonly down?: LineFaults;
  /** New connections are reset at once. */
  readonly refuse?: boolean;
}

export interface FaultProxy {
  readonly port: number;
  /** From now on it is so, for open connections too; `{}` is a good line. */
  set(faults: ProxyFaults): void;
  /** Resets every open connection (RST). */
  reset(): void;
  /** The target's side of every open connection goes, and those who connected are not told: their line is silent for ever. */
  halfOpen(): void;
  /** Open connections. */
  connections(): number;
  /** Bytes that a black hole has taken until now. */
  swallowed(): number;
  /** Where new connections go from now on. */
  aim(port: number, host?: string): void;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  /** Its far side is gone, and the near one must not hear of it. */
  silent: boolean;
}

/** Stops reading from a socket while so many bytes wait. */
const MOST_WAITING = 1 << 20;
const SLICE_MS = 20;

/** A TCP line to `target` on which everything can go wrong, by command and while it runs. */
export async function openFaultProxy(targetPort: number, targetHost = '127.0.0.1'): Promise<FaultProxy> {
  let faults: ProxyFaults = {};
  let target = { port: targetPort, host: targetHost };
  const pairs = new Set<Pair>();
  let swallowed = 0;
  const swallow = (bytes: number): void => {
    swallowed += bytes;
  };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    if (faults.refuse) return void near.resetAndDestroy();
    const far = connect({ ...target, allowHalfOpen: true, noDelay: true });
    const pair: Pair = { near, far, silent: false };
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      near.resetAndDestroy();
      far.resetAndDestroy();
    };
    pump(near, far, { faults: () => faults.up ?? {}, cut: end, swallow, pair });
    pump(far, near, { faults: () => faults.down ?? {}, cut: end, swallow, pair });
    near.on('close', () => {
      pairs.delete(pair);
      far.destroy();
    });
    far.on('close', () => {
      if (!pair.silent) near.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const reset = () => {
    for (const { near, far } of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    set: (next) => {
      faults = next;
    },
    reset,
    halfOpen: () => {
      for (const pair of pairs) {
        pair.silent = true;
        pair.far.destroy();
      }
    },
    connections: () => pairs.size,
    swallowed: () => swallowed,
    aim: (port, host = '127.0.0.1') => {
      target = { port, host };
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      reset();
      await closed;
    },
  };
}

interface Direction {
  readonly faults: () => LineFaults;
  readonly cut: () => void;
  readonly swallow: (bytes: number) => void;
  readonly pair: Pair;
}

/** Carries bytes from one socket to the other, in order, with the faults that hold when they come. */
function pump(from: Socket, to: Socket, { faults, cut, swallow, pair }: Direction): void {
  let carried = 0;
  let waiting = 0;
  let before: Promise<void> = Promise.resolve();
  // what happens to a line is told by its closing
  from.on('error', () => undefined);
  from.on('data', (chunk: Buffer) => {
    const cameAt = performance.now();
    waiting += chunk.length;
    if (waiting > MOST_WAITING) from.pause();
    before = before.then(async () => {
      await until(cameAt + (faults().delayMs ?? 0));
      await deliver(chunk);
      waiting -= chunk.length;
      if (waiting <= MOST_WAITING) from.resume();
    });
  });
  from.on('end', () => {
    before = before.then(() => {
      if (!pair.silent) to.end();
    });
  });
  const deliver = async (chunk: Buffer): Promise<void> => {
    let left = chunk;
    while (left.length > 0) {
      const { bytesPerSecond, cutAfterBytes, blackHole } = faults();
      if (blackHole) return swallow(left.length);
      if (to.destroyed) return;
      const room = cutAfterBytes === undefined ? left.length : cutAfterBytes - carried;
      const slice = bytesPerSecond === undefined ? left.length : Math.ceil((bytesPerSecond * SLICE_MS) / 1000);
      const part = left.subarray(0, Math.max(0, Math.min(room, slice)));
      left = left.subarray(part.length);
      carried += part.length;
      if (part.length > 0) await new Promise<void>((resolve) => to.write(part, () => resolve()));
      if (cutAfterBytes !== undefined && carried >= cutAfterBytes) return cut();
      if (bytesPerSecond !== undefined && left.length > 0) await until(performance.now() + SLICE_MS);
    }
  };
}

const until = (at: number): Promise<void> | undefined => {
  const leftMs = at - performance.now();
  return leftMs <= 0 ? undefined : new Promise((resolve) => setTimeout(resolve, leftMs));
};
