/** Readers of what scripts answer: texts, whole numbers, nothing, and lists of these. */

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export const textsOf = (value: unknown): readonly string[] => listOf(value).map(textOf);

export const numberOf = (value: unknown): number => Number(value ?? 0);

/** `[a, 1, b, 2]` → `[[a, 1], [b, 2]]` */
export function pairsOf(value: unknown): readonly (readonly [string, string])[] {
  const flat = textsOf(value);
  return Array.from({ length: flat.length >> 1 }, (_, n) => [flat[2 * n] ?? '', flat[2 * n + 1] ?? ''] as const);
}
