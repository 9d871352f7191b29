import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/web', import.meta.url));
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
};

/** As strict as a careful shop: the widget must work under it. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** Serves the built widget and shop, and at `/page` a bare shop page with the widget's one script tag; its query becomes the tag's `data-*`. */
export async function servePage(url: URL, response: ServerResponse): Promise<void> {
  const path = normalize(decodeURIComponent(url.pathname));
  const body = path === '/page' ? page(url) : await readFile(join(DIST, path)).catch(() => undefined);
  const type = path === '/page' ? 'text/html' : (TYPES[extname(path)] ?? 'application/octet-stream');
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': CSP,
    'cache-control': 'no-store',
  });
  response.end(body);
}

function page({ searchParams }: URL): string {
  const locale = searchParams.get('locale') ?? 'en';
  const data = [...searchParams].map(([name, value]) => `data-${name}="${encodeURI(value)}"`).join(' ');
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Shop</title><main><h1>A shop</h1><p>Its page.</p></main>
<script async src="/widget/omotenashi-chat.js" data-shop="Aozora" ${data}></script></html>`;
}
