import { LOCALES } from '../../../../../../dialogs/protocol/locale.ts';
import { answerExamples } from '../../../../../../integrations/nlu/embedded/answers/answer-examples.ts';

describe.each(LOCALES)('the answers to learn from in %s', (locale) => {
  const examples = answerExamples(locale);

  test('are many of every kind', () => {
    const count = (kind: string) => examples.filter(({ answer }) => answer === kind).length;
    for (const kind of ['yes', 'no', 'maybe']) expect(count(kind)).toBeGreaterThanOrEqual(250);
    expect(count('none')).toBeGreaterThanOrEqual(150);
  });

  test('stand under one kind only, and once', () => {
    const seen = new Set<string>();
    const twice = examples.map(({ text }) => text).filter((text) => seen.size === seen.add(text).size);
    expect(twice).toEqual([]);
    expect(examples.filter(({ text }) => text === '')).toEqual([]);
  });
});
