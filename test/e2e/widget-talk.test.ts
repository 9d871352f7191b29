import { type ChatPage, describeInBrowser } from '../kit/open-browser.ts';
import { until } from '../kit/until.ts';
import { widgetForSuite } from '../kit/widget-for-suite.ts';

const CHOICES = [
  { value: { slot: 'yes' }, label: 'Yes, please' },
  { value: 'no', label: 'No, thanks' },
];

describeInBrowser('talking in the widget', () => {
  const widget = widgetForSuite((said, locale) => {
    if (!said) return [{ text: locale === 'ja' ? 'ご用件をどうぞ。' : 'What can I do for you?' }];
    if ('text' in said && said.text === '日本語でお願いします') return [{ text: '承知しました。', locale: 'ja' }];
    return 'text' in said ? [{ text: `You said ${said.text}` }] : [];
  });
  let tab: ChatPage;

  beforeEach(async () => {
    tab = await widget.openFresh();
  });

  it('asks the server for nothing before it is opened', async () => {
    const before = widget.server.conversations.size;
    await tab.page.waitForLoadState('networkidle');
    expect(widget.server.conversations.size).toBe(before);
    await tab.open();
    expect(widget.server.conversations.size).toBe(before + 1);
  });

  it('greets, offers three things that people ask, and puts the cursor into the box', async () => {
    await tab.open();
    expect(await tab.bubbles()).toEqual(['What can I do for you?']);
    expect(await tab.chat.locator('.starters button').allTextContents()).toHaveLength(3);
    await until(
      () => tab.page.evaluate('document.activeElement.shadowRoot?.activeElement?.tagName'),
      (tag) => tag === 'TEXTAREA',
    );
    await tab.chat.locator('.starters button').first().click();
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'You said Where is my order?');
    expect(await tab.chat.locator('.starters').count()).toBe(0);
  });

  it('sends by Enter, goes to a new line by Shift and Enter, and leaves the box empty', async () => {
    await tab.open();
    await tab.box.fill('one');
    await tab.box.press('Shift+Enter');
    await tab.page.keyboard.type('two');
    await tab.box.press('Enter');
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'You said one\ntwo');
    expect(await tab.box.inputValue()).toBe('');
  });

  it('leaves the Enter that ends a choice of kanji to the input method', async () => {
    await tab.open();
    await tab.box.fill('にほんご');
    const posts = widget.server.posts.length;
    await tab.box.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    await tab.box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
    expect(await tab.box.inputValue()).toBe('にほんご');
    expect(widget.server.posts).toHaveLength(posts);
    await tab.box.press('Enter');
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'You said にほんご');
  });

  it('takes a quick reply by click, sends its value, and gives the cursor back', async () => {
    await tab.open();
    widget.server.push({ text: 'Shall I?', choices: CHOICES });
    await tab.chat.getByRole('button', { name: 'Yes, please' }).click();
    await until(
      () => widget.server.accepted.at(-1)?.said,
      (said) => JSON.stringify(said) === JSON.stringify({ choice: { slot: 'yes' }, label: 'Yes, please' }),
    );
    expect(await tab.chat.locator('.replies').count()).toBe(0);
    expect(await tab.page.evaluate('document.activeElement.shadowRoot.activeElement.tagName')).toBe('TEXTAREA');
  });

  it('takes a quick reply by keyboard alone', async () => {
    await tab.open();
    widget.server.push({ text: 'Shall I?', choices: CHOICES });
    await tab.chat.getByRole('button', { name: 'No, thanks' }).waitFor();
    await tab.box.focus();
    for (let key = 0; key < 2; key++) await tab.page.keyboard.press('Shift+Tab');
    await tab.page.keyboard.press('Enter');
    await until(
      () => widget.server.accepted.at(-1)?.said,
      (said) => said !== undefined && 'choice' in said && said.choice === 'no',
    );
  });

  it('shows the typing sign only when an answer takes long', async () => {
    await tab.open();
    widget.server.typing(true);
    expect(await tab.chat.locator('.typing').count()).toBe(0);
    await tab.chat.locator('.typing').waitFor();
    widget.server.push({ text: 'Here it is.' });
    await until(
      () => tab.chat.locator('.typing').count(),
      (count) => count === 0,
    );
  });

  it('draws a handover as a line with a sentence, and says in the header who answers', async () => {
    await tab.open();
    widget.server.control({ owner: 'queue', position: 3 });
    await tab.chat.getByText('Number 3 in line').waitFor();
    widget.server.control({ owner: 'queue', position: 1 });
    await tab.chat.getByText('You’re next in line').waitFor();
    widget.server.control({ owner: 'agent', agentName: 'Sato' });
    await tab.chat.getByText('With Sato').waitFor();
    expect(await tab.chat.locator('.handover').allTextContents()).toEqual([
      'In line for a colleague',
      'Sato is here now.',
    ]);
    widget.server.control({ owner: 'bot' });
    await tab.chat.getByText('You’re back with the assistant.').waitFor();
  });

  it('counts what is new while it is closed, in the button and in the title', async () => {
    await tab.open();
    await tab.page.keyboard.press('Escape');
    widget.server.push({ text: 'It is out for delivery.' });
    await until(
      () => tab.launcher.textContent(),
      (text) => text?.includes('1 new') ?? false,
    );
    expect(await tab.page.title()).toBe('(1 new) Shop');
    await tab.launcher.click();
    await until(
      () => tab.page.title(),
      (title) => title === 'Shop',
    );
    await tab.page.reload();
    await tab.launcher.waitFor();
    await until(
      () => tab.page.title(),
      (title) => title === 'Shop',
    );
  });

  it('starts again in the other language before the first word, and asks the bot for it after', async () => {
    await tab.open();
    await tab.chat.getByRole('button', { name: '日本語で話す' }).click();
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'ご用件をどうぞ。');
    await tab.chat.getByRole('button', { name: 'Switch to English' }).click();
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'What can I do for you?');
    await tab.say('hello');
    await until(tab.bubbles, (bubbles) => bubbles.includes('You said hello'));
    await tab.chat.getByRole('button', { name: '日本語で話す' }).click();
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === '承知しました。');
    expect(await tab.chat.locator('.message').last().getAttribute('lang')).toBe('ja');
    expect(await tab.box.getAttribute('placeholder')).toBe('ご用件を入力');
  });

  it('deletes the conversation only after a yes', async () => {
    await tab.open();
    await tab.say('secret');
    await until(tab.bubbles, (bubbles) => bubbles.includes('You said secret'));
    const id = [...widget.server.conversations.keys()].at(-1) ?? '';
    const ask = async () => {
      await tab.chat.getByRole('button', { name: 'More' }).click();
      await tab.chat.getByRole('button', { name: 'Delete this conversation' }).click();
    };
    await ask();
    await tab.page.keyboard.press('Escape');
    expect(widget.server.conversations.has(id)).toBe(true);
    await ask();
    await tab.chat.getByRole('button', { name: 'Delete', exact: true }).click();
    await until(
      () => widget.server.conversations.has(id),
      (known) => !known,
    );
    await until(tab.bubbles, (bubbles) => bubbles.length === 1 && bubbles[0] === 'What can I do for you?');
  });

  it('starts a new conversation, and downloads the transcript', async () => {
    await tab.open();
    await tab.say('old');
    await until(tab.bubbles, (bubbles) => bubbles.includes('You said old'));
    await tab.chat.getByRole('button', { name: 'More' }).click();
    const download = tab.page.waitForEvent('download');
    await tab.chat.getByRole('button', { name: 'Download transcript' }).click();
    expect((await download).suggestedFilename()).toMatch(/^Aozora-\d{4}-\d\d-\d\d\.txt$/);
    await tab.chat.getByRole('button', { name: 'More' }).click();
    await tab.chat.getByRole('button', { name: 'New conversation' }).click();
    await tab.chat.getByRole('button', { name: 'Start new' }).click();
    await until(tab.bubbles, (bubbles) => bubbles.length === 1 && bubbles[0] === 'What can I do for you?');
  });
});
