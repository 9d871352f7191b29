import { hideValues, showAgain } from '../../../../../integrations/nlu/language-model/hide-values.ts';
import type { FoundEntity } from '../../../../../integrations/nlu/reading.ts';
import { redact } from '../../../../../operations/privacy/redact.ts';

const at = (text: string, words: string, type: string, value: string = words): FoundEntity => {
  const start = text.indexOf(words);
  return { type, value, start, end: start + words.length, confidence: 1 };
};

describe('words on their way to a model', () => {
  test('values that we read are tokens, and are told again by them', () => {
    const text = 'AB123456 for Hanako Sato, on Monday';
    const entities = [at(text, 'on Monday', 'date'), at(text, 'AB123456', 'order_number')];
    const { shown, hidden } = hideValues(
      text,
      [...entities, at(text, 'Hanako Sato', 'person_name')],
      undefined,
      redact,
    );
    expect(shown).toBe('[ORDER_NUMBER_A] for [PERSON_NAME_B], [DATE_C]');
    expect(showAgain(shown, hidden)).toBe(text);
    expect(hidden.get('[ORDER_NUMBER_A]')?.entity?.value).toBe('AB123456');
  });

  test('what the mask hides is a token too, and its words stay here', () => {
    const text = 'call 090-1234-5678 or write to a@b.example about card 4111 1111 1111 1111, please';
    const { shown, hidden } = hideValues(text, [], undefined, redact);
    expect(shown).toBe('call [PHONE_A] or write to [EMAIL_B] about card [CARD_C], please');
    expect(showAgain(shown, hidden)).toBe(text);
    expect([...hidden.values()].every(({ entity }) => entity === undefined)).toBe(true);
  });

  test('two masked values side by side, and one at the end, are told apart as far as they can be', () => {
    const text = 'me@a.example you@b.example';
    const { shown, hidden } = hideValues(text, [], undefined, redact);
    expect(shown).toBe('[EMAIL_A] [EMAIL_B]');
    expect(showAgain(shown, hidden)).toBe(text);
  });

  test('a mask that changes the words around is believed, and then nothing is told again', () => {
    const { shown, hidden } = hideValues('one two three', [], undefined, () => 'uno [X] tres');
    expect(shown).toBe('uno [X_A] tres');
    expect(showAgain(shown, hidden)).toBe('uno  tres');
  });

  test('nobody writes a token by hand', () => {
    const { shown, hidden } = hideValues('[ORDER_NUMBER_A] is mine', [], undefined, redact);
    expect(shown).toBe('(ORDER_NUMBER_A) is mine');
    expect(hidden.size).toBe(0);
  });

  test('a count is shown unless it is what is asked for', () => {
    const text = 'my two kettles';
    const entities = [at(text, 'two', 'number', '2')];
    expect(hideValues(text, entities, undefined, redact).shown).toBe(text);
    expect(hideValues(text, entities, 'number', redact).shown).toBe('my [NUMBER_A] kettles');
  });

  test('more values than letters still have names of their own', () => {
    const words = Array.from({ length: 30 }, (_, n) => `u${n}@a.example`);
    const { shown, hidden } = hideValues(words.join(' '), [], undefined, redact);
    expect(hidden.size).toBe(30);
    expect(showAgain(shown, hidden)).toBe(words.join(' '));
  });
});
