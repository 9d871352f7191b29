/** Letters of one width and one case, quotes of one kind: as all that reads a question expects it. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’]/g, "'");
}
