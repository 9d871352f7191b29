/** Microseconds per stage between two moments, by the processes' own histograms. */
export async function readStages(urls: readonly string[]): Promise<{ since(): Promise<readonly string[]> }> {
  const before = await readAll(urls);
  return {
    since: async () => {
      const after = await readAll(urls);
      return [...after].flatMap(([stage, { seconds, count }]) => {
        const from = before.get(stage) ?? { seconds: 0, count: 0 };
        const times = count - from.count;
        if (times === 0) return [];
        return [`  ${stage}: ${Math.round(((seconds - from.seconds) / times) * 1e6)} µs, ${times} times`];
      });
    },
  };
}

interface Sum {
  readonly seconds: number;
  readonly count: number;
}

const LINE = /^(omotenashi_\w+_seconds)_(sum|count)(?:\{([^}]*)\})? ([\d.e+-]+)$/gm;

async function readAll(urls: readonly string[]): Promise<ReadonlyMap<string, Sum>> {
  const sums = new Map<string, Sum>();
  for (const url of urls) {
    const text = await (await fetch(`${url}/metrics`)).text();
    for (const [, name = '', kind, labels = '', value] of text.matchAll(LINE)) {
      const key = labels === '' ? name : `${name} ${labels}`;
      const { seconds, count } = sums.get(key) ?? { seconds: 0, count: 0 };
      const of = Number(value);
      sums.set(key, kind === 'sum' ? { seconds: seconds + of, count } : { seconds, count: count + of });
    }
  }
  return sums;
}
