/**
 * Values out of the way before features are taken: an order number tells as much as any other, and its digits tell nothing.
 * @param text normalised words
 */
export function maskValues(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ' #email ')
    .replace(/(?<![a-z0-9])[a-z]{2}[\s-]?\d{6}(?![a-z0-9])/g, ' #order ')
    .replace(/(?<![a-z0-9])\d[\d\s-]{4,}\d(?![a-z0-9])/g, ' #number ')
    .replace(/(?<![a-z0-9#])\d{3,}(?![a-z0-9])/g, ' #number ');
}
