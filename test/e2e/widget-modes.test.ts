import type { Locator } from 'playwright-core';
import { CARDS } from '../kit/cards.ts';
import { type ChatPage, describeInBrowser } from '../kit/open-browser.ts';
import { RED_DOT } from '../kit/red-dot.ts';
import { styleOf } from '../kit/style-of.ts';
import { until } from '../kit/until.ts';
import { widgetForSuite } from '../kit/widget-for-suite.ts';

const PHOTO = { name: 'kettle.png', mimeType: 'image/png' };
const TALK = Array.from({ length: 12 }, (_, index) => `Message ${index + 1} of a long talk.`);

interface Scrolled {
  readonly scrollTop: number;
}

const scrollTopOf = (log: Locator) => log.evaluate(({ scrollTop }: Scrolled) => scrollTop);
const bottomOf = async (of: Locator) => {
  const box = await of.boundingBox();
  return box ? box.y + box.height : Number.NaN;
};

describeInBrowser('the widget on screens of all kinds', () => {
  const widget = widgetForSuite((said) => (said ? [] : TALK.map((text) => ({ text }))), { timezoneId: 'Asia/Tokyo' });
  let tab: ChatPage;

  beforeEach(async () => {
    tab = await widget.openFresh();
    await tab.page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    await tab.page.setViewportSize({ width: 390, height: 780 });
    await tab.open();
    await tab.chat.getByText(TALK.at(-1) ?? '').waitFor();
  });

  /** The newest bubble ends above the place where one writes, and that above the end of the screen. */
  const newestIsInSight = async (height: number) => {
    const newest = tab.chat.locator('.bubble').last();
    const composer = tab.chat.locator('.composer');
    await until(
      async () => (await bottomOf(newest)) - ((await composer.boundingBox())?.y ?? 0),
      (below) => below <= 0,
    );
    expect(await bottomOf(composer)).toBeLessThanOrEqual(height);
  };

  it.each([390, 768])('keep the newest above the keyboard that rises when one writes, %d wide', async (width) => {
    await tab.page.setViewportSize({ width, height: 780 });
    await newestIsInSight(780);
    await tab.box.focus();
    await tab.page.setViewportSize({ width, height: 420 });
    await newestIsInSight(420);
    await tab.page.setViewportSize({ width, height: 780 });
    await newestIsInSight(780);
  });

  it('keep the newest above a photo that waits to be sent', async () => {
    await tab.chat.locator('input[type=file]').setInputFiles({ ...PHOTO, buffer: RED_DOT });
    await tab.chat.locator('.staged img').waitFor();
    await newestIsInSight(780);
  });

  it('leave a customer who reads further up where they are', async () => {
    await tab.page.mouse.move(195, 300);
    await tab.page.mouse.wheel(0, -300);
    await tab.chat.locator('.newest').waitFor();
    const top = await scrollTopOf(tab.log);
    await tab.page.setViewportSize({ width: 390, height: 420 });
    expect(await scrollTopOf(tab.log)).toBe(top);
  });

  it('show where the focus is and what is still to come where the system chooses the colors', async () => {
    await tab.page.emulateMedia({ forcedColors: 'active' });
    widget.server.push({ card: CARDS.timeline });
    const dots = tab.chat.locator('.timeline .dot');
    await dots.last().waitFor();
    expect(await styleOf(dots.nth(1), 'borderTopWidth')).not.toBe(await styleOf(dots.nth(2), 'borderTopWidth'));
    expect(await styleOf(dots.nth(2), 'backgroundColor')).not.toBe(await styleOf(dots.nth(2), 'borderTopColor'));
    await tab.box.focus();
    await tab.box.press('a');
    expect(await styleOf(tab.chat.locator('.field'), 'outlineStyle')).toBe('solid');
  });

  it('move nothing where motion is not wanted', async () => {
    await tab.page.emulateMedia({ reducedMotion: 'reduce' });
    widget.server.typing(true);
    await tab.chat.locator('.typing').waitFor();
    expect(await styleOf(tab.chat.locator('.typing'), 'animationName')).toBe('none');
    expect(await styleOf(tab.chat.locator('.typing i').first(), 'animationName')).toBe('none');
    widget.server.typing(false);
  });
});
