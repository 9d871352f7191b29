/** Formatters are costly to make and never change: one is made per set of arguments, and kept. */
export function madeOnce<Args extends readonly unknown[], Made>(
  make: (...args: Args) => Made,
): (...args: Args) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key);
    if (known !== undefined) return known;
    // Customers' zones and currencies come from outside: the cache may not grow without end.
    if (made.size >= 500) made.clear();
    const fresh = make(...args);
    made.set(key, fresh);
    return fresh;
  };
}
