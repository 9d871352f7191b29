import { openUnderstanding } from '../../bots/open-understanding.ts';
import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { Disagreement } from '../../integrations/nlu/create-shadow.ts';
import { openTo } from '../kit/asked-of-model.ts';
import { type ModelEndpoint, says, startModelEndpoint } from '../kit/model-endpoint.ts';
import { until } from '../kit/until.ts';
import { CONTEXT, question } from '../unit/integrations/nlu/expectation.ts';
import { EXAMPLES, PRODUCTS } from '../unit/integrations/nlu/training-examples.ts';

const NO_CACHE = { read: async () => undefined, write: async () => {} };
// Of a flow, only its description is read here.
const flows = Object.fromEntries(
  Object.keys(EXAMPLES.en).map((flow) => [flow, { flow, description: `About ${flow}.` }]),
) as unknown as FlowBook['flows'];
const BOOK = { examples: EXAMPLES, flows };

describe('the shipped understanding with a language model behind it', () => {
  let endpoint: ModelEndpoint;
  beforeAll(async () => {
    endpoint = await startModelEndpoint();
  });
  afterAll(() => endpoint.end());
  const settings = () => ({ NLU: 'embedded', LLM_URL: endpoint.url, LLM_MODEL: 'test-model' }) as const;
  const parts = { products: PRODUCTS, models: NO_CACHE };
  const RENEW = says({ kind: 'start_flow', flow: 'renewals' });

  test('the model reads what the engine does not understand, and nothing else', async () => {
    const { learn, close } = await openUnderstanding(settings(), parts);
    const nlu = learn(BOOK);
    endpoint.reply(RENEW);
    const read = (text: string, expectation = openTo('en')) => nlu.understand(text, expectation, CONTEXT);
    const buys = { flow: 'renewals', slot: 'confirmed', type: 'boolean', yesNo: true, commits: true };
    const before = endpoint.asked.length;
    await expect(read('smoke is coming out of my kettle')).resolves.toMatchObject({ by: 'rules' });
    await expect(read('let me speak to a human')).resolves.toMatchObject({ by: 'rules' });
    await expect(read('yes please', openTo('en', { question: question(buys) }))).resolves.toMatchObject({
      commands: [{ kind: 'affirm' }],
    });
    await expect(read('where is my order')).resolves.toMatchObject({
      commands: [{ kind: 'start_flow', flow: 'order-status' }],
    });
    expect(endpoint.asked).toHaveLength(before);
    await expect(read('the coverage thing, sort it out for the coming twelve months')).resolves.toMatchObject({
      ...{ by: 'llm', commands: [{ kind: 'start_flow', flow: 'renewals' }] },
    });
    expect(endpoint.asked).toHaveLength(before + 1);
    await close();
  });

  test('in the shadow it changes nothing, and its disagreements are kept', async () => {
    const kept: Disagreement[] = [];
    const { learn, close } = await openUnderstanding(
      { ...settings(), NLU_SHADOW: 'language-model' },
      { ...parts, keepDisagreement: async (found) => void kept.push(found) },
    );
    const nlu = learn(BOOK);
    endpoint.reply(RENEW);
    const own = await nlu.understand(
      'the coverage thing, sort it out for the coming twelve months, 4111 1111 1111 1111',
      openTo('en'),
      CONTEXT,
    );
    expect(own.by).not.toBe('llm');
    await until(
      () => kept.length,
      (many) => many > 0,
    );
    expect(kept).toMatchObject([
      {
        text: 'the coverage thing, sort it out for the coming twelve months, [CARD]',
        first: { by: own.by },
        second: { by: 'llm', commands: [{ kind: 'start_flow', flow: 'renewals' }] },
      },
    ]);
    await close();
  });
});
