import type { Planted } from './cases-of-structure.ts';
import { ALL_PATTERN_FILES, asFiles, type Files, HELLO, parcel, words } from './kit.ts';

const hello = (steps: string, head = '') => ({ ...HELLO, ...parcel(steps, head) });
const says = (en: string, ja = '  line: はい。\n', step = '  - say: line\n', head = '') => ({
  ...words(en, ja),
  ...parcel(step, head),
});
const line = (en: string) => says(`  line: ${en}\n`);
const personal =
  'slots:\n  email: { type: email, sensitivity: personal }\n  pin: { type: text, sensitivity: secret }\n';
const known = '  - if: has(slots.email) && has(slots.pin)\n';
const mail = (guard: string, en = '{email}', ja = '{email}') =>
  says(`  line: "${en}"\n`, `  line: "${ja}"\n`, `  - if: ${guard}\n    say: line\n`, personal);

export const TEXT_CASES: readonly Planted[] = [
  { code: 'text-missing', fault: hello('  - say: helo\n'), near: hello('  - say: hello\n') },
  { code: 'text-syntax', fault: line('"Hello {name"'), near: line("\"Hello '{'name'}'\"") },
  {
    code: 'text-value-missing',
    fault: line('"Hello {name}"'),
    near: says('  line: "Hello {name}"\n', '  line: "{name}様"\n', '  - say: line\n    with: { name: \'"Mika"\' }\n'),
  },
  { code: 'tag-unknown', fault: line('"<loud>Hello</loud>"'), near: line('"<strong>Hello</strong>"') },
  {
    code: 'variant-without-default',
    fault: says('  line: { text: Hi, channel: sms }\n'),
    near: says('  line: [{ text: Hi, channel: sms }, { text: Hello }]\n'),
  },
  {
    code: 'text-unused',
    fault: says('  line: Hi.\n  spare: Spare.\n', '  line: はい。\n  spare: 予備。\n'),
    near: says('  line: Hi.\n'),
  },
  { code: 'text-too-long', fault: line('word '.repeat(60)), near: line('word '.repeat(40)) },
  {
    code: 'label-too-long',
    fault: says(
      '  ask_wish: Which?\n  option_a: This is a label that is far too long for any button\n',
      '  ask_wish: どちら?\n  option_a: はい\n',
      '  - collect: wish\n    options: [a]\n',
      'slots: { wish: { type: choice, values: [a] } }\n',
    ),
    near: says(
      '  ask_wish: Which?\n  option_a: Short label\n',
      '  ask_wish: どちら?\n  option_a: はい\n',
      '  - collect: wish\n    options: [a]\n',
      'slots: { wish: { type: choice, values: [a] } }\n',
    ),
  },
  {
    code: 'secret-in-text',
    fault: says('  line: "{pin}"\n', '  line: "{pin}"\n', `${known}    say: line\n`, personal),
    near: says('  line: "ok"\n', undefined, `${known}    say: line\n`, personal),
  },
  {
    code: 'personal-spoken',
    fault: mail('has(slots.email) && channel.audience == "private"'),
    near: says(
      '  line: { text: "{email}", speech: Your address. }\n',
      '  line: { text: "{email}", speech: ご住所。 }\n',
      '  - if: has(slots.email) && channel.audience == "private"\n    say: line\n',
      personal,
    ),
  },
  {
    code: 'shared-place',
    fault: mail('has(slots.email)'),
    near: mail('has(slots.email) && channel.audience == "private"'),
  },
];

const plural = (en: string) =>
  says(`  line: "${en}"\n`, '  line: "{n, plural, other {#日}}"\n', '  - say: line\n    with: { n: 3 }\n');
const withExamples = (en: number, ja: number): Files => {
  const list = (count: number) =>
    Array.from({ length: count }, (_, i) => `  - ${String.fromCharCode(97 + i)} parcel phrase\n`).join('');
  const block = (count: number) => (count > 0 ? `examples:\n${list(count)}` : '');
  return {
    ...parcel('  - say: hello\n'),
    'parcel/en.yaml': `texts: { hello: Hi }\n${block(en)}`,
    'parcel/ja.yaml': `texts: { hello: はい }\n${block(ja)}`,
  };
};

export const LOCALE_CASES: readonly Planted[] = [
  { code: 'locale-missing', fault: says('  line: Hi.\n  more: More.\n'), near: says('  line: Hi.\n') },
  {
    code: 'locale-values-differ',
    fault: says('  line: "{n}"\n', '  line: はい\n', '  - say: line\n    with: { n: 3 }\n'),
    near: says('  line: "{n}"\n', '  line: "{n, number}"\n', '  - say: line\n    with: { n: 3 }\n'),
  },
  {
    code: 'plural-form-missing',
    fault: plural('{n, plural, other {# days}}'),
    near: plural('{n, plural, one {# day} other {# days}}'),
  },
  { code: 'examples-missing', fault: withExamples(10, 0), near: withExamples(10, 10) },
  { code: 'examples-thin', fault: withExamples(4, 10), near: withExamples(10, 10) },
];

export const SPOKEN_CASES: readonly Planted[] = [
  {
    code: 'spoken-url',
    fault: line('Look at www.example.com'),
    near: says('  line: { text: Look at www.example.com, speech: I can send you the address. }\n'),
  },
  { code: 'spoken-emoji', fault: line('All done 🎉'), near: line('All done ©') },
  { code: 'spoken-click', fault: line('Click here.'), near: line("I don't see any orders.") },
  { code: 'spoken-long-list', fault: line('Red, green, blue, or yellow?'), near: line('Red, green, or blue?') },
  {
    code: 'spoken-bare-digits',
    fault: line('Your code is 123456.'),
    near: line('"Your code is <digits>123456</digits>."'),
  },
  { code: 'spoken-markup', fault: line('It is **very** late.'), near: line('It is 2 * 3.') },
  {
    code: 'speech-too-long',
    fault: says(`  line: { text: Short, speech: ${'spoken words '.repeat(20)} }\n`),
    near: says(`  line: { text: Short, speech: ${'spoken words '.repeat(8)} }\n`),
  },
  {
    code: 'reprompt-missing',
    fault: {
      ...says(
        '  ask_wish: Which?\n',
        '  ask_wish: どちら?\n',
        '  - collect: wish\n    on_no_input: []\n',
        'slots: { wish: { type: text } }\n',
      ),
      'patterns/no-input/flow.yaml': 'flow: patterns/no-input\ndescription: A.\nsteps: [{ end: success }]\n',
    },
    near: says(
      '  ask_wish: Which?\n',
      '  ask_wish: どちら?\n',
      '  - collect: wish\n',
      'slots: { wish: { type: text } }\n',
    ),
  },
  {
    code: 'ssml-not-valid',
    fault: line('\'Wait <break time="1s"/> a bit\''),
    near: line('"Wait <pause>300ms</pause> a bit"'),
  },
];

const order = 'slots:\n  order: { type: record, from: action }\n';
const slow = (more: string) =>
  says(
    '  hello: Hi.\n  wait: Looking…\n',
    '  hello: はい。\n  wait: お調べします。\n',
    `  - action: slow\n    into: order\n${more}  - if: has(slots.order)\n    say: hello\n`,
    order,
  );
const quick = (ms: number) => slow(`    timeout_ms: ${ms}\n`);

export const DEADLINE_CASES: readonly Planted[] = [
  { code: 'deadline-exceeded', fault: slow(''), near: slow('    while_waiting: wait\n') },
  { code: 'waiting-line-missing', fault: quick(2400), near: quick(1200) },
];

const hand = (fields: string, head = '') =>
  says('  note_late: It is late.\n', '  note_late: 遅れています。\n', `  - handoff: policy\n${fields}`, head);
const secrets = 'slots:\n  pin: { type: text, sensitivity: secret }\n  wish: { type: text }\n';
const many = (count: number) =>
  `slots:\n${Array.from({ length: count }, (_, i) => `  fact_${String.fromCharCode(97 + i)}: { type: text }\n`).join('')}`;
const include = (count: number) =>
  `    include: [${Array.from({ length: count }, (_, i) => `fact_${String.fromCharCode(97 + i)}`).join(', ')}]\n`;

export const HANDOFF_CASES: readonly Planted[] = [
  {
    code: 'handoff-without-exit',
    fault: { ...hand(''), 'patterns/agent-unavailable/flow.yaml': '' },
    near: { ...hand('    on: { failed: END }\n'), 'patterns/agent-unavailable/flow.yaml': '' },
  },
  {
    code: 'secret-in-packet',
    fault: hand('    include: [pin]\n', secrets),
    near: hand('    include: [wish]\n', secrets),
  },
  { code: 'packet-over-budget', fault: hand(include(13), many(13)), near: hand(include(12), many(13)) },
  { code: 'handoff-note-missing', fault: hand(''), near: hand('    note: note_late\n') },
];

const second = (phrases: readonly string[], set = ''): Files => ({
  'other/flow.yaml':
    'flow: other\ndescription: Another.\nslots: { wish: { type: choice, values: [track, stop] }, kind_of: { type: choice, values: [track], from: set } }\nsteps: [{ set: { kind_of: "\'track\'" } }, { say: parcel.hello, if: has(slots.wish) && has(slots.kind_of) }]\n',
  'other/en.yaml': `examples:\n${phrases.map((phrase) => `  - ${phrase}\n`).join('')}${set}`,
  'other/ja.yaml': 'examples: [別の件]\n',
});
const first: Files = {
  ...parcel('  - say: hello\n'),
  'parcel/en.yaml': 'texts: { hello: Hi }\nexamples: [where is my big parcel now please, hello there]\n',
  'parcel/ja.yaml': 'texts: { hello: はい }\nexamples: [荷物の件]\n',
};
const script = (customer: string, understanding: 'real' | 'given') => ({
  scripts: [
    { path: 'test/a.yaml', text: `script: a\nunderstanding: ${understanding}\nturns:\n  - customer: ${customer}\n` },
  ],
});

export const FLOW_SET_CASES: readonly Planted[] = [
  {
    code: 'trigger-overlap',
    fault: { ...first, ...second(['where is my big parcel now please thanks']) },
    near: { ...first, ...second(['where is my invoice']) },
  },
  {
    code: 'example-duplicate',
    fault: { ...first, ...second(['Hello, there!']) },
    near: { ...first, ...second(['hello here']) },
  },
  {
    code: 'example-slot-unknown',
    fault: { ...first, ...second(['"[stop](wihs) it"']) },
    near: { ...first, ...second(['"[stop](wish) it"'], '  - { set: { wish: track }, phrases: [follow it] }\n') },
  },
  {
    code: 'example-slot-unknown',
    fault: { ...first, ...second(['halt it'], '  - { set: { kind_of: track }, phrases: [follow it] }\n') },
    near: { ...first, ...second(['halt it'], '  - { set: { wish: track }, phrases: [follow it] }\n') },
  },
  {
    code: 'script-is-example',
    fault: first,
    near: first,
    faultWith: script('Hello there.', 'real'),
    nearWith: script('hello there', 'given'),
  },
  {
    code: 'pattern-missing',
    fault: { ...ALL_PATTERN_FILES, ...hello('  - say: hello\n'), 'patterns/repeat/flow.yaml': '' },
    near: { ...ALL_PATTERN_FILES, ...hello('  - say: hello\n') },
  },
  {
    code: 'pattern-recursion',
    fault: {
      ...hello('  - say: hello\n'),
      'patterns/cannot-handle/flow.yaml':
        'flow: patterns/cannot-handle\ndescription: A.\nslots: { rescue: { type: boolean } }\nsteps: [{ collect: rescue, ask: words }]\n',
    },
    near: {
      ...hello('  - say: hello\n'),
      'patterns/cannot-handle/flow.yaml':
        'flow: patterns/cannot-handle\ndescription: A.\nslots: { rescue: { type: boolean } }\nsteps: [{ collect: rescue, ask: words, on_exhausted: END }]\n',
    },
  },
];

const asks = (id: string, slot: string, head: string) =>
  says(`  ask_${slot}: Which?\n`, `  ask_${slot}: どちら?\n`, `  - id: ${id}\n    collect: ${slot}\n`, head);
const before = { against: asFiles(asks('ask_id', 'wish', 'version: 1\nslots: { wish: { type: text } }\n')) };

export const MIGRATION_CASES: readonly Planted[] = [
  {
    code: 'migrate-incomplete',
    fault: asks('ask', 'wish', 'version: 2\nslots: { wish: { type: text } }\n'),
    near: asks(
      'ask',
      'wish',
      'version: 2\nslots: { wish: { type: text } }\nmigrate: [{ from: 1, steps: { ask_id: ask } }]\n',
    ),
    faultWith: before,
    nearWith: before,
  },
  {
    code: 'migrate-unknown',
    fault: asks(
      'ask',
      'wish',
      'version: 2\nslots: { wish: { type: text } }\nmigrate: [{ from: 1, steps: { ask_id: aks } }]\n',
    ),
    near: asks(
      'ask',
      'wish',
      'version: 2\nslots: { wish: { type: text } }\nmigrate: [{ from: 1, steps: { ask_id: ask } }]\n',
    ),
    faultWith: before,
    nearWith: before,
  },
];
