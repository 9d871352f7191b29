import type { Locale } from '../../../../../dialogs/protocol/locale.ts';
import type { Expectation, FillableSlot } from '../../../../../dialogs/protocol/understanding.ts';
import { createEmbeddedNlu } from '../../../../../integrations/nlu/embedded/index.ts';
import { CONTEXT, EVERYTHING, expecting, question } from '../expectation.ts';
import { EXAMPLES, FLOWS, PRODUCTS } from '../training-examples.ts';

const nlu = createEmbeddedNlu({ examples: EXAMPLES, gazetteers: { product: PRODUCTS } });

const ORDER: FillableSlot = { name: 'order_number', type: 'order_number', filled: false };
const POSTCODE: FillableSlot = { name: 'postcode', type: 'postal_code', filled: false };
const idle = (locale: Locale, parts: Partial<Expectation> = {}) =>
  expecting(locale, { flows: FLOWS, slots: [ORDER, POSTCODE], ...parts });
const read = async (text: string, expectation: Expectation) =>
  (await nlu.understand(text, expectation, CONTEXT)).commands;

const starts = (flow: string) => ({ kind: 'start_flow', flow });
const sets = (slot: string, value: unknown) => ({ kind: 'set_slot', slot, value });
const corrects = (slot: string, value: unknown) => ({ kind: 'correct_slot', slot, value });

describe('requests in words that were never taught', () => {
  const rows: readonly (readonly [Locale, string, string])[] = [
    ['en', 'wheres my parcel', 'order-status'],
    ['en', 'my order still did not come', 'order-status'],
    ['en', 'WHERE IS MY PACKAGE???', 'order-status'],
    ['en', 'I would like to renew the plan', 'renewals'],
    ['en', 'the hoover is broken and will not turn on', 'troubleshooting'],
    ['en', 'how do I clean my vacuum', 'ask-knowledge'],
    ['ja', '荷物がまだ届いていません', 'order-status'],
    ['ja', '注文の荷物はいつ届くの', 'order-status'],
    ['ja', 'プランの更新をしたいです', 'renewals'],
    ['ja', '掃除機の電源が入らないです', 'troubleshooting'],
    ['ja', '返品はどうすればいいですか', 'ask-knowledge'],
  ];
  test.each(rows)('%s: %s → %s', async (locale, text, flow) => {
    expect((await read(text, idle(locale)))[0]).toEqual(starts(flow));
  });
});

test('a wish of a flow starts it with the wish set', async () => {
  expect(await read('please cancel my order', idle('en'))).toEqual([starts('order-status'), sets('wish', 'cancel')]);
  expect(await read('注文をキャンセルしたいです', idle('ja'))).toEqual([
    starts('order-status'),
    sets('wish', 'cancel'),
  ]);
});

test('words that are a value themselves go into their slot', async () => {
  expect(await read('what does express delivery cost', idle('en'))).toEqual([
    starts('ask-knowledge'),
    sets('question', 'what does express delivery cost'),
  ]);
});

test('a value said with the request is taken with it', async () => {
  expect(await read('where is my order AB123456?', idle('en'))).toEqual([
    starts('order-status'),
    sets('order_number', 'AB123456'),
  ]);
  expect(await read('注文番号ＡＢ１２３４５６の荷物はどこですか', idle('ja'))).toEqual([
    starts('order-status'),
    sets('order_number', 'AB123456'),
  ]);
});

test('two requests in one sentence are told in their order, each with its values', async () => {
  expect(await read('where is my order AB123456 and also renew my plan', idle('en'))).toEqual([
    starts('order-status'),
    sets('order_number', 'AB123456'),
    starts('renewals'),
  ]);
  expect(await read('荷物はどこですか。あと、プランを更新したいです', idle('ja'))).toEqual([
    starts('order-status'),
    starts('renewals'),
  ]);
});

test.each([
  ['en', 'I ordered a kettle last week and it still has not arrived, where is my package'],
  ['en', 'hello, where is my order please, thank you'],
  ['ja', '先週ケトルを注文したのですが、まだ荷物が届きません'],
] as const)('one request in many words stays one (%s: %s)', async (locale, text) => {
  const commands = await read(text, idle(locale));
  expect(commands.filter(({ kind }) => kind === 'start_flow')).toEqual([starts('order-status')]);
});

describe('what is not for us is said to be so', () => {
  test.each([
    ['en', "what's the weather like in Osaka"],
    ['en', 'who won the world cup'],
    ['en', 'write me a poem about spring'],
    ['ja', '明日の東京の天気は'],
    ['ja', '面白い映画を教えてください'],
  ] as const)('%s: %s', async (locale, text) => {
    const [command] = await read(text, idle(locale));
    expect(['cannot_handle', 'clarify']).toContain(command?.kind);
  });
  test.each(['asdf', 'qwrtp zxcv', '??', '...', '🤖🤖'])('nonsense: %s', async (text) => {
    expect(await read(text, idle('en'))).toEqual([{ kind: 'cannot_handle', why: 'not_understood' }]);
  });
});

test('flows that may not start are not started', async () => {
  const commands = await read('I want to renew my plan', idle('en', { flows: ['order-status'] }));
  expect(commands).not.toContainEqual(starts('renewals'));
});

test('commands that are not allowed are not given', async () => {
  const allowed = EVERYTHING.filter((kind) => kind !== 'cancel_flow');
  expect(await read('never mind', idle('en', { allowed }))).not.toContainEqual({ kind: 'cancel_flow' });
});

describe('an open question', () => {
  const asksNumber = (locale: Locale, filled = false) =>
    idle(locale, {
      busy: true,
      question: question({ slot: 'order_number', type: 'order_number', skippable: true }),
      slots: [{ ...ORDER, filled }, POSTCODE],
    });

  test.each([
    ['en', 'AB123456', 'AB123456'],
    ['en', "it's a b one two three four five six", 'AB123456'],
    ['en', 'AB1234', 'AB1234'],
    ['ja', 'エービー、いちにさんよんごーろくです', 'AB123456'],
  ] as const)('takes a bare value (%s: %s)', async (locale, text, value) => {
    expect(await read(text, asksNumber(locale))).toEqual([sets('order_number', value)]);
  });

  test('takes its value first and another value besides', async () => {
    expect(await read('AB123456, and my zip is 94107', asksNumber('en'))).toEqual([
      sets('order_number', 'AB123456'),
      sets('postcode', '94107'),
    ]);
  });

  test.each([
    ['en', "I don't have it", 'skip'],
    ['ja', '番号がわかりません', 'skip'],
    ['en', 'never mind', 'cancel_flow'],
    ['ja', 'やっぱりやめます', 'cancel_flow'],
    ['en', 'pardon?', 'repeat'],
    ['ja', 'もう一度お願いします', 'repeat'],
    ['en', 'start over', 'restart'],
    ['ja', '最初からお願いします', 'restart'],
    ['en', 'what can you do?', 'chitchat'],
    ['ja', 'ありがとう', 'chitchat'],
    ['en', 'can I talk to someone', 'handoff'],
    ['ja', '担当者に代わってください', 'handoff'],
    ['en', 'what is the meaning of blorp', 'cannot_handle'],
  ] as const)('gives way to %s: %s → %s', async (locale, text, kind) => {
    expect((await read(text, asksNumber(locale)))[0]?.kind).toBe(kind);
  });

  test('gives way to another request', async () => {
    expect((await read('how much is the renewal of my plan', asksNumber('en')))[0]).toEqual(starts('renewals'));
  });

  test('of yes or no takes yes, no and what is said besides', async () => {
    const asksYes = (locale: Locale) =>
      idle(locale, { busy: true, question: question({ type: 'boolean', yesNo: true }) });
    expect(await read('yes please', asksYes('en'))).toEqual([{ kind: 'affirm' }]);
    expect(await read('no, thanks', asksYes('en'))).toEqual([{ kind: 'deny' }]);
    expect(await read('yes, cancel it', asksYes('en'))).toEqual([{ kind: 'affirm' }]);
    expect(await read('yes, my zip code is 94107', asksYes('en'))).toEqual([
      { kind: 'affirm' },
      sets('postcode', '94107'),
    ]);
    expect(await read('no, I want to renew my plan', asksYes('en'))).toEqual([{ kind: 'deny' }, starts('renewals')]);
    expect(await read('それで結構です', asksYes('ja'))).toEqual([{ kind: 'affirm' }]);
    expect(await read('もう結構です', asksYes('ja'))).toEqual([{ kind: 'deny' }]);
    expect(await read('結構です', asksYes('ja'))).toEqual([{ kind: 'cannot_handle', why: 'not_understood' }]);
    expect(await read('👍', asksYes('ja'))).toEqual([{ kind: 'affirm' }]);
  });

  test('of offered answers takes label, place and likeness, also for yes', async () => {
    const options = [
      { value: true, label: 'Renew', synonyms: ['go ahead with it'] },
      { value: false, label: 'Not now', synonyms: [] },
    ];
    const asksRenewal = idle('en', { question: question({ type: 'boolean', yesNo: true, options }) });
    expect(await read('renew', asksRenewal)).toEqual([{ kind: 'affirm' }]);
    expect(await read('not now', asksRenewal)).toEqual([{ kind: 'deny' }]);
    const orders = [
      { value: 'AB123456', label: 'Electric kettle', synonyms: [] },
      { value: 'CD123456', label: 'Robot vacuum', synonyms: [] },
    ];
    const asksOrder = idle('en', {
      question: question({ slot: 'order_number', type: 'order_number', options: orders }),
    });
    expect(await read('the second one', asksOrder)).toEqual([sets('order_number', 'CD123456')]);
    expect(await read('the hoover', asksOrder)).toEqual([sets('order_number', 'CD123456')]);
    expect(await read('none of these', asksOrder)).toEqual([{ kind: 'deny' }]);
  });

  test('for free text takes any words, but not those that surely ask for something else', async () => {
    const asksText = idle('en', {
      question: question({ flow: 'survey', slot: 'comment', freeText: true, skippable: true }),
    });
    expect(await read('The driver was very friendly!', asksText)).toEqual([
      sets('comment', 'The driver was very friendly!'),
    ]);
    expect(await read("it's 482913", asksText)).toEqual([sets('comment', '482913')]);
    expect(await read('no', asksText)).toEqual([{ kind: 'skip' }]);
    expect((await read('talk to an agent', asksText))[0]?.kind).toBe('handoff');
    expect((await read('where is my order', asksText))[0]).toEqual(starts('order-status'));
    const known = { ...asksText, slots: [{ ...ORDER, filled: true }] };
    expect(await read('sorry, I meant AB123457', known)).toEqual([corrects('order_number', 'AB123457')]);
    expect(await read('the kettle of AB123457 was dented', asksText)).toEqual([
      sets('comment', 'the kettle of AB123457 was dented'),
    ]);
  });
});

describe('corrections', () => {
  const known = (locale: Locale) => idle(locale, { busy: true, slots: [{ ...ORDER, filled: true }, POSTCODE] });

  test.each([
    ['en', 'sorry, I meant AB123457'],
    ['en', "no, it's AB123457"],
    ['en', 'not AB123456 but AB123457'],
    ['en', 'oops, the number should be ab 123457'],
    ['ja', 'AB123456じゃなくてAB123457です'],
    ['ja', '間違えました、AB123457です'],
    ['ja', 'すみません、正しくはAB123457でした'],
  ] as const)('%s: %s', async (locale, text) => {
    expect(await read(text, known(locale))).toEqual([corrects('order_number', 'AB123457')]);
  });

  test('at another question too', async () => {
    const expectation = { ...known('en'), question: question({ slot: 'postcode', type: 'postal_code' }) };
    expect(await read('wait, the order number is AB123457', expectation)).toEqual([
      corrects('order_number', 'AB123457'),
    ]);
    expect(await read("it's 94107", expectation)).toEqual([sets('postcode', '94107')]);
  });
});

describe('rules that must not fail pass everything', () => {
  test('danger', async () => {
    for (const [locale, text] of [
      ['en', 'the kettle started smoking'],
      ['ja', 'ケトルから煙が出ています'],
    ] as const) {
      expect(await read(text, idle(locale))).toEqual([{ kind: 'handoff', reason: 'safety' }]);
    }
  });

  test('a person, with the number that was said', async () => {
    expect(await read('I need to talk to a human about order AB123456', idle('en'))).toEqual([
      sets('order_number', 'AB123456'),
      { kind: 'handoff', reason: 'asked' },
    ]);
  });

  test('another language, with what was said besides', async () => {
    expect(await read('日本語で', idle('en'))).toEqual([sets('locale', 'ja')]);
    expect(await read('English please', idle('ja'))).toEqual([sets('locale', 'en')]);
    expect(await read('in English please, where is my order', idle('ja'))).toEqual([
      sets('locale', 'en'),
      starts('order-status'),
    ]);
  });

  test('words of another language than the conversation are read and told', async () => {
    const understanding = await nlu.understand('荷物はどこですか', idle('en'), CONTEXT);
    expect(understanding).toMatchObject({ commands: [starts('order-status')], otherLocale: 'ja' });
  });
});

describe('hostile input', () => {
  const inputs: readonly string[] = [
    '',
    ' ',
    '\n\n',
    '\u0000\u0001',
    '🙂',
    '🙂'.repeat(3000),
    'a'.repeat(10_000),
    'where is my order '.repeat(600),
    '荷物はどこ'.repeat(2000),
    'A1'.repeat(5000),
    '1'.repeat(10_000),
    '１'.repeat(10_000),
    'no '.repeat(4000),
    'はい'.repeat(5000),
    "I don't ".repeat(1500),
    '((((((((((',
    '\\',
    '[AB123456](order_number)',
    '{slots.x}',
    "'; DROP TABLE orders; --",
    '<script>alert(1)</script>',
    '$' + '{7*7}',
    '../../etc/passwd',
    'Z̷̛a̶l̵g̶o̷ ̴t̸e̴x̸t̷'.repeat(50),
    '\ud800',
    'abc\udc00def',
    '﷽'.repeat(500),
    '\u202eAB123456',
    '👨‍👩‍👧‍👦'.repeat(400),
    'ＡＢ'.repeat(3000),
    '-'.repeat(10_000),
    'one two three '.repeat(700),
    'いちにさん'.repeat(2000),
    '@'.repeat(10_000),
    'a@'.repeat(5000),
    '2026-'.repeat(2000),
    '来週の'.repeat(3000),
    'not '.repeat(2500),
    'can someone '.repeat(800),
    'talk to '.repeat(1200),
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    '٣٤٥٦',
    'Ⅳ',
    '①②③',
    'İıſ',
  ];
  const slots: readonly FillableSlot[] = [
    'order_number',
    'contract_number',
    'email',
    'postal_code',
    'phone_number',
    'date',
    'datetime',
    'money',
    'integer',
    'number',
    'product',
    'person_name',
  ].map((type) => ({ name: type, type, filled: false }));

  test('never throws and always says something', async () => {
    for (const text of inputs) {
      for (const locale of ['en', 'ja'] as const) {
        for (const asked of [
          undefined,
          ...slots.filter((_, index) => index % 3 === 0),
          { name: 'agreed', type: 'boolean', filled: false },
        ]) {
          const open = asked && question({ slot: asked.name, type: asked.type, yesNo: asked.type === 'boolean' });
          const commands = await read(text, idle(locale, { slots, ...(open ? { question: open } : {}) }));
          expect(commands.length).toBeGreaterThan(0);
        }
      }
    }
  }, 120_000);

  test('ten thousand characters cost no more than a thousand times one sentence', async () => {
    const cost = async (text: string, times: number): Promise<number> => {
      await read(text, idle('en', { slots }));
      const begun = process.cpuUsage();
      for (let n = 0; n < times; n += 1) await read(text, idle('en', { slots }));
      return process.cpuUsage(begun).user / times;
    };
    const sentence = await cost('where is the parcel I ordered last week', 50);
    for (const text of inputs.filter(({ length }) => length >= 4000)) {
      expect({ text: text.slice(0, 12), bounded: (await cost(text, 2)) / Math.max(sentence, 1) < 1000 }).toEqual({
        text: text.slice(0, 12),
        bounded: true,
      });
    }
  });
});

test('the same examples and words always give the same commands', async () => {
  const again = createEmbeddedNlu({ examples: EXAMPLES, gazetteers: { product: PRODUCTS } });
  for (const text of ['where is my stuff', 'プランのこと', 'my order has a problem', 'kettle']) {
    const expectation = idle(/[a-z]/.test(text) ? 'en' : 'ja');
    expect(await again.understand(text, expectation, CONTEXT)).toEqual(
      await nlu.understand(text, expectation, CONTEXT),
    );
  }
});

test('without any examples rules still work and nothing throws', async () => {
  const bare = createEmbeddedNlu({ examples: { en: {}, ja: {} } });
  expect((await bare.understand('where is my order', idle('en'), CONTEXT)).commands[0]?.kind).toBe('cannot_handle');
  expect((await bare.understand('agent', idle('en'), CONTEXT)).commands).toEqual([
    { kind: 'handoff', reason: 'asked' },
  ]);
});
