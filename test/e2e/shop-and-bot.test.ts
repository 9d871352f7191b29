import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findViolations } from '../kit/find-violations.ts';
import { type ChatPage, describeInBrowser, openBrowser, openChatPage } from '../kit/open-browser.ts';
import { type StartedBot, startBot } from '../kit/start-bot.ts';
import { until } from '../kit/until.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly postcode: string;
  readonly orders: readonly { readonly number: string; readonly state: string }[];
}

const WORDS = {
  en: { where: 'where is my parcel', unknown: /couldn.t find/, thanks: 'thanks', signIn: 'Sign in', out: 'Sign out' },
  ja: {
    where: '荷物はどこですか',
    unknown: /確認できません/,
    thanks: 'ありがとう',
    signIn: 'ログイン',
    out: 'ログアウト',
  },
} as const;

describeInBrowser('the shop with the whole bot behind it', () => {
  let browser: Browser;
  let bot: StartedBot;
  let customers: readonly Listed[];

  beforeAll(async () => {
    browser = await openBrowser();
    bot = await startBot();
    const listed = await fetch(`${bot.url}/demo/customers.json`);
    customers = ((await listed.json()) as { customers: readonly Listed[] }).customers;
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await bot.stop();
  });

  describe.each(['en', 'ja'] as const)('in %s', (locale) => {
    const words = WORDS[locale];
    let context: BrowserContext;
    let tab: ChatPage;
    const faults: string[] = [];

    beforeEach(async () => {
      context = await browser.newContext({ locale });
      tab = await openChatPage(context, `${bot.url}/?lang=${locale}`);
      tab.page.on('pageerror', (fault) => faults.push(fault.message));
    });
    afterEach(async () => {
      await context.close();
      expect(faults).toEqual([]);
    });

    /** Says something and gives what the bot answers, once it has been quiet for a moment. */
    const ask = async (text: string): Promise<string> => {
      await tab.say(text);
      const after = async () => {
        const bubbles = await tab.chat.locator('.message > .bubble').allTextContents();
        return bubbles.slice(bubbles.lastIndexOf(text) + 1).join('\n');
      };
      let before = '';
      const quiet = (now: string) => {
        const same = now !== '' && now === before;
        before = now;
        return same;
      };
      return until(after, quiet, 20_000);
    };

    it('leads from a question to the truth about a real parcel', async () => {
      const { orders, postcode } = customers.find((one) => one.locale === locale && one.orders.length > 0) as Listed;
      await tab.open();
      await ask(words.where);
      await ask(orders[0]?.number ?? '');
      const answer = await ask(postcode);
      expect(answer).not.toMatch(words.unknown);
      expect(answer.length).toBeGreaterThan(20);
      const before = await tab.bubbles();
      await tab.page.reload();
      await tab.open();
      await until(tab.bubbles, (bubbles) => bubbles.join('|') === before.join('|'));
    }, 60_000);

    it('goes on after a power cut, with nothing lost or doubled', async () => {
      await tab.open();
      await ask(words.where);
      const before = await tab.bubbles();
      await bot.crashAndRestart();
      const answer = await ask(words.thanks);
      expect(answer).not.toBe('');
      expect((await tab.bubbles()).slice(0, before.length)).toEqual(before);
      const after = await tab.bubbles();
      expect(after.filter((text) => text === words.thanks)).toHaveLength(1);
      expect(await unsent(tab.page)).toEqual([]);
    }, 120_000);

    it('signs a customer in, who then needs no proof', async () => {
      await tab.page.getByRole('button', { name: words.signIn, exact: true }).click();
      await tab.page.locator('.sheet li button').first().click();
      await tab.page.getByRole('button', { name: words.out }).waitFor();
      await tab.open();
      const { orders } = customers.find((one) => one.locale === locale) as Listed;
      await ask(words.where);
      const answer = await ask(orders[0]?.number ?? '');
      expect(answer).not.toMatch(/postcode|郵便番号/i);
    }, 60_000);
  });

  it.each(['light', 'dark'] as const)(
    'has pages that axe has nothing against, and that fit into 320 px (%s)',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 700 } });
      const page = await context.newPage();
      for (const lang of ['en', 'ja']) {
        await page.goto(`${bot.url}/?lang=${lang}`);
        await page.locator('omotenashi-chat .launcher').waitFor();
        expect(await findViolations(page)).toEqual([]);
        await page.locator('.sign-in > button').click();
        await page.locator('.sheet li').first().waitFor();
        expect(await findViolations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
        await page.goto(`${bot.url}/demo/mailbox?lang=${lang}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await findViolations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      }
      await context.close();
    },
    60_000,
  );
});

/** Keys of the messages that this browser still keeps to bring up. */
async function unsent(page: Page): Promise<readonly string[]> {
  return page.evaluate(`Object.keys(localStorage).filter((name) => /:[0-9A-Z]{26}$/.test(name))`) as Promise<string[]>;
}
