/**
 * An address that a link may lead to, or with `picture` one that a picture may come from, whole;
 * undefined for every other scheme, `javascript:` above all.
 */
export function safeAddress(address: string, base: string, picture = false): string | undefined {
  try {
    const { protocol, href } = new URL(address, base);
    return (picture ? /^https?:/ : /^(https?|tel|mailto):/).test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
