import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const LARGEST_GZIP_BYTES = 20_000;
const NAME = 'omotenashi-chat.js';

/** Says how large the widget is, and fails the build when a shop's page would feel it. */
function sizeBudget(): Plugin {
  let folder = '';
  return {
    name: 'size-budget',
    configResolved: (config) => {
      folder = config.build.outDir;
    },
    closeBundle: () => {
      const file = readFileSync(resolve(folder, NAME));
      const gzip = gzipSync(file, { level: 9 }).byteLength;
      console.log(`${NAME}: ${file.byteLength} bytes, ${gzip} gzipped; at most ${LARGEST_GZIP_BYTES}`);
      if (gzip > LARGEST_GZIP_BYTES) throw new Error(`The widget is ${gzip - LARGEST_GZIP_BYTES} bytes too large.`);
    },
  };
}

/** The customer's chat as one classic script, for `<script async>`. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'widget'),
  // Plain calls of `h` are a third of a kilobyte smaller than those of the automatic runtime.
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    jsxInject: `import { Fragment, h } from 'preact'`,
  },
  build: {
    outDir: resolve(import.meta.dirname, '../dist/web/widget'),
    emptyOutDir: true,
    target: ['chrome123', 'safari17.5', 'firefox120'],
    reportCompressedSize: false,
    lib: {
      entry: resolve(import.meta.dirname, 'widget/main.ts'),
      formats: ['iife'],
      name: 'omotenashiChat',
      fileName: () => NAME,
    },
  },
  plugins: [sizeBudget()],
});
