import { EventEmitter } from 'node:events';
import { awaitAnswer } from '../../../../channels/webchat/await-answer.ts';
import type { ThreadLine } from '../../../../channels/webchat/thread-log.ts';

const from = (who: string) => ({ from: who, text: 'hello' });

function aThread(...lines: ThreadLine[]) {
  const appended = new EventEmitter();
  return {
    lines,
    write: (kind: string, body: ThreadLine['body']) => {
      lines.push({ seq: lines.length + 1, kind, body });
      appended.emit('line');
    },
    followers: () => appended.listenerCount('line'),
    log: {
      read: async (_thread: string, after: number, limit: number) =>
        lines.filter(({ seq }) => seq > after).slice(0, limit),
      follow: (_thread: string, then: () => void) => {
        appended.on('line', then);
        return () => void appended.off('line', then);
      },
    },
  };
}

const asked: ThreadLine = { seq: 1, kind: 'message', body: from('customer') };
const HOUR = 3_600_000;

test('an answer that stands already is seen at once, also far down', async () => {
  const more = Array.from({ length: 250 }, (_, n) => ({ seq: n + 2, kind: 'control', body: {} }));
  const thread = aThread(asked, ...more, { seq: 252, kind: 'message', body: from('bot') });
  await awaitAnswer(thread.log, { thread: 't', seq: 1 }, HOUR);
  expect(thread.followers()).toBe(0);
});

test('what the customer says besides is no answer, what the bot or a person says is', async () => {
  const thread = aThread({ seq: 1, kind: 'message', body: from('bot') }, { ...asked, seq: 2 });
  let seen = false;
  const waiting = awaitAnswer(thread.log, { thread: 't', seq: 2 }, HOUR).then(() => {
    seen = true;
  });
  thread.write('message', from('customer'));
  thread.write('control', { owner: 'bot' });
  await new Promise(setImmediate);
  expect(seen).toBe(false);
  thread.write('message', from('agent'));
  await waiting;
  expect(thread.followers()).toBe(0);
});

test('nobody waits for ever, nor for a log that cannot be read', async () => {
  const thread = aThread(asked);
  await awaitAnswer(thread.log, { thread: 't', seq: 1 }, 1);
  const broken = { ...thread.log, read: () => Promise.reject(new Error('away')) };
  await awaitAnswer(broken, { thread: 't', seq: 1 }, HOUR);
  expect(thread.followers()).toBe(0);
});
