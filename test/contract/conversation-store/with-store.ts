import type { StorePlug } from './store-plug.ts';
import { type StoreUnderTest, TIMES } from './store-under-test.ts';

/** Gives each test its own store. */
export function withStore(plug: StorePlug, body: (under: StoreUnderTest) => Promise<void>): () => Promise<void> {
  return async () => {
    const under = await plug.create(TIMES);
    try {
      await body(under);
    } finally {
      await under.end();
    }
  };
}
