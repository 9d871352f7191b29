import { confusionsOf } from '../../../../../bots/cli/nlu/confusions.ts';
import { summarise } from '../../../../../bots/cli/nlu/cross-validation.ts';
import { lintExamples } from '../../../../../bots/cli/nlu/lint-examples.ts';
import type { Example } from '../../../../../dialogs/flow/text.ts';
import { crossValidate } from '../../../../../integrations/nlu/embedded/measure/cross-validate.ts';
import type { TrainingExamples } from '../../../../../integrations/nlu/nlu.ts';

const said = (text: string, set: Example['set'] = {}): Example => ({ text, spans: [], set });
const marked = (before: string, value: string, after = ''): Example => ({
  text: `${before}${value}${after}`,
  spans: [{ start: before.length, end: before.length + value.length, slot: 'order_number' }],
  set: {},
});

const codesOf = (examples: TrainingExamples, code: string) =>
  lintExamples(examples)
    .filter((finding) => finding.code === code)
    .map(({ locale, intent, severity, texts }) => [severity, locale, intent, ...(texts ?? [])]);

describe('lint', () => {
  it('finds the same words under two intents, also of one flow', () => {
    const en = { water: [said('Water it!'), said('stop it', { wish: 'stop' })], mow: [said('water it'), said('mow')] };
    const own = { ...en, water: [...en.water, said('stop it', { wish: 'end' })] };
    expect(codesOf({ en: own, ja: {} }, 'duplicate')).toEqual([
      ['error', 'en', 'water wish=end', 'stop it'],
      ['error', 'en', 'mow', 'water it'],
    ]);
  });

  it('finds examples that differ by a filler, a word or a marked value', () => {
    const en = {
      water: [
        said('could you water the roses'),
        said('please water my roses'),
        said('water the tulips'),
        marked('track parcel ', 'AB123456', ' now'),
        marked('track parcel ', 'XY 98 76 54', ' now'),
        said('it has not rained for weeks'),
      ],
    };
    expect(codesOf({ en, ja: {} }, 'near')).toEqual([
      ['warning', 'en', 'water', 'could you water the roses', 'please water my roses'],
      ['warning', 'en', 'water', 'could you water the roses', 'water the tulips'],
      ['warning', 'en', 'water', 'track parcel AB123456 now', 'track parcel XY 98 76 54 now'],
    ]);
    const ja = { water: [said('バラに水をあげて'), said('すみません、バラに水をあげてね'), said('庭が乾いています')] };
    expect(codesOf({ en: {}, ja }, 'near')).toHaveLength(1);
  });

  it('finds runs that more than a fifth of an intent share', () => {
    const own = ['go and water all the roses', 'somebody must water all the lilies', 'rain is missing'].map((text) =>
      said(text),
    );
    expect(codesOf({ en: { water: own }, ja: {} }, 'runs')).toEqual([]);
    const shared = [...own, said('who can water all the lilies today')];
    expect(codesOf({ en: { water: shared }, ja: {} }, 'runs')).toEqual([
      ['warning', 'en', 'water', 'water all the lilies ×2'],
    ]);
    const ja = { water: [said('庭のバラに水をあげてほしい'), said('庭のバラに水をあげるのはいつ')] };
    expect(codesOf({ en: {}, ja }, 'runs')[0]?.slice(0, 3)).toEqual(['warning', 'ja', 'water']);
  });

  it('finds thin intents and languages without examples', () => {
    const many = Array.from({ length: 60 }, (_, index) => said(`${index}`));
    const examples = { en: { water: many, mow: [said('mow')] }, ja: { water: many } };
    expect(codesOf(examples, 'thin')).toEqual([['warning', 'en', 'mow']]);
    expect(codesOf(examples, 'missing-locale')).toEqual([['error', 'ja', 'mow']]);
  });
});

describe('the cross-validation', () => {
  const examples: TrainingExamples = {
    en: {
      water: ['water the roses', 'water the garden', 'water my plants'].map((text) => said(text)),
      mow: ['mow the lawn', 'mow the grass', 'mow it all'].map((text) => said(text)),
      plant: [said('mow water plant'), said('set bulbs', { wish: 'bulbs' })],
    },
    ja: {},
  };

  it('reads each example by a model without it, and names flow and wish', () => {
    const held = crossValidate(examples, 'en', [], 3);
    expect(held).toHaveLength(8);
    expect(held.filter(({ intent }) => intent === 'water').map(({ guessed }) => guessed)).toEqual(
      Array(3).fill('water'),
    );
    expect(held.map(({ intent }) => intent)).toContain('plant wish=bulbs');
  });

  it('is told per intent, worst first, with its confusions', () => {
    const row = (intent: string, guessed: string, text = intent) => ({ intent, guessed, text });
    const held = [row('a', 'a'), row('a', 'b x=1', 'one'), row('b', 'b x=1', 'two'), row('b x=1', 'b x=1')];
    expect(summarise(held, 1)).toEqual({
      accuracy: 0.5,
      flow_accuracy: 0.75,
      intents: { b: { n: 1, recall: 0 }, a: { n: 2, recall: 0.5 }, 'b x=1': { n: 1, recall: 1 } },
      confusions: [{ intent: 'a', guessed: 'b x=1', times: 1, share: 0.5, texts: ['one'] }],
    });
    expect(confusionsOf([])).toEqual([]);
  });
});
