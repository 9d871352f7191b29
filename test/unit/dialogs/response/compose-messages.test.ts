import { parse } from 'yaml';
import type { FlowBook } from '../../../../dialogs/flow/flow-book.ts';
import { authoredLocale, parseText } from '../../../../dialogs/flow/locale-schema.ts';
import type { Effect } from '../../../../dialogs/protocol/effect.ts';
import { composeMessages } from '../../../../dialogs/response/compose-messages.ts';
import { CHANNEL_PROFILES, type ProfileName } from '../../../../dialogs/scripts/channel-profiles.ts';
import { aBook } from '../../../kit/a-book.ts';

/** The small book with one more text, `handoff.x`, written as in a locale file. */
function words(source: string): FlowBook {
  const { x } = authoredLocale.shape.texts.parse(parse(source));
  const texts = { 'handoff.x': parseText(x ?? '') };
  return { ...aBook(), texts: { en: texts, ja: texts } };
}
const say = (wanted: Partial<Extract<Effect, { kind: 'say' }>> = {}): Effect => ({
  kind: 'say',
  text: 'handoff.x',
  with: {},
  expectsReply: false,
  resend: 'again',
  alternative: 0,
  ...wanted,
});
const at = (profile: ProfileName, locale: 'en' | 'ja' = 'en') => ({
  locale,
  zone: 'UTC',
  now: '2026-11-24T09:00:00.000Z',
  channel: profile,
  place: CHANNEL_PROFILES[profile],
  epoch: 3,
  messageIds: (n: number) => `m${n}`,
});
const CHOICES = ['Kettle', 'Grinder', 'Lamp', 'Toaster'].map((label) => ({ value: label.toLowerCase(), label }));

describe('messages', () => {
  it('take the alternatives in turn', () => {
    const book = words('x: [One, Two]');
    const texts = [0, 1, 2].map((alternative) => composeMessages(book, [say({ alternative })], at('webchat'))[0]?.text);
    expect(texts).toEqual(['One', 'Two', 'One']);
  });

  it('prefer the variant for this channel, and the one that asks more of the place', () => {
    const book = words(
      'x: [{ text: Plain }, { channel: sms, text: Short }, { needs: [cards], text: Card, card: { title: T } }]',
    );
    expect(composeMessages(book, [say()], at('sms'))[0]).toMatchObject({ text: 'Short' });
    expect(composeMessages(book, [say()], at('webchat'))[0]).toMatchObject({ text: 'Card', card: { title: 'T' } });
    expect(composeMessages(book, [say()], at('phone'))[0]).toMatchObject({ text: 'Plain' });
  });

  it('carry id, epoch, key and whether an answer is awaited', () => {
    expect(composeMessages(words('x: Hello'), [say({ expectsReply: true })], at('webchat'))).toEqual([
      { id: 'm0', epoch: 3, from: 'bot', locale: 'en', text: 'Hello', listen: true, key: 'handoff.x' },
    ]);
  });

  it('show choices as buttons where there are enough, else as a numbered list', () => {
    const book = words('x: Which?');
    expect(composeMessages(book, [say({ choices: CHOICES })], at('webchat'))[0]?.choices).toEqual(CHOICES);
    expect(composeMessages(book, [say({ choices: CHOICES })], at('sms'))[0]?.text).toBe(
      'Which?\n1. Kettle\n2. Grinder\n3. Lamp\n4. Toaster',
    );
  });

  it('speak no list after words that name the answers, and show it all the same', () => {
    const book = words('x: { text: "A lamp, or a kettle?", names_answers: true }');
    expect(composeMessages(book, [say({ choices: CHOICES })], at('phone'))[0]?.speech).toBe('A lamp, or a kettle?');
    expect(composeMessages(book, [say({ choices: CHOICES })], at('webchat'))[0]?.choices).toEqual(CHOICES);
  });

  it('speak choices as one list, and a yes or no not at all', () => {
    const book = words('x: Which?');
    expect(composeMessages(book, [say({ choices: CHOICES.slice(0, 3) })], at('alexa'))[0]?.speech).toBe(
      'Which? Kettle, Grinder, or Lamp.',
    );
    expect(composeMessages(book, [say({ choices: CHOICES.slice(0, 3) })], at('alexa', 'ja'))[0]?.speech).toBe(
      'Which? Kettle、Grinder、Lamp。',
    );
    expect(
      composeMessages(
        book,
        [
          say({
            choices: [
              { value: true, label: 'Yes' },
              { value: false, label: 'No' },
            ],
          }),
        ],
        at('alexa'),
      )[0]?.speech,
    ).toBe('Which?');
  });

  it('say it slower when it is repeated', () => {
    expect(composeMessages(words('x: Hello'), [say({ slower: true })], at('phone'))[0]?.speech).toBe(
      '<slow>Hello</slow>',
    );
  });

  it('write a line per record, and speak three at most', () => {
    const book = words('x: { text: "You have:", list: { from: orders, text: "- {name}", speech: "{name}." } }');
    const orders = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
    const [message] = composeMessages(book, [say({ with: { orders } })], at('phone'));
    expect(message?.text).toBe('You have:\n- a\n- b\n- c\n- d');
    expect(message?.speech).toBe('You have: a. b. c.');
  });

  it("bring an agent's words as they are", () => {
    expect(
      composeMessages(
        words('x: X'),
        [{ kind: 'relay', to: 'customer', text: '{hi}', agentId: 'Sato' }],
        at('webchat'),
      )[0],
    ).toMatchObject({ from: 'agent', agentName: 'Sato', text: '{hi}' });
  });

  it('leave out what the book does not know', () => {
    expect(composeMessages(words('x: X'), [say({ text: 'no.such' })], at('webchat'))).toEqual([]);
  });
});
