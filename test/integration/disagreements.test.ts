import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { chatClient } from '../kit/chat-client.ts';
import { type ModelEndpoint, says, startModelEndpoint } from '../kit/model-endpoint.ts';
import { startApp } from '../kit/start-app.ts';
import { until } from '../kit/until.ts';

const root = resolve(__dirname, '..', '..');

/** As an operator types it, beside the running server. */
async function disagreements(folder: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'bots/cli/main.ts', 'disagreements', ...words],
    { cwd: root, env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', DATA_DIR: folder } },
  );
  return stdout;
}

jest.setTimeout(60_000);

describe('a bot with a language model in its shadow', () => {
  let endpoint: ModelEndpoint;
  beforeAll(async () => {
    endpoint = await startModelEndpoint();
  });
  afterAll(() => endpoint.end());

  test('answers as without it; the operator sees where the model would have done another thing', async () => {
    endpoint.reply(says({ kind: 'handoff' }));
    const shadow = { NLU_SHADOW: 'language-model', LLM_URL: endpoint.url, LLM_MODEL: 'test-model' } as const;
    const app = await startApp(shadow);
    expect(await disagreements(app.folder)).toBe('There are no disagreements.\n');
    const chat = chatClient(app.url);
    const conversation = await chat.create({ locale: 'en' });
    await chat.say(conversation, 'm1', 'the zebra hums a purple tune, 4111 1111 1111 1111');
    const list = async () => JSON.parse(await disagreements(app.folder, '--json'));
    const [found] = await until(list, (all) => all.length > 0, 30_000);
    expect(found).toMatchObject({
      text: 'the zebra hums a purple tune, [CARD]',
      locale: 'en',
      second: { by: 'llm', commands: [{ kind: 'handoff', reason: 'asked' }] },
    });
    expect(await disagreements(app.folder)).toContain('llm 0.75: handoff asked');
    await app.end();
  });
});
