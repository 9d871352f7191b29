import { shareRates } from '../../../bots/share-rates.ts';

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

const RATES = { conversations: 2, requests: 5, messages: 3 };

test('what processes take together is held to the limit within a second, and to the end of the minute', async () => {
  const taken = new Map<string, number>();
  const addTaken = async (limit: string, who: string, count: number) => {
    const key = `${limit} ${who}`;
    taken.set(key, (taken.get(key) ?? 0) + count);
    return taken.get(key) ?? 0;
  };
  const [one, other] = [shareRates(RATES, addTaken), shareRates(RATES, addTaken)];
  for (let n = 0; n < 3; n++) {
    expect(one.take('requests', 'a')).toBe(0);
    expect(other.take('requests', 'a')).toBe(0);
  }
  await jest.advanceTimersByTimeAsync(1000);
  one.take('requests', 'a');
  await jest.advanceTimersByTimeAsync(1000);
  expect(one.take('requests', 'a')).toBe(58_000);
  expect(one.take('requests', 'b')).toBe(0);
  expect(one.take('messages', 'a')).toBe(0);
  await jest.advanceTimersByTimeAsync(58_000);
  expect(one.take('requests', 'a')).toBe(0);
  one.stop();
  other.stop();
});

test('a store that is away refuses nobody', async () => {
  const rates = shareRates(RATES, async () => {
    throw new Error('away');
  });
  for (let n = 0; n < 20; n++) rates.take('requests', 'a');
  await jest.advanceTimersByTimeAsync(2000);
  expect(rates.take('requests', 'a')).toBe(0);
  rates.stop();
});

test('a conversation is told of when it comes near its limit, not with each message', async () => {
  const told: number[] = [];
  const rates = shareRates({ ...RATES, messages: 100 }, async (_limit, _who, count) => {
    told.push(count);
    return count;
  });
  for (let n = 0; n < 5; n++) rates.take('messages', 'a');
  await jest.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([]);
  rates.take('messages', 'a');
  await jest.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([6]);
  rates.take('messages', 'a');
  await jest.advanceTimersByTimeAsync(61_000);
  for (let n = 0; n < 5; n++) rates.take('messages', 'a');
  await jest.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([6]);
  rates.stop();
});

test('of a conversation nobody is told up to a twentieth of its limit, and of all that goes beyond', async () => {
  const told: number[] = [];
  const rates = shareRates({ ...RATES, messages: 100 }, async (_limit, _who, count) => {
    told.push(count);
    return count;
  });
  for (let n = 0; n < 5; n++) rates.take('messages', 'a');
  await jest.advanceTimersByTimeAsync(2000);
  expect(told).toEqual([]);
  rates.take('messages', 'a');
  await jest.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([6]);
  rates.stop();
});
