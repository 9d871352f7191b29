import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { chatClient } from '../kit/chat-client.ts';
import { type StartedApp, startApp } from '../kit/start-app.ts';
import { until } from '../kit/until.ts';

const root = resolve(__dirname, '..', '..');

/** As an operator types it, beside the running server. */
async function review(folder: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'bots/cli/main.ts', 'nlu', 'review', ...words],
    { cwd: root, env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', DATA_DIR: folder } },
  );
  return stdout;
}

jest.setTimeout(60_000);

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.end());

test('what the bot did not understand is listed with masked words and what was said next', async () => {
  const chat = chatClient(app.url);
  const conversation = await chat.create({ locale: 'en' });
  await chat.say(conversation, 'm1', 'the zebra hums a purple tune, 4111 1111 1111 1111');
  await chat.say(conversation, 'm2', 'give me a person');
  const list = async () => JSON.parse(await review(app.folder, '--json'));
  const [found] = await until(list, (all) => all[0]?.next !== undefined, 30_000);
  expect(found).toMatchObject({
    text: 'the zebra hums a purple tune, [CARD]',
    ...{ locale: 'en', times: 1, why: 'not_understood' },
    next: { said: 'give me a person', understood: ['handoff asked'] },
  });
  expect(await review(app.folder)).toContain('then: give me a person → handoff asked');
});
