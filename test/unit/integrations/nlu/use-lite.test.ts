import { openUseLite } from '../../../../integrations/nlu/use-lite/index.ts';

const packages = (embed: (texts: string[]) => Promise<number[][]>) => async (name: string) =>
  name.endsWith('-en') ? { modelSource: 'weights' } : { default: { initModel: async () => ({ embed }) } };

describe('the encoder of the optional packages', () => {
  it('gives a vector of length 1 for each text, in their order', async () => {
    const encoder = await openUseLite(
      packages(async (texts) => texts.map((text) => [3 * text.length, 4 * text.length])),
    );
    const vectors = await encoder.encode(['a', 'bb', '']);
    expect(vectors.map((vector) => Array.from(vector, (value) => value.toFixed(2)))).toEqual(
      Array(3).fill(['0.60', '0.80']),
    );
    expect(encoder.locales).toEqual(['en']);
  });

  it('asks for many texts in parts', async () => {
    const sizes: number[] = [];
    const encoder = await openUseLite(
      packages(async (texts) => {
        sizes.push(texts.length);
        return texts.map((text) => [Number(text), 0]);
      }),
    );
    await encoder.encode(Array.from({ length: 70 }, (_, index) => `${index}`));
    expect(sizes).toEqual([32, 32, 6]);
  });

  it('that are not installed are told by name, with what to do', async () => {
    const opening = openUseLite((name) => Promise.reject(new Error(`Cannot find package ${name}`)));
    await expect(opening).rejects.toMatchObject({
      entry: { code: 'encoder_missing', remedy: expect.stringContaining('npm install @energetic-ai/core') },
      message: expect.stringContaining('@energetic-ai/embeddings'),
    });
  });
});
