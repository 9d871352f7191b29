/** Lists longer than this are left to the library: it refuses some of them. */
export const LONGEST_LIST = 100;

// Values are never changed in place.
const long = new WeakMap<object, boolean>();

/** Does it hold such a list, anywhere inside? The library converts a slot whole, and refuses it for what the expression does not even read. */
export function mayBeTooLong(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const known = long.get(value);
  if (known !== undefined) return known;
  const found = (Array.isArray(value) && value.length > LONGEST_LIST) || Object.values(value).some(mayBeTooLong);
  long.set(value, found);
  return found;
}
