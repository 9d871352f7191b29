import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoRoutes } from '../../bots/demo-routes.ts';
import { createThrowawayWorld, type ThrowawayWorld } from '../../bots/throwaway-world.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import { scriptSchema } from '../../dialogs/scripts/script.ts';
import { startScriptConversation } from '../../dialogs/scripts/script-conversation.ts';
import { createHttpApp } from '../../runtime/http/create-http-app.ts';
import { aStage } from '../kit/company/a-stage.ts';
import { findViolations } from '../kit/find-violations.ts';
import { describeInBrowser, openBrowser } from '../kit/open-browser.ts';
import { styleOf } from '../kit/style-of.ts';

const SHOP = path.join(__dirname, '../../dist/web/shop');
const nothing = () => undefined;

const WORDS = {
  en: {
    renew: 'renew my plan',
    yes: 'yes, send it',
    button: 'Renew',
    done: 'It’s renewed.',
    again: 'This is renewed already.',
  },
  ja: {
    renew: 'プランを更新したい',
    yes: 'はい、送ってください',
    button: '更新する',
    done: '更新しました。',
    again: 'すでに更新済みです。',
  },
} as const;

type Stage = ReturnType<typeof aStage>;

const purchases = ({ database }: Stage) => database.prepare('SELECT offer_id FROM demo_purchases').all();
const cardDeclines = ({ database }: Stage, id: string) =>
  database.prepare(`SELECT 1 FROM demo_customers WHERE id = ? AND data LIKE '%"card_declines":true%'`).get(id) !==
  undefined;

describeInBrowser('a renewal that is finished outside the conversation', () => {
  let browser: Browser;
  let dialogs: ThrowawayWorld;
  let stage: Stage;
  let server: Server;
  let shop: string;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    dialogs = await createThrowawayWorld({ flows: path.join(__dirname, '../../dialogs/flows') });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    dialogs.close();
  });
  beforeEach(async () => {
    stage = aStage();
    const { world } = stage;
    const confirmationPage = path.join(SHOP, 'demo/confirm.html');
    const routes = demoRoutes({ world, signCustomer: async () => '', confirmationPage });
    const telemetry = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    server = createServer(createHttpApp({ routes, pages: { '/': SHOP }, version: '0', trustProxy: false, telemetry }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    shop = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    context = await browser.newContext({ viewport: { width: 320, height: 700 } });
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Asks for a renewal where nothing may be sold, as a customer with one plan; gives the path of the mailed page. */
  const askByVoice = async (locale: Locale, card: 'pays' | 'declines'): Promise<string> => {
    const customer = stage.customerWith(
      ({ id, plans, ...one }) =>
        one.locale === locale &&
        plans.length === 1 &&
        plans[0]?.state === 'expiring' &&
        cardDeclines(stage, id) === (card === 'declines'),
    );
    const { customer_id: id, zone, customer: facts } = stage.world.signInAs(customer.id)!;
    const { book, zone: shopZone, understand } = await dialogs.fresh();
    const script = scriptSchema.parse({
      ...{ script: 'a renewal by voice', flow: 'renewals', channels: ['alexa'], locale, turns: [{ customer: '' }] },
      world: {
        ...{ now: stage.clock.now.toISOString(), zone, audience: 'private' },
        customer: { id, identity: 'verified', proves: { customer: id }, ...facts },
      },
    });
    const { conversation } = await startScriptConversation(script, 'alexa', {
      ...{ book, zone: shopZone, understand },
      act: ({ action, with: input, callId }) =>
        stage.act(action, input, { ...stage.verified(id), locale, idempotencyKey: callId }),
    });
    await conversation.give({ kind: 'utterance', text: WORDS[locale].renew });
    const { calls } = await conversation.give({ kind: 'utterance', text: WORDS[locale].yes });
    expect(calls).toEqual(['send_confirmation_link']);
    const mail = stage.world.mailbox.read({ customerId: id }).find(({ kind }) => kind === 'link');
    return /\/demo\/confirm\/[\w-]+/.exec(mail?.text ?? '')![0];
  };

  it.each(['en', 'ja'] as const)('is bought once at the mailed page, in %s', async (locale) => {
    const words = WORDS[locale];
    const link = await askByVoice(locale, 'pays');
    expect(purchases(stage)).toEqual([]);
    await page.goto(shop + link);
    const button = page.getByRole('button', { name: words.button, exact: true });
    await button.waitFor();
    expect(purchases(stage)).toEqual([]);
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await button.dblclick();
    await page.getByRole('heading', { name: words.done }).waitFor();
    expect(purchases(stage)).toHaveLength(1);
    await page.reload();
    await page.getByRole('heading', { name: words.again }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    const again = await fetch(shop + link, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await again.json()).toMatchObject({ state: 'done' });
    expect(purchases(stage)).toHaveLength(1);
    expect(stage.world.mailbox.read().filter(({ kind }) => kind === 'receipt')).toHaveLength(1);
  });

  it('shows its button as a button where the system chooses the colors', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(shop + (await askByVoice('en', 'pays')));
    const button = page.getByRole('button', { name: 'Renew', exact: true });
    expect(await styleOf(button, 'borderTopColor')).not.toBe(await styleOf(button, 'backgroundColor'));
  });

  it('charges nothing for a declined card, and takes another', async () => {
    await page.goto(shop + (await askByVoice('en', 'declines')));
    await page.getByRole('button', { name: 'Renew', exact: true }).click();
    await page.getByText('was declined, so nothing was charged').waitFor();
    expect(purchases(stage)).toEqual([]);
    expect(await page.getByRole('radio', { name: 'Another card' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Renew', exact: true }).click();
    await page.getByRole('heading', { name: 'It’s renewed.' }).waitFor();
    expect(purchases(stage)).toHaveLength(1);
  });

  it('sells nothing once the offer has run out, and says where a fresh one is', async () => {
    const link = await askByVoice('en', 'pays');
    stage.clock.now = new Date(stage.clock.now.getTime() + 60 * 60_000);
    await page.goto(shop + link);
    await page.getByRole('heading', { name: 'This offer has run out.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Renew', exact: true }).count()).toBe(0);
    await fetch(shop + link, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(purchases(stage)).toEqual([]);
  });

  it('says that a link was never sent, and lets nobody guess one', async () => {
    await page.goto(`${shop}/demo/confirm/guessed`);
    await page.getByRole('heading', { name: 'We couldn’t find an offer at this address.' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    const answer = await fetch(`${shop}/demo/confirm/guessed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(404);
  });

  it('says that nothing is lost when no answer comes to the yes, and goes on', async () => {
    await page.goto(shop + (await askByVoice('en', 'pays')));
    const button = page.getByRole('button', { name: 'Renew', exact: true });
    await page.route('**/demo/confirm/*', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await button.click();
    await page.getByText('it’s bought only once').waitFor();
    await page.unroute('**/demo/confirm/*');
    await button.click();
    await page.getByRole('heading', { name: 'It’s renewed.' }).waitFor();
    expect(purchases(stage)).toHaveLength(1);
  });
});
