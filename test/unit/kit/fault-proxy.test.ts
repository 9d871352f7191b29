import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type FaultProxy, openFaultProxy } from '../../kit/fault-proxy.ts';

/** A target that sends back what it gets. */
let target: Server;
let proxy: FaultProxy;
const targetSide = new Set<Socket>();
const ours = new Set<Socket>();

beforeEach(async () => {
  target = createServer((socket) => {
    targetSide.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => targetSide.delete(socket));
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(target, 'listening');
  const address = target.address();
  proxy = await openFaultProxy(typeof address === 'object' && address ? address.port : 0);
});

afterEach(async () => {
  for (const socket of [...ours, ...targetSide]) socket.destroy();
  await proxy.close();
  target.close();
  ours.clear();
  targetSide.clear();
});

interface Line {
  readonly socket: Socket;
  heard: string;
  fault: string;
  ended: boolean;
}

async function dial(): Promise<Line> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1' });
  ours.add(socket);
  const line: Line = { socket, heard: '', fault: '', ended: false };
  socket.setEncoding('utf8').on('data', (part: string) => {
    line.heard += part;
  });
  socket.on('error', (fault: NodeJS.ErrnoException) => {
    line.fault = fault.code ?? fault.message;
  });
  socket.on('close', () => {
    line.ended = true;
  });
  await once(socket, 'connect');
  return line;
}

const hears = async (line: Line, text: string): Promise<void> => {
  while (!line.heard.includes(text)) await once(line.socket, 'data');
};

const closes = async (line: Line): Promise<void> => {
  if (!line.ended) await new Promise<void>((resolve) => line.socket.once('close', () => resolve()));
};

test('a good line carries everything both ways, in order, and its end', async () => {
  const line = await dial();
  const long = 'abcdefgh'.repeat(100_000);
  line.socket.write(long);
  line.socket.end('the end');
  await closes(line);
  expect(line.heard).toBe(`${long}the end`);
  expect(line.fault).toBe('');
});

test('a delay holds every byte back, and keeps the order', async () => {
  proxy.set({ up: { delayMs: 60 }, down: { delayMs: 60 } });
  const line = await dial();
  const from = performance.now();
  for (const word of ['one ', 'two ', 'three']) line.socket.write(word);
  await hears(line, 'three');
  expect(line.heard).toBe('one two three');
  expect(performance.now() - from).toBeGreaterThanOrEqual(115);
});

test('a throttled direction takes its time', async () => {
  proxy.set({ down: { bytesPerSecond: 10_000 } });
  const line = await dial();
  const from = performance.now();
  line.socket.write(`${'x'.repeat(2000)}!`);
  await hears(line, '!');
  expect(line.heard).toHaveLength(2001);
  expect(performance.now() - from).toBeGreaterThanOrEqual(150);
});

test.each([
  ['up', 10],
  ['down', 7],
] as const)('a cut of the direction %s after %d bytes lets exactly so many through', async (direction, bytes) => {
  let arrived = 0;
  target.on('connection', (socket: Socket) =>
    socket.on('data', (part) => {
      arrived += part.length;
    }),
  );
  proxy.set({ [direction]: { cutAfterBytes: bytes } });
  const line = await dial();
  line.socket.write('0123456789abcdef');
  await closes(line);
  expect(direction === 'up' ? arrived : line.heard.length).toBe(bytes);
});

test('a black hole swallows and tells nobody, and a good line again carries what comes after', async () => {
  const line = await dial();
  proxy.set({ up: { blackHole: true } });
  line.socket.write('lost');
  while (proxy.swallowed() < 4) await new Promise((resolve) => setImmediate(resolve));
  proxy.set({});
  line.socket.write('kept');
  await hears(line, 'kept');
  expect(line.heard).toBe('kept');
  expect(line.fault).toBe('');
  expect(line.ended).toBe(false);
});

test('a reset is one, for every open connection', async () => {
  const lines = [await dial(), await dial()];
  for (const line of lines) {
    line.socket.write('hello');
    await hears(line, 'hello');
  }
  expect(proxy.connections()).toBe(2);
  proxy.reset();
  for (const line of lines) {
    await closes(line);
    expect(line.fault).toBe('ECONNRESET');
  }
  expect(proxy.connections()).toBe(0);
});

test('a refused connection is reset', async () => {
  proxy.set({ refuse: true });
  const socket = connect({ port: proxy.port, host: '127.0.0.1' });
  const fault = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    socket.on('error', resolve);
    socket.on('close', () => resolve(undefined));
    socket.on('connect', () => socket.write('anybody there'));
  });
  expect(fault?.code).toMatch(/ECONNRESET|EPIPE/);
});

test('a half-open line has lost its target, and those who connected hear nothing of it', async () => {
  const line = await dial();
  line.socket.write('hello');
  await hears(line, 'hello');
  const [there] = targetSide;
  const gone = once(there!, 'close');
  proxy.halfOpen();
  await gone;
  line.socket.write('still there?');
  const other = await dial();
  other.socket.write('yes');
  await hears(other, 'yes');
  expect(line.ended).toBe(false);
  expect(line.heard).toBe('hello');
});

test('new connections go where the proxy is aimed', async () => {
  const second = createServer((socket) => socket.on('error', () => undefined).end('the second')).listen(0, '127.0.0.1');
  await once(second, 'listening');
  const address = second.address();
  proxy.aim(typeof address === 'object' && address ? address.port : 0);
  const line = await dial();
  await hears(line, 'the second');
  second.close();
});
