const AT_ONCE = 500;

/** A list from its end to its beginning, a piece at a time: what is taken out meanwhile, or added, makes nothing be left out. */
export async function* newestFirst(range: (from: number, to: number) => Promise<readonly string[]>) {
  let seen = 0;
  for (;;) {
    const piece = await range(-(seen + AT_ONCE), -(seen + 1));
    yield* piece.toReversed();
    if (piece.length < AT_ONCE) return;
    // Pieces overlap, so that one taken out in between hides none.
    seen += AT_ONCE / 2;
  }
}
