/**
 * What is certain at a place of a flow, as plain words:
 * `filled:slot` · `eq:path:value` · `ne:path:value` · `level:recognised|verified` · `proved:order|customer` · `private` · `shared` ·
 * `may_sell` · `asked:slot` (the customer was asked since the offer was read).
 */
export type Facts = ReadonlySet<string>;

export const NO_FACTS: Facts = new Set();

export const union = (a: Facts, b: Facts): Facts => (b.size === 0 ? a : new Set([...a, ...b]));
export const intersection = (a: Facts, b: Facts): Facts => new Set([...a].filter((fact) => b.has(fact)));
export const without = (facts: Facts, drop: (fact: string) => boolean): Facts =>
  new Set([...facts].filter((fact) => !drop(fact)));
export const sameFacts = (a: Facts, b: Facts): boolean => a.size === b.size && [...a].every((fact) => b.has(fact));

/** Everything that a level of identity stands for: verified proves the customer and with it the customer's orders. */
export function levelFacts(level: string): string[] {
  if (level === 'verified') return ['level:verified', 'level:recognised', 'proved:customer', 'proved:order'];
  if (level === 'recognised') return ['level:recognised', 'proved:order'];
  return [];
}

/** Facts about one slot end when it changes; a changed order number takes its proof with it, unless the customer is verified. */
export function forgetSlot(facts: Facts, slot: string): Facts {
  const proofGoes = slot === 'order_number' && !facts.has('level:verified');
  return without(
    facts,
    (fact) =>
      fact === `filled:${slot}` ||
      fact === `asked:${slot}` ||
      fact.startsWith(`eq:slots.${slot}:`) ||
      fact.startsWith(`ne:slots.${slot}:`) ||
      (proofGoes && (fact === 'proved:order' || fact === 'level:recognised')),
  );
}
