import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { CARDS } from '../kit/cards.ts';
import { type FakeChatServer, startFakeChatServer } from '../kit/fake-chat-server.ts';
import { findViolations } from '../kit/find-violations.ts';
import { type ChatPage, describeInBrowser, openBrowser, openChatPage } from '../kit/open-browser.ts';
import { until } from '../kit/until.ts';

describeInBrowser('the widget for everybody', () => {
  let browser: Browser;
  let server: FakeChatServer;

  beforeAll(async () => {
    browser = await openBrowser();
    server = await startFakeChatServer((said, locale) =>
      said ? [] : [{ text: locale === 'ja' ? 'ご用件をどうぞ。' : 'Hello.', locale }],
    );
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const fill = async (tab: ChatPage, locale: string) => {
    for (const card of Object.values(CARDS)) server.push({ card, locale });
    server.control({ owner: 'queue', position: 2 });
    server.control({ owner: 'agent', agentName: locale === 'ja' ? '佐藤' : 'Sato' });
    server.push({
      from: 'agent',
      agentName: 'Sato',
      text: 'See https://example.com/',
      choices: [{ value: 1, label: 'Yes' }],
      locale,
    });
    await tab.chat.getByRole('button', { name: 'Yes' }).waitFor();
  };

  describe.each(['en', 'ja'])('in %s', (locale) => {
    it.each(['light', 'dark'] as const)(
      'has nothing that axe objects to, closed, empty, full and asking (%s)',
      async (colorScheme) => {
        const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
        const tab = await openChatPage(context, `${server.url}/page?locale=${locale}`);
        expect(await findViolations(tab.page)).toEqual([]);
        await tab.open();
        expect(await findViolations(tab.page)).toEqual([]);
        await fill(tab, locale);
        expect(await findViolations(tab.page)).toEqual([]);
        server.fail(1, 400);
        await tab.say('x');
        await tab.chat.locator('.unsent').waitFor();
        await tab.chat.locator('.menu > .tool').click();
        expect(await findViolations(tab.page)).toEqual([]);
        await tab.chat.locator('.sheet .delete').click();
        expect(await findViolations(tab.page)).toEqual([]);
        await context.close();
      },
    );

    it('fits into 320 px, in the frame of a phone, with nothing to scroll sideways', async () => {
      const context = await browser.newContext({
        viewport: { width: 320, height: 568 },
        hasTouch: true,
        isMobile: true,
      });
      const tab = await openChatPage(context, `${server.url}/page?locale=${locale}`);
      await tab.launcher.tap();
      await tab.chat.locator('.bubble').first().waitFor();
      await fill(tab, locale);
      const wide = await tab.chat.evaluate((chat: Host) => {
        const all = [...chat.shadowRoot.querySelectorAll('*:not(.hidden)')];
        return all.filter((one) => one.getBoundingClientRect().right > 320.5).map((one) => one.className);
      });
      expect(wide).toEqual([]);
      const panel = await tab.chat.locator('.panel').boundingBox();
      expect(panel).toEqual({ x: 0, y: 0, width: 320, height: 568 });
      const small = await tab.chat.evaluate((chat: Host) => {
        const targets = [...chat.shadowRoot.querySelectorAll('button, .card a, label')];
        return targets
          .map((one) => one.getBoundingClientRect())
          .filter(({ height, width }) => height > 0 && (height < 44 || width < 40)).length;
      });
      expect(small).toBe(0);
      await context.close();
    });
  });

  it('can be opened, used and left by keyboard alone', async () => {
    const context = await browser.newContext({ locale: 'en-US' });
    const tab = await openChatPage(context, `${server.url}/page?locale=en`);
    await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('Enter');
    await tab.chat.locator('.bubble').first().waitFor();
    await tab.page.keyboard.type('by keyboard');
    await tab.page.keyboard.press('Enter');
    await until(tab.bubbles, (bubbles) => bubbles.includes('by keyboard'));
    await tab.page.keyboard.press('Escape');
    await until(
      () => tab.page.evaluate('document.activeElement.shadowRoot?.activeElement?.className'),
      (name) => name === 'launcher',
    );
    await context.close();
  });

  it('tells a screen reader what is new, and not the history again', async () => {
    const context = await browser.newContext({ locale: 'en-US' });
    const tab = await openChatPage(context, `${server.url}/page?locale=en`);
    await tab.open();
    expect(await tab.log.getAttribute('aria-live')).toBe('off');
    await until(
      () => tab.log.getAttribute('aria-live'),
      (live) => live === 'polite',
    );
    expect(await tab.log.getAttribute('aria-label')).toBe('Conversation');
    await context.close();
  });

  it('stays within 20 kB', () => {
    const file = readFileSync(path.join(__dirname, '../../dist/web/widget/omotenashi-chat.js'));
    expect(gzipSync(file, { level: 9 }).byteLength).toBeLessThanOrEqual(20_000);
  });
});

interface Host {
  readonly shadowRoot: {
    querySelectorAll(selector: string): Iterable<{
      readonly className: string;
      getBoundingClientRect(): { readonly right: number; readonly width: number; readonly height: number };
    }>;
  };
}
