import type { ActionContext } from '../../../../integrations/action.ts';
import { loadKnowledge } from '../../../../integrations/demo-world/load-knowledge.ts';
import { createKnowledgeActions } from '../../../../integrations/knowledge/actions.ts';
import { createDemoKnowledge } from '../../../../integrations/knowledge/demo/create-demo-knowledge.ts';
import { runAction } from '../../../../integrations/run-action.ts';

const context: ActionContext = {
  conversationId: 'c1',
  identity: { level: 'none', proves: {} },
  locale: 'en',
  zone: 'America/Chicago',
  now: '2026-11-24T01:00:00.000Z',
  channel: 'webchat',
  sender: 's1',
  audience: 'private',
  idempotencyKey: 'k1',
  keep: () => {},
  signal: new AbortController().signal,
};
const knowledge = createDemoKnowledge(loadKnowledge('dialogs/knowledge').articles);
const [action] = createKnowledgeActions({ knowledge });

async function found(words: string, sure?: boolean): Promise<string | undefined> {
  if (!action) throw new Error('no action');
  const outcome = await runAction(action, { words, ...(sure === undefined ? {} : { sure }) }, context);
  if (outcome.outcome !== 'ok' || typeof outcome.output !== 'object' || !outcome.output) return undefined;
  return 'article' in outcome.output ? String(outcome.output['article']) : undefined;
}

describe('help articles for words that may be no question', () => {
  test.each([
    "I'll wait",
    'did that, no change',
    "can't reach it",
    'the cheapest',
    "what's the capital of France",
    'do you speak German?',
    'actually make that one year',
    "I'm going to kill myself",
    'one year is fine',
    'cancel my Netflix',
  ])('bring none for “%s”', async (words) => {
    expect(await found(words, true)).toBeUndefined();
  });

  test.each([
    ['how many days do refunds take to arrive', 'refunds'],
    ['do you ship parcels to Canada', 'delivery-abroad'],
  ])('still answer “%s”', async (words, article) => {
    expect(await found(words, true)).toBe(article);
  });
});

describe('help articles for a question', () => {
  test.each(['how do I clean it?', 'how much is it?', 'and what does it cost'])(
    'bring none where it points at something we cannot see: “%s”',
    async (words) => {
      expect(await found(words)).toBeUndefined();
    },
  );

  test.each([
    ['returns?', 'returns'],
    ['can I return it?', 'returns'],
    ['how long do refunds take?', 'refunds'],
  ])('answer “%s”', async (words, article) => {
    expect(await found(words)).toBe(article);
  });
});
