/**
 * Matthews' correlation of what was meant with what was understood, over any number of classes (Gorodkin's R): 1 is perfect, 0 is as
 * good as chance or always the same answer.
 */
export function correlate(pairs: readonly { readonly meant: string; readonly understood: string }[]): number {
  const meant = new Map<string, number>();
  const understood = new Map<string, number>();
  let right = 0;
  for (const pair of pairs) {
    meant.set(pair.meant, (meant.get(pair.meant) ?? 0) + 1);
    understood.set(pair.understood, (understood.get(pair.understood) ?? 0) + 1);
    if (pair.meant === pair.understood) right++;
  }
  const n = pairs.length;
  const both = [...meant].reduce((sum, [name, times]) => sum + times * (understood.get(name) ?? 0), 0);
  const squares = (counts: Iterable<number>) => [...counts].reduce((sum, times) => sum + times * times, 0);
  const spread = Math.sqrt((n * n - squares(understood.values())) * (n * n - squares(meant.values())));
  return spread === 0 ? 0 : (right * n - both) / spread;
}
