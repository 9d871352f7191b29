import type { Browser, BrowserContext } from 'playwright-core';
import { type FakeChatServer, startFakeChatServer } from '../kit/fake-chat-server.ts';
import { type ChatPage, describeInBrowser, openBrowser, openChatPage, openFreshChatPage } from '../kit/open-browser.ts';
import { until } from '../kit/until.ts';

describeInBrowser('the widget and a network that fails', () => {
  let browser: Browser;
  let server: FakeChatServer;
  let context: BrowserContext;
  let tab: ChatPage;
  let address: string;

  beforeAll(async () => {
    browser = await openBrowser();
    context = await browser.newContext({ locale: 'en-US' });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startFakeChatServer((said) => {
      if (!said) return [{ text: 'Hello.' }];
      return 'text' in said ? [{ text: `You said ${said.text}` }] : [{ text: 'Thanks.' }];
    });
    address = `${server.url}/page?locale=en`;
    tab = await openFreshChatPage(context, address);
    await tab.open();
  });
  afterEach(() => server.stop());

  it('shows the same conversation after a reload, nothing twice', async () => {
    await tab.say('one');
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'You said one');
    await tab.page.reload();
    await tab.launcher.waitFor();
    await tab.open();
    await until(tab.bubbles, (bubbles) => bubbles.join('|') === 'Hello.|one|You said one');
    expect(server.conversations.size).toBe(1);
  });

  it('keeps what is half written over a reload', async () => {
    await tab.box.fill('My order is');
    await tab.page.reload();
    await tab.open();
    expect(await tab.box.inputValue()).toBe('My order is');
  });

  it('reads on where the line was cut', async () => {
    await tab.say('one');
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'You said one');
    for (let cut = 1; cut <= 5; cut++) {
      server.cut();
      server.push({ text: `news ${cut}` });
    }
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'news 5');
    expect(await tab.bubbles()).toEqual([
      'Hello.',
      'one',
      'You said one',
      'news 1',
      'news 2',
      'news 3',
      'news 4',
      'news 5',
    ]);
  });

  it('sends once when the answer to its post is lost', async () => {
    server.fail(2, 0);
    await tab.say('only once');
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'You said only once');
    await until(
      () => tab.chat.locator('.sending').count(),
      (count) => count === 0,
    );
    expect(server.accepted.filter(({ said }) => 'text' in said && said.text === 'only once')).toHaveLength(1);
    expect(await tab.bubbles()).toEqual(['Hello.', 'only once', 'You said only once']);
  });

  it('says that it is offline while the server is away, and brings up what was written meanwhile, in order', async () => {
    await server.stop();
    await tab.chat.getByText('No connection. Trying again…').waitFor();
    await tab.say('first');
    await tab.say('second');
    expect(await tab.bubbles()).toEqual(['Hello.', 'first', 'second']);
    await server.start();
    await until(tab.bubbles, (bubbles) => bubbles.includes('You said second'), 15_000);
    expect(server.accepted.map(({ said }) => 'text' in said && said.text)).toEqual(['first', 'second']);
    await until(
      () => tab.chat.locator('.notice').textContent(),
      (text) => text === '',
    );
  });

  it('brings up what was written before a reload in a dead network', async () => {
    server.fail(99, 503);
    await tab.say('do not lose me');
    await until(
      () => server.posts.length,
      (posts) => posts > 0,
    );
    await tab.page.reload();
    await tab.open();
    await until(tab.bubbles, (bubbles) => bubbles.includes('do not lose me'));
    server.fail(-1, 0);
    await until(
      () => server.accepted.length,
      (count) => count === 1,
      15_000,
    );
    await until(tab.bubbles, (bubbles) => bubbles.join('|') === 'Hello.|do not lose me|You said do not lose me');
  });

  it('says beside the message that it was not sent, and sends it again on request', async () => {
    server.fail(4, 503);
    await tab.say('please');
    await tab.chat.getByRole('button', { name: 'Send again' }).click({ timeout: 15_000 });
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'You said please');
    expect(new Set(server.posts).size).toBe(1);
  });

  it('says that a message cannot be taken when the server refuses it, without trying again', async () => {
    server.fail(1, 400);
    await tab.say('bad');
    await tab.chat.getByText('We couldn’t take this message.').waitFor();
    expect(server.posts).toHaveLength(1);
    await tab.chat.getByRole('button', { name: 'Remove' }).click();
    expect(await tab.bubbles()).toEqual(['Hello.']);
  });

  it('refreshes a token that has expired, for the stream and for a message', async () => {
    server.expireTokens();
    await tab.say('still me');
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'You said still me');
    server.push({ text: 'and I still hear' });
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'and I still hear');
    expect(server.conversations.size).toBe(1);
  });

  it('goes on in a new conversation when the server has forgotten the old one', async () => {
    await tab.say('one');
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'You said one');
    server.forget();
    await tab.say('two');
    await until(tab.bubbles, (bubbles) => bubbles.includes('You said two'));
    expect(await tab.chat.locator('.handover').textContent()).toBe(
      'The earlier conversation has ended. A new one starts here.',
    );
  });

  it('shows one conversation in two tabs, and deletes it in both', async () => {
    const other = await openChatPage(context, address);
    await other.open();
    await tab.say('from the first');
    await other.say('from the second');
    const whole = (bubbles: readonly string[]) => bubbles.length === 5;
    const [first, second] = await Promise.all([until(tab.bubbles, whole), until(other.bubbles, whole)]);
    expect([...first].sort()).toEqual([...second].sort());
    expect(server.conversations.size).toBe(1);
    await tab.page.bringToFront();
    await tab.chat.getByRole('button', { name: 'More' }).click();
    await tab.chat.getByRole('button', { name: 'Delete this conversation' }).click();
    await tab.chat.getByRole('button', { name: 'Delete', exact: true }).click();
    const fresh = (bubbles: readonly string[]) => bubbles.join() === 'Hello.';
    await Promise.all([until(tab.bubbles, fresh), until(other.bubbles, fresh)]);
    expect(server.conversations.size).toBe(1);
  });

  it('makes one conversation when two tabs open the chat at the same moment', async () => {
    const both = await browser.newContext({ locale: 'en-US' });
    server.forget();
    server.delayMs = 150;
    const tabs = await Promise.all([openChatPage(both, address), openChatPage(both, address)]);
    await Promise.all(tabs.map((one) => one.open()));
    expect(server.conversations.size).toBeLessThanOrEqual(2);
    const [one, two] = await Promise.all(
      tabs.map((each) => each.page.evaluate(`localStorage['omotenashi:${server.url}']`)),
    );
    expect(one).toBe(two);
    await both.close();
  });

  it('lets a page with a bad customer token in as a visitor', async () => {
    const visitor = await browser.newContext();
    const page = await openChatPage(visitor, `${address}&customer-token=refused`);
    await page.open();
    expect(await page.bubbles()).toEqual(['Hello.']);
    await visitor.close();
  });
});
