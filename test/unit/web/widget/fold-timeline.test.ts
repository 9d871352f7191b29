import type { ChatMessage } from '../../../../web/widget/chat/chat-message.ts';
import { changedLocale, type Entry, foldControl, foldMessage } from '../../../../web/widget/chat/fold-timeline.ts';
import { makeUlid } from '../../../../web/widget/chat/make-ulid.ts';

const message = (id: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  from: 'bot',
  text: id,
  at: '2026-11-22T00:00:00.000Z',
  ...more,
});
const keys = (entries: readonly Entry[]) => entries.map(({ key }) => key);

describe('the timeline', () => {
  it('takes a message that comes again as the same one, in its place', () => {
    const once = foldMessage(foldMessage([], message('a'), 1), message('b'), 2);
    const again = foldMessage(once, message('a', { text: 'new' }), 3);
    expect(keys(again)).toEqual(['a', 'b']);
    expect(again[0]).toMatchObject({ seq: 3, message: { text: 'new' } });
  });

  it('draws a line where another side takes over, once, and none for a new place in the queue', () => {
    let entries = foldControl([], { owner: 'bot' }, 1);
    expect(entries).toEqual([]);
    entries = foldControl(entries, { owner: 'queue', position: 3 }, 2);
    entries = foldControl(entries, { owner: 'queue', position: 2 }, 3);
    entries = foldControl(entries, { owner: 'agent', agentName: 'Sato' }, 4);
    entries = foldControl(entries, { owner: 'queue', position: 3 }, 2);
    expect(keys(entries)).toEqual(['control-2', 'control-4']);
  });

  it('notices when the bot changes its language, and not when a person writes in another', () => {
    const entries = foldMessage([], message('a', { locale: 'en' }), 1);
    expect(changedLocale(entries, message('b', { locale: 'ja' }))).toBe('ja');
    expect(changedLocale(entries, message('b', { locale: 'en' }))).toBeUndefined();
    expect(changedLocale(entries, message('b', { locale: 'ja', from: 'agent' }))).toBeUndefined();
    expect(changedLocale([], message('b', { locale: 'ja' }))).toBeUndefined();
  });
});

describe('makeUlid', () => {
  it('makes ids of 26 characters that sort by time and never meet', () => {
    expect(makeUlid(1469918176385)).toMatch(/^01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(makeUlid(1000) < makeUlid(2000)).toBe(true);
    expect(new Set(Array.from({ length: 1000 }, () => makeUlid(0))).size).toBe(1000);
  });
});
