import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Redis } from 'ioredis';

// The least that anybody's handler does for a turn: parse, read a state, write one of the same size, answer.
const redis = new Redis(process.env['REDIS_URL'] ?? '');
const state = 'x'.repeat(Number(process.env['STATE_BYTES']));

const app = express();
app.use(express.json());
app.post('/conversations/:id/messages', async (request, response) => {
  const key = `floor:${request.params.id}`;
  await redis.get(key);
  await redis.set(key, state);
  response.status(202).json({ id: request.body.id });
});

const server = createServer({ keepAliveTimeout: 65_000 }, app).listen(0, '127.0.0.1', () => {
  // `listen` on a port gives an address of this shape.
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`ready http://127.0.0.1:${port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
