import type { KnowledgeBase } from '../integrations/demo-world/load-knowledge.ts';

/** The names, aliases and readings by which customers call the products, for understanding. */
export function productWords(products: KnowledgeBase['products']) {
  return products.map(({ id, name, aliases, reading }) => ({
    value: id,
    words: { en: [name.en, ...aliases.en], ja: [name.ja, reading, ...aliases.ja] },
  }));
}
