import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { type FakeChatServer, startFakeChatServer } from './fake-chat-server.ts';
import { type ChatPage, openBrowser, openFreshChatPage } from './open-browser.ts';

export interface WidgetForSuite {
  readonly server: FakeChatServer;
  /** The page with the widget as somebody sees it who was never here. */
  openFresh(): Promise<ChatPage>;
}

/** A browser and a server that follows the script, for all tests of a `describe`: there from the first of them to the last. */
export function widgetForSuite(
  script: Parameters<typeof startFakeChatServer>[0],
  options: BrowserContextOptions = {},
): WidgetForSuite {
  let browser: Browser;
  let context: BrowserContext;
  let server: FakeChatServer;
  beforeAll(async () => {
    browser = await openBrowser();
    context = await browser.newContext({ locale: 'en-US', ...options });
    server = await startFakeChatServer(script);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return {
    get server() {
      return server;
    },
    openFresh: () => openFreshChatPage(context, `${server.url}/page?locale=en`),
  };
}
