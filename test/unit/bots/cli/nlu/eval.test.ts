import path from 'node:path';
import { predictedAnswer, predictedIntent } from '../../../../../bots/cli/nlu/predicted-intent.ts';
import { readRows, unknownIntents } from '../../../../../bots/cli/nlu/read-rows.ts';
import { scoreReadings } from '../../../../../bots/cli/nlu/score-readings.ts';
import { PRODUCT_FOLDER } from '../../../../../bots/product-folder.ts';
import { readBook } from '../../../../../bots/read-book.ts';
import type { Command } from '../../../../../dialogs/protocol/command.ts';
import type { Expectation } from '../../../../../dialogs/protocol/understanding.ts';
import type { Nlu } from '../../../../../integrations/nlu/nlu.ts';

const start = (flow: string): Command => ({ kind: 'start_flow', flow });
const set = (slot: string, value: string): Command => ({ kind: 'set_slot', slot, value });

describe('the predicted intent', () => {
  it.each<[string, readonly Command[], string]>([
    ['a flow', [start('renewals')], 'renewals'],
    ['a flow with a wish', [start('order-status'), set('wish', 'cancel')], 'order-status'],
    ['another flow', [start('about-your-data')], 'other'],
    ['a person', [{ kind: 'handoff', reason: 'asked' }], 'handoff'],
    ['words of danger', [{ kind: 'handoff', reason: 'safety' }], 'troubleshooting'],
    ['a complaint', [{ kind: 'handoff', reason: 'complaint' }], 'other'],
    ['the flow that brings a person', [start('handoff')], 'handoff'],
    ['when people can be reached', [start('handoff'), set('topic', 'hours')], 'other'],
    ['small talk', [{ kind: 'chitchat', topic: 'joke' }], 'other'],
    ['another language of the bot', [set('locale', 'ja')], 'other'],
    ['a language that it does not speak', [set('locale', 'other')], 'out_of_scope'],
    ['what is asked about', [{ kind: 'clarify', flows: ['renewals', 'order-status'] }], 'out_of_scope'],
    ['what is given up', [{ kind: 'cannot_handle', why: 'not_understood' }], 'out_of_scope'],
    ['a yes', [{ kind: 'affirm' }], 'yes'],
  ])('of %s', (_what, commands, intent) => {
    expect(predictedIntent(commands)).toBe(intent);
  });

  it('at a yes/no question is the answer first, and maybe only where the words say so', () => {
    const givenUp: readonly Command[] = [{ kind: 'cannot_handle', why: 'not_understood' }];
    expect(predictedAnswer([{ kind: 'deny' }, start('renewals')], false)).toBe('no');
    expect(predictedAnswer(givenUp, true)).toBe('maybe');
    expect(predictedAnswer(givenUp, false)).toBe('out_of_scope');
    expect(predictedAnswer([start('renewals')], true)).toBe('renewals');
    expect(predictedAnswer([{ kind: 'cancel_flow' }], false)).toBe('no');
    expect(predictedAnswer([{ kind: 'skip' }], false)).toBe('no');
  });
});

it('scores tell recall, precision, false triggers and questions', () => {
  const row = (intent: string, predicted: string, confirmed = false) => ({ intent, predicted, confirmed });
  const figures = scoreReadings([
    row('renewals', 'renewals'),
    row('renewals', 'out_of_scope', true),
    row('out_of_scope', 'renewals'),
    row('out_of_scope', 'other'),
    row('maybe', 'maybe'),
  ]);
  expect(figures).toEqual({
    intents: {
      maybe: { n: 1, recall: 1, precision: 1 },
      out_of_scope: { n: 2, recall: 0, precision: 0 },
      renewals: { n: 2, recall: 0.5, precision: 0.5 },
    },
    accuracy: 0.4,
    false_trigger_rate: 0.5,
    confirm_rate: 0.2,
  });
  expect(scoreReadings([row('other', 'handoff')])).toMatchObject({
    intents: { other: { recall: 0, precision: null } },
    false_trigger_rate: null,
  });
});

describe('rows', () => {
  it('of answers are read at a yes/no question that commits to nothing, all others at none', async () => {
    const book = await readBook(path.join(PRODUCT_FOLDER, 'dialogs', 'flows'));
    const seen: Expectation[] = [];
    const nlu: Nlu = {
      understand: async (_text, expectation) => {
        seen.push(expectation);
        return { commands: [{ kind: 'cannot_handle', why: 'not_understood' }], confidence: 1, by: 'rules' };
      },
    };
    const rows = [
      { text: '大丈夫です', intent: 'maybe' },
      { text: '荷物はどこ', intent: 'order-status' },
      { text: '何を知っていますか', intent: 'about-your-data' },
      { text: '塩を買う', intent: 'salt' },
    ];
    const read = await readRows(rows, 'ja', book, nlu);
    expect(seen.map(({ question }) => question && [question.yesNo, question.commits])).toEqual([
      [true, undefined],
      undefined,
      undefined,
      undefined,
    ]);
    expect(seen[0]?.locale).toBe('ja');
    expect(read.map(({ intent, predicted }) => [intent, predicted])).toEqual([
      ['maybe', 'maybe'],
      ['order-status', 'out_of_scope'],
      ['other', 'out_of_scope'],
      ['other', 'out_of_scope'],
    ]);
    expect(unknownIntents(rows, book)).toEqual(['salt']);
  });
});
