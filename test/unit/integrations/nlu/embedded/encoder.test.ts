import type { Locale } from '../../../../../dialogs/protocol/locale.ts';
import { createEmbeddedNlu } from '../../../../../integrations/nlu/embedded/index.ts';
import type { ModelCache } from '../../../../../integrations/nlu/embedded/model-cache.ts';
import type { Encoder } from '../../../../../integrations/nlu/encoder.ts';
import type { TrainingExamples } from '../../../../../integrations/nlu/nlu.ts';
import { CONTEXT, expecting } from '../expectation.ts';

const said = (text: string) => ({ text, spans: [], set: {} });

const GARDEN = [
  'the roses want rain',
  'our meadow is thirsty',
  'sprinkle those beds',
  'the soil got dusty',
  'some roses droop',
  'this bed looks sad',
  'dry soil everywhere',
  'a brown meadow',
  'rake that bed',
  'dig up the soil',
  'a yellow rose',
  'the meadow grew',
  'cut back these roses',
  'is the soil acid',
  'weeds in every bed',
  'mow my meadow',
  'who planted this rose',
  'beds full of slugs',
  'frost took a rose',
  'rich soil please',
];
const POOL = [
  ...['the basin leaks', 'tiles came off', 'chlorine ran out', 'a swimmer slipped', 'blue paint peels'],
  ...['the pump is loud', 'water went green', 'heat it up', 'a ladder broke', 'cover it tonight'],
];

const EXAMPLES: TrainingExamples = {
  en: { garden: GARDEN.map(said), pool: POOL.map(said) },
  ja: { garden: ['庭が乾いています', '花に水をください'].map(said), pool: ['プールが漏れています'].map(said) },
};

/** Knows one thing: what is about plants. */
function plantEncoder(asked: string[], locales: readonly Locale[] = ['en']): Encoder {
  const plants = /rose|meadow|bed|soil|oleander|hydrangea/;
  return {
    ...{ name: 'plants', dimensions: 2, locales },
    encode: async (texts) => {
      asked.push(...texts);
      return texts.map((text) => Float32Array.from(plants.test(text) ? [1, 0] : [0, 1]));
    },
  };
}

const expected = (locale: Locale) => expecting(locale, { flows: ['garden', 'pool'] });
const WORDS = 'the hydrangea or oleander';

describe('with an encoder the engine', () => {
  it('knows wishes in words that no example has', async () => {
    const plain = createEmbeddedNlu({ examples: EXAMPLES });
    expect((await plain.understand(WORDS, expected('en'), CONTEXT)).commands[0]?.kind).not.toBe('start_flow');
    const encoding = createEmbeddedNlu({ examples: EXAMPLES, encoder: plantEncoder([]) });
    expect((await encoding.understand(WORDS, expected('en'), CONTEXT)).commands).toEqual([
      { kind: 'start_flow', flow: 'garden' },
    ]);
  });

  it('encodes each words of a message once, and nothing where rules decide', async () => {
    const asked: string[] = [];
    const nlu = createEmbeddedNlu({ examples: EXAMPLES, encoder: plantEncoder(asked) });
    await nlu.understand('I want to talk to a person', expected('en'), CONTEXT);
    asked.length = 0;
    await nlu.understand('I want to talk to a person', expected('en'), CONTEXT);
    expect(asked).toEqual([]);
    await nlu.understand(WORDS, expected('en'), CONTEXT);
    expect(asked).toEqual([WORDS]);
  });

  it('reads other languages without it', async () => {
    const asked: string[] = [];
    const nlu = createEmbeddedNlu({ examples: EXAMPLES, encoder: plantEncoder(asked) });
    await nlu.understand('庭が乾いて困っています', expected('ja'), CONTEXT);
    expect(asked.filter((text) => /[\u3040-\u30ff]/.test(text))).toEqual([]);
  });

  it('keeps what it learned apart from what is learned without it', async () => {
    const kept = new Map<string, Uint8Array>();
    const cache: ModelCache = {
      read: async (key) => kept.get(key),
      write: async (key, bytes) => void kept.set(key, bytes),
    };
    const asked: string[] = [];
    const answer = async () => {
      const nlu = createEmbeddedNlu({ examples: EXAMPLES, cache, encoder: plantEncoder(asked) });
      return (await nlu.understand(WORDS, expected('en'), CONTEXT)).commands;
    };
    await createEmbeddedNlu({ examples: EXAMPLES, cache }).understand(WORDS, expected('en'), CONTEXT);
    const first = await answer();
    expect(kept.size).toBe(2);
    asked.length = 0;
    expect(await answer()).toEqual(first);
    expect(asked).toEqual([WORDS]);
  });

  it('that fails tells whoever asks', async () => {
    const encoder: Encoder = { ...plantEncoder([]), encode: () => Promise.reject(new Error('no memory')) };
    const nlu = createEmbeddedNlu({ examples: EXAMPLES, encoder });
    await expect(nlu.understand(WORDS, expected('en'), CONTEXT)).rejects.toThrow('no memory');
  });
});
