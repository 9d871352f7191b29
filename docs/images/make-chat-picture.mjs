// Makes docs/images/chat.png, the picture at the top of the README, from a running server:
//   node docs/images/make-chat-picture.mjs http://localhost:3000
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const shop = (process.argv[2] ?? 'http://localhost:3000').replace(/\/+$/, '');
const file = path.join(path.dirname(fileURLToPath(import.meta.url)), 'chat.png');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const SHOTS = [
  { locale: 'en', zone: 'America/New_York', width: 880, height: 680, ask: (item) => `Where is my ${item}?` },
  {
    locale: 'ja',
    zone: 'Asia/Tokyo',
    width: 344,
    height: 680,
    ask: (item) => `${item.split(' ')[0]}の荷物はどこですか`,
  },
];
const SCALE = 1.5;

/** Those with a single thing on its way: the answer has a line of what came before and what comes next. */
async function findOrders(locale) {
  const answer = await fetch(`${shop}/demo/customers.json`);
  const { customers } = await answer.json();
  return customers
    .filter((customer) => customer.locale === locale)
    .flatMap((customer) =>
      customer.orders
        .filter(({ state, items }) => state === 'in_transit' && items.length === 1)
        .map((order) => ({ customer, order })),
    );
}

/** The first of them whose question is answered by a timeline, as a picture in base64. */
async function takeShot(browser, shot) {
  for (const { customer, order } of await findOrders(shot.locale)) {
    const png = await talk(browser, shot, customer, order);
    if (png) return `data:image/png;base64,${png.toString('base64')}`;
  }
  throw new Error(`No customer of ${shop} has a parcel on its way (${shot.locale}).`);
}

async function talk(browser, { locale, zone, width, height, ask }, customer, order) {
  const context = await browser.newContext({
    ...{ locale, timezoneId: zone, viewport: { width, height }, deviceScaleFactor: SCALE },
    ...{ colorScheme: 'light', reducedMotion: 'reduce' },
  });
  await context.addInitScript((kept) => sessionStorage.setItem('aozora:customer', kept), JSON.stringify(customer));
  const page = await context.newPage();
  await page.goto(`${shop}/?lang=${locale}`);
  await page.locator('omotenashi-chat[customer-token]').waitFor({ state: 'attached' });
  const chat = page.locator('omotenashi-chat');
  await chat.locator('.launcher').click();
  await chat.locator('.bubble').first().waitFor();
  await chat.locator('textarea').fill(ask(order.items[0]));
  await chat.locator('textarea').press('Enter');
  const shown = await chat
    .locator('ol.timeline')
    .waitFor({ timeout: 4000 })
    .then(
      () => true,
      () => false,
    );
  // Some answers end with a question and its replies; some don't.
  if (shown)
    await chat
      .locator('.replies')
      .waitFor({ timeout: 2000 })
      .catch(() => undefined);
  await chat.locator('textarea').blur();
  // Question and answer stay in sight from their top; the button that leads further down would cover them.
  await chat.locator('.log').evaluate((log) => log.scrollTo(0, log.querySelector('.customer').offsetTop - 12));
  const down = chat.locator('.newest');
  await down.waitFor({ timeout: 1000 }).then(
    () => down.evaluate((button) => button.remove()),
    () => undefined,
  );
  const png = shown ? await page.screenshot() : undefined;
  await context.close();
  return png;
}

const frame = ([desktop, phone]) => `<!doctype html><style>
  body { margin: 0; background: none }
  main { display: flex; gap: 36px; align-items: center; box-sizing: border-box; width: 1360px; height: 780px; padding: 0 34px;
    border-radius: 24px; background: #e9e6de }
  img { display: block }
  .window, .phone { overflow: hidden; background: #fbfaf7; box-shadow: 0 18px 48px -16px #1d212659, 0 0 0 1px #1d212614 }
  .window { border-radius: 12px }
  .bar { display: flex; gap: 7px; padding: 11px 14px; background: #fff; border-bottom: 1px solid #e4e0d8 }
  .bar i { width: 11px; height: 11px; border-radius: 50%; background: #d8d3c9 }
  .phone { padding: 10px; border-radius: 44px; background: #1d2126 }
  .phone img { border-radius: 34px }
</style><main>
  <div class="window"><div class="bar"><i></i><i></i><i></i></div><img width="${SHOTS[0].width}" src="${desktop}"></div>
  <div class="phone"><img width="${SHOTS[1].width}" src="${phone}"></div>
</main>`;

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
try {
  const shots = [];
  for (const shot of SHOTS) shots.push(await takeShot(browser, shot));
  const page = await browser.newPage({ viewport: { width: 1360, height: 780 }, deviceScaleFactor: SCALE });
  await page.setContent(frame(shots));
  await page.locator('main').screenshot({ path: file, omitBackground: true });
  console.log(file);
} finally {
  await browser.close();
}
