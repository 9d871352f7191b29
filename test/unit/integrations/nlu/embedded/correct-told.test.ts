import type { OpenQuestion, ToldSlot } from '../../../../../dialogs/protocol/understanding.ts';
import { correctTold } from '../../../../../integrations/nlu/embedded/correct-told.ts';
import { expecting, question } from '../expectation.ts';

const option = (value: string, label: string) => ({ value, label, synonyms: [] });
const plan: ToldSlot = {
  slot: 'option_id',
  type: 'text',
  options: [option('one', 'Care, 1 year'), option('two', 'Care, 2 years'), option('plus', 'Care Plus, 2 years')],
  chosen: 'one',
  freeText: false,
};
const address: ToldSlot = { slot: 'new_address', type: 'text', options: [], freeText: true };
const readBack: Partial<OpenQuestion> = { yesNo: true, type: 'boolean', slot: 'agreed', options: [] };

const answer = (text: string, tells: readonly ToldSlot[], asksOther = false) =>
  correctTold(
    text,
    expecting(/[ぁ-ん]/.test(text) ? 'ja' : 'en', { question: question({ ...readBack, tells }) }),
    () => [],
    () => asksOther,
  );

describe('an answer that puts right what is read out', () => {
  it('takes another option by what tells it from the one read out, and keeps the rest of it', () => {
    for (const words of ['for two years', 'no, two years', 'yes, but make it the 2-year plan'])
      expect(answer(words, [plan])).toEqual([{ kind: 'correct_slot', slot: 'option_id', value: 'two' }]);
  });

  it('takes nothing that names the option read out, or asks about another', () => {
    for (const words of ['yes, one year', 'how much is it for two years?', 'no', 'yes'])
      expect(answer(words, [plan])).toBeUndefined();
  });

  it('takes the other one of two', () => {
    const two: ToldSlot = { ...plan, slot: 'plan_id', options: [option('one', 'Care'), option('two', 'Refill')] };
    for (const words of [
      'no, the other one',
      'the other plan please',
      'いえ、もう一つのほうで',
      '別のプランでお願いします',
    ])
      expect(answer(words, [plan, two])).toEqual([{ kind: 'correct_slot', slot: 'plan_id', value: 'two' }]);
    expect(answer('no, the other one', [plan])).toBeUndefined();
  });

  it('takes the words after a denial as the new text', () => {
    const value = '14 Elm Street, Springfield';
    expect(answer(`no wait, ${value}`, [address])).toEqual([{ kind: 'correct_slot', slot: 'new_address', value }]);
    expect(answer('いえ、墨田区押上1-1-2です', [address])).toEqual([
      { kind: 'correct_slot', slot: 'new_address', value: '墨田区押上1-1-2' },
    ]);
  });

  it('leaves what only denies to the question', () => {
    for (const words of ["no, I'd rather leave it", "no, that's wrong", 'no thanks', 'いえ、やめておきます', 'いいえ'])
      expect(answer(words, [address])).toBeUndefined();
  });

  it('leaves another wish to those who serve it', () => {
    expect(answer('no, tell me about my 2 orders', [address], true)).toBeUndefined();
  });
});
