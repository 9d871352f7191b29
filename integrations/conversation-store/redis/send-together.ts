import { Cluster, type Redis } from 'ioredis';

/**
 * What is said to a Redis while one round of the event loop lasts goes out in one write, at the round's end: a write costs more than all
 * that is written. Each call keeps its own answer, its own time limit and its own fate.
 */
export function sendTogether(client: Redis | Cluster): void {
  if (client instanceof Cluster) client.on('+node', gather);
  else gather(client);
}

function gather(client: Redis): void {
  const send = client.sendCommand.bind(client);
  let gathering = false;
  client.sendCommand = (...call) => {
    // The stream is another one after each connection.
    const { stream } = client;
    if (!gathering && stream?.writable) {
      gathering = true;
      stream.cork();
      setImmediate(() => {
        gathering = false;
        stream.uncork();
      });
    }
    return send(...call);
  };
}
