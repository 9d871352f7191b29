import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chatClient, says } from '../kit/chat-client.ts';
import { startApp, TEST_DIALOGS } from '../kit/start-app.ts';

test('a sentence that a designer saves is said by the running server, in a running conversation too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'omotenashi-live-'));
  cpSync(TEST_DIALOGS, folder, { recursive: true });
  const app = await startApp({ FLOWS_DIR: folder, FLOWS_WATCH: 'true' });
  const chat = chatClient(app.url);
  const conversation = await chat.create({ locale: 'en' });
  const stream = await chat.follow(conversation);
  await chat.say(conversation, 'm1', 'start the echo');
  await stream.until(says('What shall I say?'));

  const file = join(folder, 'echo', 'en.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('You said {words}.', 'I heard {words}!'));
  for (let n = 0; n < 40 && !stream.events.some(says('I heard tomatoes!')); n++) {
    await chat.say(conversation, `live-${n}`, 'tomatoes');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect(stream.events.some(says('I heard tomatoes!'))).toBe(true);

  writeFileSync(file, 'texts: { said: "broken {');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await chat.say(conversation, 'm3', 'still here');
  await stream.until(says('I heard still here!'));
  stream.close();
  await app.end();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
