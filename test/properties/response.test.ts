import fc from 'fast-check';
import type { Capabilities } from '../../dialogs/protocol/capabilities.ts';
import type { Card } from '../../dialogs/protocol/message.ts';
import { fitCapabilities } from '../../dialogs/response/fit-capabilities.ts';
import { splitText } from '../../dialogs/response/split-text.ts';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const place: fc.Arbitrary<Capabilities> = fc
  .record({
    buttons: fc.nat({ max: 13 }),
    buttonLabelLength: fc.integer({ min: 4, max: 40 }),
    cards: fc.boolean(),
    media: fc.constantFrom([], ['image' as const]),
    maxTextLength: fc.integer({ min: 60, max: 4000 }),
    speech: fc.boolean(),
    screen: fc.boolean(),
  })
  .map((wanted) => ({ ...CHANNEL_PROFILES.webchat, ...wanted, screen: wanted.screen || !wanted.speech }));
const choices = fc.uniqueArray(fc.record({ value: words, label: words }), {
  maxLength: 9,
  selector: ({ label }) => label.trim(),
});
const card: fc.Arbitrary<Card> = fc.record({
  title: words,
  fields: fc.array(fc.record({ label: words, value: words }), { maxLength: 4 }),
  buttons: fc.array(fc.record({ text: words, choose: words }), { maxLength: 3 }),
});
const message = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 3000 }),
  choices,
  card: fc.option(card, { nil: undefined }),
  speech: fc.option(words, { nil: undefined }),
});

describe('messages, whatever they hold and wherever they go', () => {
  it('keep every limit of the place and lose no choice', () => {
    fc.assert(
      fc.property(message, place, (wanted, here) => {
        const parts = fitCapabilities(
          {
            epoch: 0,
            from: 'bot',
            locale: 'en',
            listen: true,
            text: wanted.text,
            choices: wanted.choices,
            ...(wanted.card ? { card: wanted.card } : {}),
            ...(here.speech ? { speech: wanted.speech ?? 'Hello' } : {}),
          },
          here,
        );
        expect(parts.length).toBeGreaterThan(0);
        const shown = parts.flatMap((part) => part.choices ?? []);
        for (const part of parts) expect(part.text.length).toBeLessThanOrEqual(here.maxTextLength);
        expect(shown.length).toBeLessThanOrEqual(here.buttons);
        for (const { label } of shown)
          expect(Array.from(new Intl.Segmenter('en').segment(label)).length).toBeLessThanOrEqual(
            here.buttonLabelLength,
          );
        if (!here.cards) expect(parts.every((part) => part.card === undefined)).toBe(true);
        expect(parts.filter(({ listen }) => listen)).toHaveLength(1);
        if (!here.screen) return;
        const text = parts
          .map((part) => part.text)
          .join(' ')
          .replaceAll(/\s+/g, '');
        for (const { value, label } of wanted.choices) {
          const offered = shown.some((choice) => choice.value === value) || text.includes(label.replaceAll(/\s+/g, ''));
          expect(offered).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('part a text without losing or breaking a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.integer({ min: 2, max: 200 }), (text, limit) => {
        const parts = splitText(text, limit);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(() => encodeURIComponent(part)).not.toThrow();
        }
        expect(parts.join('').replaceAll(/\s+/g, '')).toBe(text.replaceAll(/\s+/g, ''));
      }),
      { numRuns: 2_000 },
    );
  });
});
