import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { describeWith } from './what-is-here.ts';

/** Where the system keeps its browser; playwright-core brings none. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Pages can only be tested where a browser is; elsewhere the tests say that they were left out. */
export const describeInBrowser = describeWith('browser', existsSync(CHROMIUM));

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export interface ChatPage {
  readonly page: Page;
  /** The widget; locators look into its shadow. */
  readonly chat: Locator;
  readonly launcher: Locator;
  readonly box: Locator;
  readonly log: Locator;
  /** The texts of all bubbles, in their order. */
  bubbles(): Promise<readonly string[]>;
  say(text: string): Promise<void>;
  open(): Promise<void>;
}

/** A page with the widget, in a context of its own or as another tab of `context`. */
export async function openChatPage(context: BrowserContext, address: string): Promise<ChatPage> {
  return chatPageIn(await context.newPage(), address);
}

/** The one page of `context` as a browser sees it that was never here: a new page costs a process, this costs a moment. */
export async function openFreshChatPage(context: BrowserContext, address: string): Promise<ChatPage> {
  const [page = await context.newPage(), ...others] = context.pages();
  for (const other of others) await other.close();
  // Emptied from a picture, where no widget runs, which could write once more while it leaves.
  await page.goto(new URL('/shop/icon.svg', address).href);
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  return chatPageIn(page, address);
}

async function chatPageIn(page: Page, address: string): Promise<ChatPage> {
  await page.goto(address);
  const chat = page.locator('omotenashi-chat');
  const launcher = chat.locator('.launcher');
  const box = chat.locator('textarea');
  const log = chat.getByRole('log');
  await chat.locator('.launcher, .panel').waitFor();
  return {
    page,
    chat,
    launcher,
    box,
    log,
    bubbles: () => chat.locator('.bubble').allTextContents(),
    say: async (text) => {
      await box.fill(text);
      await box.press('Enter');
    },
    open: async () => {
      await launcher.click();
      await chat.locator('.bubble').first().waitFor();
    },
  };
}
