import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { LOCALES } from '../../dialogs/protocol/locale.ts';
import { loadKnowledge } from '../../integrations/demo-world/load-knowledge.ts';
import { createKnowledgeActions } from '../../integrations/knowledge/actions.ts';
import { createDemoKnowledge } from '../../integrations/knowledge/demo/create-demo-knowledge.ts';
import { runAction } from '../../integrations/run-action.ts';
import { anActionContext } from '../kit/an-action-context.ts';

const questionFile = z.strictObject({
  answerable: z.array(z.strictObject({ question: z.string(), article: z.string() })).min(30),
  unanswerable: z.array(z.string()).min(10),
  in_passing: z.array(z.string()).min(40),
});

const base = loadKnowledge('dialogs/knowledge');
const knowledge = createDemoKnowledge(base.articles);
const [search] = createKnowledgeActions({ knowledge });
const context = anActionContext();
const call = { signal: new AbortController().signal, idempotencyKey: 'test' };

describe.each(LOCALES)('articles in %s', (locale) => {
  const { answerable, unanswerable, in_passing } = questionFile.parse(
    parse(readFileSync(`test/knowledge/questions.${locale}.yaml`, 'utf8')),
  );
  const find = async (words: string) => {
    const found = await knowledge.searchArticles({ words, locale, limit: 3 }, call);
    return found.outcome === 'ok' ? found.value.map(({ article }) => article) : [];
  };

  test('nine of ten paraphrased questions bring the right article among the first three', async () => {
    const missed: string[] = [];
    for (const { question, article } of answerable) {
      const found = await find(question);
      if (!found.includes(article)) missed.push(`${question} → ${found.join(', ')}`);
    }
    expect(missed.slice(Math.floor(answerable.length / 10))).toEqual([]);
  });

  test('a question that no article answers brings none', async () => {
    const answered: string[] = [];
    for (const question of unanswerable) {
      const found = await find(question);
      if (found.length > 0) answered.push(`${question} → ${found.join(', ')}`);
    }
    expect(answered).toEqual([]);
  });

  test('words said in passing bring none, whatever word they share with one', async () => {
    if (!search) throw new Error('no action');
    const answered: string[] = [];
    for (const words of in_passing) {
      const outcome = await runAction(search, { words, sure: true }, { ...context, locale });
      if (outcome.outcome !== 'none') answered.push(`${words} → ${JSON.stringify(outcome)}`);
    }
    expect(answered).toEqual([]);
  });

  test('every question names an article that exists in this language', () => {
    const ids = new Set(base.articles.filter((article) => article.locale === locale).map(({ id }) => id));
    expect(answerable.filter(({ article }) => !ids.has(article))).toEqual([]);
  });
});

test('every article stands in both languages, with an answer short enough to be read at once', () => {
  const ids = [...new Set(base.articles.map(({ id }) => id))];
  expect(ids.length).toBeGreaterThanOrEqual(40);
  for (const id of ids) {
    const own = base.articles.filter((article) => article.id === id);
    expect(own.map(({ locale }) => locale).sort()).toEqual(['en', 'ja']);
    for (const { answer, locale } of own) expect(answer.length).toBeLessThanOrEqual(locale === 'en' ? 240 : 120);
  }
});
