import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The pages of the fictional shop. Nothing is inlined: they live under `script-src 'self'`. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'shop'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: resolve(import.meta.dirname, '../dist/web/shop'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index', 'demo/mailbox', 'demo/confirm'].map((page) => resolve(import.meta.dirname, `shop/${page}.html`)),
    },
  },
});
