import { createEmbeddedNlu } from '../../../../../integrations/nlu/embedded/index.ts';
import type { ModelCache } from '../../../../../integrations/nlu/embedded/model-cache.ts';
import { modelKey } from '../../../../../integrations/nlu/embedded/model-key.ts';
import { packModels, unpackModels } from '../../../../../integrations/nlu/embedded/pack-models.ts';
import { openModels, trainModels } from '../../../../../integrations/nlu/embedded/train-models.ts';
import { CONTEXT, expecting } from '../expectation.ts';
import { EXAMPLES, FLOWS, PRODUCTS } from '../training-examples.ts';

const SENTENCES = ['where did my parcel get to', 'my kettle is leaking', 'renew my plan for a year', 'what a nice day'];

/** A cache in memory that tells what was asked of it. */
function aCache(kept = new Map<string, Uint8Array>()) {
  const calls: string[] = [];
  const cache: ModelCache = {
    read: async (key) => {
      calls.push('read');
      return kept.get(key);
    },
    write: async (key, bytes) => {
      calls.push('write');
      kept.set(key, bytes);
    },
  };
  return { cache, calls, kept };
}

const options = { examples: EXAMPLES, gazetteers: { product: PRODUCTS } };

const say = async (cache?: ModelCache) => {
  const nlu = createEmbeddedNlu(cache ? { ...options, cache } : options);
  return Promise.all(SENTENCES.map((text) => nlu.understand(text, expecting('en', { flows: FLOWS }), CONTEXT)));
};

describe('models that are kept', () => {
  it('understand as those that were trained', async () => {
    const { cache, calls } = aCache();
    const trained = await say();
    expect(await say(cache)).toEqual(trained);
    expect(await say(cache)).toEqual(trained);
    expect(calls).toEqual(['read', 'write', 'read']);
  });

  it('are trained anew when the cache holds something else', async () => {
    const { cache, kept } = aCache();
    await say(cache);
    for (const [key, bytes] of kept) kept.set(key, bytes.slice(0, bytes.length - 8));
    expect(await say(cache)).toEqual(await say());
  });

  it('are trained where the cache fails', async () => {
    const broken: ModelCache = {
      read: () => Promise.reject(new Error('no disk')),
      write: () => Promise.reject(new Error('no disk')),
    };
    expect(await say(broken)).toEqual(await say());
  });

  it('go through bytes and back, wherever the bytes begin', () => {
    const packed = packModels(trainModels(EXAMPLES, PRODUCTS));
    const moved = new Uint8Array(packed.length + 3);
    moved.set(packed, 3);
    const opened = unpackModels(moved.subarray(3));
    expect(opened && packModels(opened)).toEqual(packed);
    expect(opened && openModels(opened).ja.phrases.size).toBeGreaterThan(0);
    const read = unpackModels(Buffer.concat([Buffer.from('...'), packed]).subarray(3));
    expect(read && packModels(read)).toEqual(packed);
    expect(unpackModels(new Uint8Array([1, 2, 3]))).toBeUndefined();
  });

  it('are known by what they were trained from', () => {
    const key = modelKey(EXAMPLES, PRODUCTS);
    expect(modelKey(EXAMPLES, PRODUCTS)).toBe(key);
    expect(modelKey(EXAMPLES, [])).not.toBe(key);
    expect(modelKey({ en: {}, ja: {} }, PRODUCTS)).not.toBe(key);
    expect(key).toMatch(/^[a-z0-9]{28}$/);
  });
});
