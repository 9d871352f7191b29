import { createRecentLines } from '../../../../integrations/conversation-store/redis/recent-lines.ts';

test('lines are written again once, however often Redis falters while they are', async () => {
  const lines = createRecentLines();
  let written = 0;
  lines.note('t', 1, async () => {
    written += 1;
    await new Promise((resolve) => setImmediate(resolve));
    lines.lost(0);
    return true;
  });
  lines.lost(0);
  await lines.standing();
  expect(written).toBe(1);
});

test('where the lines before are lost for good, a line goes to the end, and those after it do not wait as long again', async () => {
  const lines = createRecentLines();
  const asked: number[] = [];
  for (const number of [5, 6])
    lines.note('t', number, async (under) => {
      asked.push(under);
      return under === 0;
    });
  lines.lost(0);
  await lines.standing();
  expect(asked.filter((under) => under === 0)).toHaveLength(2);
  expect(asked.filter((under) => under === 6)).toHaveLength(1);
});
