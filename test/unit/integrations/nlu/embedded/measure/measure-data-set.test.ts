import { chooseThreshold } from '../../../../../../integrations/nlu/embedded/measure/choose-threshold.ts';
import { correlate } from '../../../../../../integrations/nlu/embedded/measure/correlate.ts';
import { type DataSet, measureDataSet } from '../../../../../../integrations/nlu/embedded/measure/measure-data-set.ts';
import type { Encoder } from '../../../../../../integrations/nlu/encoder.ts';

const row = (intent: string) => (text: string) => ({ text, intent });

const TRAIN = [
  ...['water the roses', 'the garden needs water', 'give the plants some water', 'water my plants now'].map(
    row('water'),
  ),
  ...['mow the lawn', 'cut the grass please', 'the lawn is too long', 'mow the grass today'].map(row('mow')),
  ...['plant a tulip', 'put a tulip into the ground', 'plant some bulbs', 'set tulip bulbs'].map(row('plant')),
];

const SET: DataSet = {
  locale: 'en',
  train: TRAIN,
  oosTrain: [],
  validation: [],
  test: [...['water the garden', 'water the plants'].map(row('water')), ...['mow my lawn'].map(row('mow'))],
  oosTest: [],
};

describe('a data set', () => {
  it('without out-of-scope rows is scored without a threshold', async () => {
    const figures = await measureDataSet(SET);
    expect(figures).toMatchObject({ in_scope_accuracy: 1, oos_recall: null, mcc: null });
    expect(figures.train_ms).toBeGreaterThanOrEqual(0);
    expect(figures.p95_us).toBeGreaterThanOrEqual(figures.p50_us);
    expect(figures.rss_mb).toBeGreaterThan(0);
  });

  it('with out-of-scope rows rejects what is below a threshold of the training rows', async () => {
    const oosTest = ['quid est veritas', 'wie spät ist es', '12345 67890'];
    const figures = await measureDataSet({ ...SET, oosTest });
    expect(figures.oos_recall).toBe(1);
    expect(figures.mcc).toBeGreaterThan(0.5);
  });

  it('takes the threshold from validation rows where it has them', async () => {
    const strange = { validation: [row('water')('quid est veritas')], oosTest: ['quid est veritas'] };
    const said: string[] = [];
    await measureDataSet({ ...SET, ...strange }, { progress: (what) => said.push(what) });
    expect(said).toContain('choosing the threshold on 1 validation rows');
  });

  it('may be learned with vectors beside the n-grams', async () => {
    const asked: string[] = [];
    const encoder: Encoder = {
      name: 'lengths',
      dimensions: 2,
      locales: ['en'],
      encode: async (texts) => {
        asked.push(...texts);
        return texts.map((text) =>
          Float32Array.from(text.includes('sprinkle') || text.includes('water') ? [1, 0] : [0, 1]),
        );
      },
    };
    const test = [row('water')('sprinkle it')];
    expect(await measureDataSet({ ...SET, test }, { encoder })).toMatchObject({ in_scope_accuracy: 1 });
    expect(asked).toContain('water the roses');
  });

  it('in a language that the encoder does not know is learned without it', async () => {
    const encoder: Encoder = {
      ...{ name: 'none', dimensions: 1, locales: ['ja'] },
      encode: () => Promise.reject(new Error('asked')),
    };
    expect(await measureDataSet(SET, { encoder })).toMatchObject({ in_scope_accuracy: 1 });
  });
});

describe('the threshold', () => {
  it('is the highest that loses at most two right guesses of a hundred', () => {
    const held = Array.from({ length: 100 }, (_, index) => ({ right: true, score: index }));
    expect(chooseThreshold(held)).toBe(2);
  });

  it('loses nothing of few rows, and does not care for wrong guesses', () => {
    const held = [0.5, 0.2, 0.9].map((score) => ({ right: true, score }));
    expect(chooseThreshold([...held, { right: false, score: 0.1 }])).toBe(0.2);
  });

  it('rejects nothing where nothing was right', () => {
    expect(chooseThreshold([{ right: false, score: 1 }])).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('the correlation', () => {
  const pairs = (...all: readonly [string, string][]) => all.map(([meant, understood]) => ({ meant, understood }));

  it('is 1 for a perfect reading and 0 for one answer to everything', () => {
    expect(correlate(pairs(['a', 'a'], ['b', 'b'], ['c', 'c']))).toBe(1);
    expect(correlate(pairs(['a', 'a'], ['b', 'a'], ['c', 'a']))).toBe(0);
  });

  it('of two classes is the usual one', () => {
    // 3 true positives, 1 false negative, 1 false positive, 2 true negatives
    const all = pairs(['p', 'p'], ['p', 'p'], ['p', 'p'], ['p', 'n'], ['n', 'p'], ['n', 'n'], ['n', 'n']);
    expect(correlate(all)).toBeCloseTo((3 * 2 - 1 * 1) / Math.sqrt(4 * 4 * 3 * 3), 10);
  });
});
