/**
 * Is a page of this origin allowed? Patterns are origins; `*` stands for any port.
 * @example isAllowedOrigin('http://localhost:5173', ['http://localhost:*']) // true
 */
export function isAllowedOrigin(origin: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    if (!pattern.endsWith(':*')) return pattern === origin;
    const host = pattern.slice(0, -2);
    return origin === host || (origin.startsWith(`${host}:`) && /^\d{1,5}$/.test(origin.slice(host.length + 1)));
  });
}
