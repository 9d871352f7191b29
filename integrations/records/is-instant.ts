/** The one way of writing an instant: texts of it sort as the instants do. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const at = Date.parse(value);
  return !Number.isNaN(at) && new Date(at).toISOString() === value;
}
