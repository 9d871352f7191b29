import { CARDS } from '../kit/cards.ts';
import { HOSTILE_ADDRESSES, HOSTILE_STRINGS } from '../kit/hostile-strings.ts';
import { type ChatPage, describeInBrowser } from '../kit/open-browser.ts';
import { RED_DOT } from '../kit/red-dot.ts';
import { until } from '../kit/until.ts';
import { widgetForSuite } from '../kit/widget-for-suite.ts';

interface Box {
  getBoundingClientRect(): { readonly top: number };
}

interface Link {
  readonly href: string;
  readonly protocol: string;
}

describeInBrowser('what the widget shows', () => {
  const widget = widgetForSuite((said) => (said ? [] : [{ text: 'Hello.' }]), { timezoneId: 'Asia/Tokyo' });
  let tab: ChatPage;

  beforeEach(async () => {
    tab = await widget.openFresh();
    await tab.page.setViewportSize({ width: 1280, height: 720 });
    await tab.open();
  });

  it('draws a plain card with its fields and an address to open', async () => {
    widget.server.push({ card: CARDS.plain });
    await tab.chat.getByText('$449.00, tax included').waitFor();
    const link = tab.chat.getByRole('link', { name: 'The invoice' });
    expect(await link.getAttribute('href')).toBe('https://example.com/invoice');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('draws a timeline as a list that says which point is now, with dates in words', async () => {
    widget.server.push({ card: CARDS.timeline });
    const points = tab.chat.getByRole('listitem');
    await points.last().waitFor();
    expect(await points.allTextContents()).toEqual([
      'Done: OrderedFri, Nov 20, 10:12 AM',
      'Now: In Nagoyathis morning',
      'Still to come: DeliveryTue, Nov 24',
    ]);
    expect(await points.nth(1).getAttribute('aria-current')).toBe('step');
  });

  it('draws a product with its picture from the server of the chat', async () => {
    widget.server.push({ card: CARDS.product });
    const picture = tab.chat.getByAltText('The kettle');
    await picture.waitFor();
    expect(await picture.getAttribute('src')).toBe(`${widget.server.url}/shop/products/kettle.svg`);
  });

  it('sets plans side by side, and under each other on a phone', async () => {
    widget.server.push({ card: CARDS.comparison });
    const plans = tab.chat.locator('.items > .card');
    await plans.last().waitFor();
    const tops = async () => plans.evaluateAll((cards: Box[]) => cards.map((card) => card.getBoundingClientRect().top));
    expect(new Set(await tops()).size).toBe(1);
    await tab.page.setViewportSize({ width: 360, height: 740 });
    expect(new Set(await tops()).size).toBe(2);
  });

  it('takes an answer on a card by its value, once', async () => {
    widget.server.push({ card: CARDS.guide });
    await tab.chat.getByRole('button', { name: 'It did not help' }).click();
    await until(
      () => widget.server.accepted.at(-1)?.said,
      (said) => said !== undefined && 'choice' in said && said.choice === 'no_help',
    );
    await until(tab.bubbles, (bubbles) => bubbles.at(-1) === 'It did not help');
    expect(await tab.chat.locator('.card-buttons button').count()).toBe(0);
  });

  it('sends a photo, shows it at once, and shows it again after a reload', async () => {
    await tab.chat
      .locator('input[type=file]')
      .setInputFiles({ name: 'label.png', mimeType: 'image/png', buffer: RED_DOT });
    await tab.chat.getByRole('button', { name: 'Remove the photo' }).waitFor();
    await tab.chat.getByRole('button', { name: 'Send' }).click();
    const photo = tab.chat.getByRole('img', { name: 'label.png' });
    await photo.waitFor();
    const said = await until(
      () => widget.server.accepted.at(-1)?.said,
      (one) => one !== undefined && 'attachment' in one,
    );
    expect(said).toMatchObject({ attachment: { mediaType: 'image/png', name: 'label.png' } });
    await tab.page.reload();
    await tab.launcher.click();
    await until(
      () => photo.evaluate((img: { naturalWidth: number }) => img.naturalWidth),
      (width) => width === 5,
    );
  });

  it('takes a photo from the clipboard', async () => {
    await tab.page.evaluate(`(() => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob('${RED_DOT.toString('base64')}'), (c) => c.charCodeAt(0));
      data.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }));
      const box = document.querySelector('omotenashi-chat').shadowRoot.querySelector('textarea');
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await tab.chat.getByAltText('pasted.png').waitFor();
  });

  it.each([
    [
      'a file that is no photo',
      { name: 'bill.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
      'We can take photos as JPEG, PNG or WebP.',
    ],
    [
      'a photo that cannot be read',
      { name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no') },
      'We couldn’t open that photo. Could you try another?',
    ],
    [
      'a photo that is too large',
      { name: 'x.png', mimeType: 'image/png', buffer: Buffer.alloc(10_000_001) },
      'That photo is over 10 MB. A smaller one will do.',
    ],
  ])('says why %s is not taken', async (_, file, reason) => {
    await tab.chat.locator('input[type=file]').setInputFiles(file);
    await tab.chat.getByText(reason).waitFor();
  });

  it('makes links of addresses in a text, and ends them where the sentence goes on', async () => {
    widget.server.push({
      text: 'See https://example.com/a?b=c, or 詳しくはhttps://example.com/日本。mailto:help@example.com tel:+81312345678.',
    });
    await tab.chat.locator('.bubble a').nth(3).waitFor();
    expect(await tab.chat.locator('.bubble a').evaluateAll((links: Link[]) => links.map((link) => link.href))).toEqual([
      'https://example.com/a?b=c',
      'https://example.com/',
      'mailto:help@example.com',
      'tel:+81312345678',
    ]);
  });

  it(`runs none of ${HOSTILE_STRINGS.length} hostile strings, whatever field they come in`, async () => {
    let ran = 0;
    await tab.page.exposeFunction('pwned', () => {
      ran++;
    });
    for (const text of HOSTILE_STRINGS) {
      widget.server.push({
        from: 'agent',
        agentName: text,
        text,
        locale: text,
        choices: [{ value: text, label: text }],
        card: {
          title: text,
          subtitle: text,
          image: { url: text, alt: text },
          fields: [{ label: text, value: text }],
          timeline: [{ label: text, at: text, state: 'now' }],
          buttons: [
            { text, open: text },
            { text, choose: text },
          ],
          items: [{ title: text }],
        },
        media: { kind: 'image', url: text, alt: `${text} `, caption: text },
      });
    }
    await until(tab.bubbles, (bubbles) => bubbles.length === HOSTILE_STRINGS.length + 1, 15_000);
    expect(await tab.bubbles()).toEqual(['Hello.', ...HOSTILE_STRINGS]);
    const links = await tab.chat.locator('a').evaluateAll((links: Link[]) => links.map((link) => link.protocol));
    expect(links.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
    const made =
      'script, iframe, object, embed, style, link, base, meta, form:not(.composer), [onerror], [onload], [onfocus]';
    expect(await tab.chat.locator(made).count()).toBe(0);
    expect(ran).toBe(0);
  });

  it.each(HOSTILE_ADDRESSES)('makes no link of %j', async (address) => {
    widget.server.push({
      card: { title: 'card', buttons: [{ text: 'open', open: address }], image: { url: address, alt: 'picture' } },
    });
    await tab.chat.getByText('card').waitFor();
    expect(await tab.chat.locator('.card a').count()).toBe(0);
    expect(await tab.chat.locator('.card img').count()).toBe(0);
  });
});
