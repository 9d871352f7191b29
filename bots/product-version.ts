import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PRODUCT_FOLDER } from './product-folder.ts';

const read: { readonly version?: unknown } = JSON.parse(
  readFileSync(path.join(PRODUCT_FOLDER, 'package.json'), 'utf8'),
);

/** As in package.json, such as `1.2.0`. */
export const PRODUCT_VERSION = String(read.version);
