import { plainSentences } from '../../../../../dialogs/flow/checks/plain-sentences.ts';

describe('the sentences of a script', () => {
  it('are read where they stand in double quotes', () => {
    expect(
      plainSentences(
        'script: a customer asks\ncustomer: { id: C1 }\nturns:\n  - customer: "where is it?"\n    bot: [x]\n  - { customer: "はい", bot: [y] }\n',
      ),
    ).toEqual(['where is it?', 'はい']);
  });

  it('are read where they stand plain in braces', () => {
    expect(plainSentences('customer: { id: C1, proves: { customer: C-1 } }\n- { customer: yes, bot: [x] }\n')).toEqual([
      'C-1 ',
      'yes',
    ]);
  });

  it('are none in a script without customers', () => {
    expect(plainSentences('turns:\n  - event: { name: due }\n')).toEqual([]);
  });

  it.each([
    ['plain words', 'customer: where is it'],
    ['plain words and marks', '  - customer: yes, please'],
    ['a mark in braces', '- { customer: "yes" it is }'],
    ['single quotes', "customer: 'where is it'"],
    ['a block', 'customer: >-\n  where is it'],
    ['two lines', 'customer: "where\n  is it"'],
    ['an anchor', 'customer: &a "where is it"'],
    ['an alias', 'customer: *a'],
    ['an escape', '"cust\\u006fmer": "where is it"'],
    ['an escape within', 'customer: "where\\tis it"'],
  ])('are left to the parser when one is written with %s', (_, script) => {
    expect(plainSentences(script)).toBeUndefined();
  });

  it('are found under a key in quotes and under an explicit key', () => {
    expect(plainSentences('"customer": "one"\n? customer\n: "two"\n')).toEqual(['one', 'two']);
  });
});
