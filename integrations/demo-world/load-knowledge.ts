import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import { type Guide, guide, type Product, product } from '../diagnostics/guide.ts';
import { type Article, articleFront } from '../knowledge/article.ts';

/** Products, guides and articles as they lie in `dialogs/knowledge/`. */
export interface KnowledgeBase {
  readonly products: readonly Product[];
  readonly guides: ReadonlyMap<string, Guide>;
  readonly articles: readonly Article[];
}

const productFile = z.strictObject({ products: z.array(product).min(1) });
const ARTICLE_FILE = /^([a-z0-9][a-z0-9-]*)\.(en|ja)\.md$/;
const FRONT = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/** The folder that comes with the product: above the sources in a clone, above `dist` once compiled. */
const SHIPPED = ['../../dialogs/knowledge', '../../../dialogs/knowledge']
  .map((place) => fileURLToPath(new URL(place, import.meta.url)))
  .find((place) => existsSync(join(place, 'products.yaml')));

/**
 * Reads the knowledge folder.
 * @param folder its path; without one the folder that comes with the product
 * @throws CatalogueError `dialogs_invalid` naming the file and what is wrong in it
 */
export function loadKnowledge(folder: string = SHIPPED ?? 'dialogs/knowledge'): KnowledgeBase {
  const { products } = check(productFile, readYaml(join(folder, 'products.yaml')), 'products.yaml');
  const guides = namesIn(join(folder, 'guides'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => check(guide, readYaml(join(folder, 'guides', name)), `guides/${name}`));
  const articles = namesIn(join(folder, 'articles')).flatMap((name) => readArticle(folder, name) ?? []);
  return { products, guides: new Map(guides.map((one) => [one.product, one])), articles };
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8'), { maxAliasCount: 50, uniqueKeys: true, schema: 'core' });
}

function readArticle(folder: string, name: string): Article | undefined {
  const [, id, language] = ARTICLE_FILE.exec(name) ?? [];
  if (id === undefined) return undefined;
  const where = `articles/${name}`;
  const [, front, body] = FRONT.exec(readFileSync(join(folder, where), 'utf8').replaceAll('\r\n', '\n')) ?? [];
  if (front === undefined || body === undefined)
    throw new CatalogueError('dialogs_invalid', `${where}: front matter is missing.`);
  const known = check(articleFront, parse(front, { maxAliasCount: 0, schema: 'core' }), where);
  const text = body.trim();
  const answer =
    text
      .split(/\n\s*\n/, 1)[0]
      ?.replaceAll('\n', ' ')
      .trim() ?? '';
  if (answer === '') throw new CatalogueError('dialogs_invalid', `${where}: the answer is missing.`);
  return { ...known, id, locale: language === 'ja' ? 'ja' : 'en', answer, body: text };
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new CatalogueError('dialogs_invalid', `${where}: ${z.prettifyError(parsed.error)}`);
}
