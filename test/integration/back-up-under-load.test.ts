import { isMongodbHere } from '../kit/mongodb-server.ts';
import { isRedisHere } from '../kit/redis-server.ts';
import { type Rehearsed, rehearseCopy } from '../kit/rehearse-copy.ts';
import { describeWith } from '../kit/what-is-here.ts';

// With more of them: `npm run prove -- rehearsal`.
const TALKS = 30;
const WITHIN_MS = 120_000;

async function keepsAll(what: Rehearsed): Promise<void> {
  const { talks, wentOn, words, broken, records, missing } = await rehearseCopy(what, TALKS);
  expect({ talks, wentOn, broken, missing }).toEqual({ talks: TALKS, wentOn: TALKS, broken: [], missing: [] });
  expect(words).toBeGreaterThanOrEqual(2 * TALKS);
  expect(records).toBeGreaterThan(2 * TALKS);
}

describe('a copy taken under load by the documented commands, and put back elsewhere', () => {
  test('of the data folder: every conversation goes on from there', () => keepsAll('sqlite'), WITHIN_MS);

  describeWith('redis', isRedisHere)('of Redis', () => {
    test('every conversation goes on from there', () => keepsAll('redis'), WITHIN_MS);
  });

  describeWith('mongodb', isRedisHere && isMongodbHere)('of Redis and then MongoDB', () => {
    test(
      'every conversation goes on from there, and no record of what it knows is missing',
      () => keepsAll('mongodb'),
      WITHIN_MS,
    );
  });
});
