import { openUseLite } from '../../integrations/nlu/use-lite/index.ts';

it('sentences that mean alike are nearer to each other than others', async () => {
  const encoder = await openUseLite();
  const [parcel, package_, cheese] = await encoder.encode([
    'where is my parcel',
    'has my package been sent yet',
    'I like cheese with wine',
  ]);
  const likeness = (one: ArrayLike<number> = [], other: ArrayLike<number> = []) =>
    Array.from(one).reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
  expect(parcel).toHaveLength(encoder.dimensions);
  expect(likeness(parcel, parcel)).toBeCloseTo(1, 4);
  expect(likeness(parcel, package_)).toBeGreaterThan(likeness(parcel, cheese) + 0.2);
});
