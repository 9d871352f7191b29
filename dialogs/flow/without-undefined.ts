type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The same fields without those that are undefined: an optional field of ours is absent, never undefined. */
export function withoutUndefined<T extends object>(fields: T): Defined<T> {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Defined<T>; // entries of T without the undefined ones
}
