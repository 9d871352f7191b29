import type { HttpRoute } from '../../channels/http-route.ts';

export interface FoundRoute {
  readonly route: HttpRoute;
  readonly params: Readonly<Record<string, string>>;
}

/** Nothing that would have to be decoded, and no dots that lead elsewhere. */
const PLAIN_PART = '([\\w~-]+)';

/**
 * Finds the route of an address that is written in the plainest way: exactly as in the table, without query or percent signs. All others
 * are express's to find, in the same table.
 */
export function findRoute(routes: readonly HttpRoute[]): (method: string, url: string) => FoundRoute | undefined {
  const table = routes.map((route) => {
    // Words and names in turn: `/things/{id}/photo` is `/things/`, `id`, `/photo`.
    const parts = route.path.split(/\{(\w+)\}/);
    const form = parts.map((part, at) => (at % 2 === 1 ? PLAIN_PART : part.replace(/\W/g, '\\$&'))).join('');
    return {
      route,
      method: route.method.toUpperCase(),
      names: parts.filter((_, at) => at % 2 === 1),
      form: new RegExp(`^${form}$`),
    };
  });
  return (method, url) => {
    for (const { route, method: of, names, form } of table) {
      const parts = of === method ? form.exec(url) : null;
      if (parts) return { route, params: Object.fromEntries(names.map((name, at) => [name, parts[at + 1] ?? ''])) };
    }
    return undefined;
  };
}
