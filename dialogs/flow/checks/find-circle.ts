/** The first circle in a graph, in the order in which it is walked; undefined where there is none. */
export function findCircle(ways: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of ways.keys()) {
    const trail: string[] = [];
    const next: number[] = [];
    const enter = (id: string) => {
      trail.push(id);
      next.push(0);
    };
    if (!done.has(start)) enter(start);
    while (trail.length > 0) {
      const id = trail.at(-1) ?? '';
      const index = next.at(-1) ?? 0;
      const to = ways.get(id)?.[index];
      if (to === undefined) {
        done.add(id);
        trail.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = index + 1;
      const seen = trail.indexOf(to);
      if (seen >= 0) return trail.slice(seen);
      if (!done.has(to) && ways.has(to)) enter(to);
    }
  }
  return undefined;
}
