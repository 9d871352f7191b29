import fc from 'fast-check';
import { readEventStream, type StreamEvent } from '../../../../web/widget/chat/read-event-stream.ts';

async function read(chunks: readonly Uint8Array[]): Promise<readonly StreamEvent[]> {
  const events: StreamEvent[] = [];
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  await readEventStream(
    body,
    (event) => events.push(event),
    () => undefined,
  );
  return events;
}

describe('readEventStream', () => {
  const text =
    ': hello\n\nretry: 1000\n\nid: 1\nevent: message\ndata: {"text":"荷物"}\n\ndata: a\ndata: b\r\n\r\nid: 3\nevent: typing\ndata: {}\n\nid: 4\ndata: cut o';

  it('reads events, passes comments over, joins lines of data, and leaves out what was cut off', async () => {
    expect(await read([Buffer.from(text)])).toEqual([
      { id: '1', event: 'message', data: '{"text":"荷物"}' },
      { event: 'message', data: 'a\nb' },
      { id: '3', event: 'typing', data: '{}' },
    ]);
  });

  it('reads the same wherever the network cuts the bytes', async () => {
    const bytes = Buffer.from(text);
    const whole = await read([bytes]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, at) => bytes.subarray(places[at], end));
        expect(await read(chunks)).toEqual(whole);
      }),
    );
  });
});
