#!/usr/bin/env node
// The executable. In a clone it runs what was compiled as long as no source has changed since, which starts sooner, otherwise the
// sources, so that an edit is live at once; in an image, what was compiled.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const command = process.argv[2];
const asksHelp = process.argv.includes('--help') || process.argv.includes('-h');

if (!existsSync(path.join(here, 'main.ts'))) {
  await import('./main.js');
} else {
  const { build, buildFirst, installPackages, isServerBuilt } = await import('../set-up.mjs');
  installPackages();
  const starts = command === 'start' && !asksHelp;
  if (starts) build();
  else buildFirst();
  if (starts || isServerBuilt()) {
    await import('../../dist/bots/cli/main.js');
  } else {
    const { register } = await import('tsx/esm/api');
    register();
    await import('./main.ts');
  }
}
