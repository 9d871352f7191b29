/** Things by whose they are, in their order. */
export function byCustomer<Thing extends { readonly customer_id: string }>(
  things: readonly Thing[],
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = groups.get(thing.customer_id);
    if (group) group.push(thing);
    else groups.set(thing.customer_id, [thing]);
  }
  return groups;
}
