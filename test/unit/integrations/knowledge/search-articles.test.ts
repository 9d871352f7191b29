import { loadKnowledge } from '../../../../integrations/demo-world/load-knowledge.ts';
import { createKnowledgeActions } from '../../../../integrations/knowledge/actions.ts';
import { createDemoKnowledge } from '../../../../integrations/knowledge/demo/create-demo-knowledge.ts';
import { runAction } from '../../../../integrations/run-action.ts';
import { anActionContext } from '../../../kit/an-action-context.ts';

const context = anActionContext({ zone: 'America/Chicago' });
const knowledge = createDemoKnowledge(loadKnowledge('dialogs/knowledge').articles);
const [action] = createKnowledgeActions({ knowledge });

async function found(words: string, sure?: boolean, topic?: string): Promise<string | undefined> {
  if (!action) throw new Error('no action');
  const given = { words, ...(sure === undefined ? {} : { sure }), ...(topic === undefined ? {} : { topic }) };
  const outcome = await runAction(action, given, context);
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

describe('help articles for a question whose topic is known', () => {
  test.each([
    ['how much is the kettle', 'price', 'prices'],
    ['do you have the rice cooker in stock', 'stock', 'availability'],
    ['which vacuum should I buy', 'compare', 'choosing-products'],
    ['ケトルはいくらですか', 'price', 'prices'],
    ['炊飯器の在庫ありますか', 'stock', 'availability'],
    ['', 'delivery_fee', 'delivery-fees'],
  ])('are about the topic and not about the thing: “%s”', async (words, topic, article) => {
    expect(await found(words, undefined, topic)).toBe(article);
  });

  test.each([
    ['can I pay in instalments', 'payment_methods', 'instalments'],
    ['when do my points expire', 'discounts', 'points'],
  ])('are the one of the topic that fits best: “%s”', async (words, topic, article) => {
    expect(await found(words, undefined, topic)).toBe(article);
  });

  test('are of another topic where the words say so plainly', async () => {
    expect(await found('do you take back old devices', undefined, 'returns')).toBe('recycling');
  });
});
