import type { DialogsToCheck } from '../../../../dialogs/flow/check-dialogs.ts';
import type { CheckCode } from '../../../../dialogs/flow/checks/check-codes.ts';
import { asFiles, type Files, HELLO, parcel, words } from './kit.ts';

/** A fault that a code has to find, and something very like it that is right. */
export interface Planted {
  readonly code: CheckCode;
  readonly fault: Files;
  readonly near: Files;
  /** Besides the files. */
  readonly faultWith?: Partial<DialogsToCheck>;
  readonly nearWith?: Partial<DialogsToCheck>;
}

const hello = (steps: string, head = '') => ({ ...HELLO, ...parcel(steps, head) });
const order = 'slots:\n  order: { type: record, from: action }\n';
const shared = { 'slots.yaml': 'order_number: { type: order_number }\n' };
const asks = (more = '') =>
  words(
    `  hello: Hello.\n  ask_wish: What would you like?\n  again: Which one?\n  brief: Well?\n  option_track: Track it\n  option_stop: Stop it\n${more}`,
    `  hello: こんにちは。\n  ask_wish: ご用件は何でしょうか。\n  again: どちらでしょうか。\n  brief: いかがでしょうか。\n  option_track: 追跡\n  option_stop: 中止\n${more}`,
  );
const wish = 'slots:\n  wish: { type: choice, values: [track, stop] }\n';
const ask = (fields = '', head = wish, more = '') => ({
  ...asks(more),
  ...parcel(
    `  - id: ask\n    collect: wish\n${fields}  - if: has(slots.wish) && slots.wish == "track"\n    say: hello\n`,
    head,
  ),
});

export const FILE_CASES: readonly Planted[] = [
  {
    code: 'yaml-syntax',
    fault: { ...HELLO, 'parcel/flow.yaml': 'flow: parcel\nsteps: [ {say: hello}\n' },
    near: hello('  - { say: hello }\n'),
  },
  {
    code: 'yaml-unsafe',
    fault: hello('  - say: !!str hello\n'),
    near: hello('  - say: "hello"   # !!str is only a remark here\n'),
  },
  {
    code: 'duplicate-key',
    fault: hello('  - say: hello\n    next: END\n    next: END\n'),
    near: hello('  - say: hello\n    next: END\n  - say: hello\n    next: END\n'),
  },
  {
    code: 'unknown-field',
    fault: hello('  - say: hello\n    nxt: END\n'),
    near: hello('  - say: hello\n    next: END\n'),
  },
  {
    code: 'field-missing',
    fault: hello('  - say: hello\n', 'slots: { wish: { from: set } }\n'),
    near: hello('  - say: hello\n', 'slots: { wish: { type: text, from: set } }\n'),
  },
  {
    code: 'wrong-value',
    fault: hello('  - say: hello\n', 'version: "7"\n'),
    near: hello('  - say: hello\n', 'version: 7\n'),
  },
  { code: 'unknown-step-kind', fault: hello('  - sai: hello\n'), near: hello('  - say: hello\n') },
  {
    code: 'two-verbs',
    fault: hello('  - say: hello\n    end: success\n'),
    near: hello('  - say: hello\n  - end: success\n'),
  },
  {
    code: 'name-shape',
    fault: hello('  - id: sayHello\n    say: hello\n'),
    near: hello('  - id: say_hello_2\n    say: hello\n'),
  },
  {
    code: 'flow-id-not-folder',
    fault: { ...HELLO, 'parcel/flow.yaml': 'flow: parcels\ndescription: A.\nsteps: [{ say: hello }]\n' },
    near: { ...HELLO, 'parcel/flow.yaml': 'flow: parcel\ndescription: A.\nsteps: [{ say: hello }]\n' },
  },
  {
    code: 'schema-version',
    fault: { ...HELLO, 'parcel/flow.yaml': 'schema: 2\nflow: parcel\ndescription: A.\nsteps: [{ say: hello }]\n' },
    near: { ...HELLO, 'parcel/flow.yaml': 'flow: parcel\ndescription: A.\nsteps: [{ say: hello }]\n' },
  },
];

const other = (steps: string) => ({ 'other/flow.yaml': `flow: other\ndescription: Another.\nsteps:\n${steps}` });

export const TARGET_CASES: readonly Planted[] = [
  {
    code: 'unknown-target',
    fault: hello('  - say: hello\n    next: greet\n'),
    near: hello('  - say: hello\n    next: greet\n  - id: greet\n    say: hello\n'),
  },
  {
    code: 'unknown-flow',
    fault: hello('  - call: othr\n'),
    near: { ...hello('  - call: other\n'), ...other('  - say: parcel.hello\n') },
  },
  {
    code: 'duplicate-id',
    fault: hello('  - id: a\n    say: hello\n  - id: a\n    say: hello\n'),
    near: hello('  - id: a\n    say: hello\n  - id: b\n    say: hello\n'),
  },
  {
    code: 'id-reused',
    fault: hello('  - id: a\n    say: hello\n'),
    near: hello('  - id: b\n    say: hello\n'),
    faultWith: { against: asFiles(hello('  - id: a\n    set: {}\n')) },
    nearWith: { against: asFiles(hello('  - id: a\n    set: {}\n')) },
  },
  {
    code: 'unreachable-step',
    fault: hello('  - say: hello\n    next: END\n  - id: lost\n    say: hello\n'),
    near: hello('  - if: channel.screen\n    say: hello\n    next: END\n  - id: lost\n    say: hello\n'),
  },
  {
    code: 'unreachable-flow',
    fault: { ...hello('  - say: hello\n'), ...other('  - say: parcel.hello\n') },
    near: { ...hello('  - link: other\n'), ...other('  - say: parcel.hello\n') },
  },
  {
    code: 'no-way-out',
    fault: ask('    next: ask\n'),
    near: ask('    next: [{ if: has(slots.wish), then: END }, { else: ask }]\n'),
  },
  {
    code: 'loop-without-collect',
    fault: hello('  - id: a\n    say: hello\n    next: [{ if: channel.screen, then: a }, { else: END }]\n'),
    near: ask('    force_ask: true\n    next: [{ if: slots.wish == "stop", then: ask }, { else: END }]\n'),
  },
  {
    code: 'call-cycle',
    fault: { ...hello('  - call: other\n'), ...other('  - call: parcel\n') },
    near: { ...hello('  - call: other\n'), ...other('  - link: parcel\n') },
  },
  {
    code: 'fallen-into',
    fault: hello(
      '  - say: hello\n    next: [{ if: channel.screen, then: b }]\n  - id: a\n    say: hello\n  - id: b\n    say: hello\n',
    ),
    near: hello(
      '  - say: hello\n    next: [{ if: channel.screen, then: b }]\n  - id: a\n    say: hello\n    next: b\n  - id: b\n    say: hello\n',
    ),
  },
  {
    code: 'deep-nesting',
    fault: hello(
      '  - set: {}\n    next:\n      - else:\n          - set: {}\n            next:\n              - else:\n                  - set: {}\n                    next:\n                      - else: [{ say: hello }]\n',
    ),
    near: hello(
      '  - set: {}\n    next:\n      - else:\n          - set: {}\n            next:\n              - else: [{ say: hello }]\n',
    ),
  },
];

export const SLOT_CASES: readonly Planted[] = [
  {
    code: 'unknown-slot',
    fault: hello('  - if: has(slots.wihs)\n    say: hello\n', wish),
    near: hello('  - if: has(slots.wish)\n    say: hello\n', wish),
  },
  {
    code: 'slot-shadowed',
    fault: { ...shared, ...hello('  - say: hello\n', 'slots: { order_number: { type: text } }\n') },
    near: { ...shared, ...hello('  - say: hello\n', 'slots: { number: { type: text } }\n') },
  },
  {
    code: 'slot-before-set',
    fault: {
      ...shared,
      ...hello(
        '  - if: slots.order.days_late > 3\n    say: hello\n  - action: look_up\n    with: { order_number: \'"AB123456"\' }\n    into: order\n',
        order,
      ),
    },
    near: {
      ...shared,
      ...hello(
        '  - action: look_up\n    with: { order_number: \'"AB123456"\' }\n    into: order\n  - if: slots.order.days_late > 3\n    say: hello\n',
        order,
      ),
    },
  },
  {
    code: 'slot-type-clash',
    fault: hello('  - set: { wish: \'"trakc"\' }\n  - if: slots.wish == "track"\n    say: hello\n', wish),
    near: hello('  - set: { wish: \'"track"\' }\n  - if: slots.wish == "track"\n    say: hello\n', wish),
  },
  {
    code: 'slot-may-be-empty',
    fault: hello('  - if: slots.wish == "track"\n    say: hello\n', wish),
    near: hello('  - if: has(slots.wish) && slots.wish == "track"\n    say: hello\n', wish),
  },
  {
    code: 'slot-never-read',
    fault: hello('  - say: hello\n', wish),
    near: hello('  - if: has(slots.wish)\n    say: hello\n', wish),
  },
  {
    code: 'retries-without-exit',
    fault: { ...ask(), 'patterns/cannot-handle/flow.yaml': '', 'patterns/cannot-handle/en.yaml': '' },
    near: { ...ask('    on_exhausted: END\n'), 'patterns/cannot-handle/flow.yaml': '' },
  },
  {
    code: 'attempts-repeat',
    fault: ask('    attempts: [again, again]\n'),
    near: ask('    attempts: [again, brief]\n'),
  },
  { code: 'options-clash', fault: ask('    options: [track, track]\n'), near: ask('    options: [track, stop]\n') },
  {
    code: 'skippable-without-default',
    fault: {
      ...asks(),
      ...parcel(
        '  - collect: wish\n    skippable: true\n    next: [{ if: slots.wish == "track", then: greet }, { else: END }]\n  - id: greet\n    say: hello\n',
        wish,
      ),
    },
    near: {
      ...asks(),
      ...parcel(
        '  - collect: wish\n    skippable: true\n    next: [{ if: has(slots.wish) && slots.wish == "track", then: greet }, { else: END }]\n  - id: greet\n    say: hello\n',
        wish,
      ),
    },
  },
];

const guard = (condition: string, head = wish) => hello(`  - if: ${condition}\n    say: hello\n`, head);
const long = Array.from({ length: 40 }, () => 'channel.screen').join(' && ');

export const EXPRESSION_CASES: readonly Planted[] = [
  {
    code: 'expression-syntax',
    fault: guard('has(slots.wish) and channel.screen'),
    near: guard('has(slots.wish) && channel.screen'),
  },
  {
    code: 'expression-type',
    fault: guard('has(slots.wish) && slots.wish > 3'),
    near: guard('has(slots.wish) && size(slots.wish) > 3'),
  },
  { code: 'expression-too-large', fault: guard(long), near: guard(long.slice(0, 400).replace(/ && [^&]*$/, '')) },
  {
    code: 'function-forbidden',
    fault: guard('has(slots.wish) && slots.wish.matches("t.*")'),
    near: guard('has(slots.wish) && fits(slots.wish, "t.*")'),
  },
  {
    code: 'guard-never-true',
    fault: guard('has(slots.wish) && slots.wish == "trakc"'),
    near: guard('has(slots.wish) && slots.wish == "track"'),
  },
  {
    code: 'branch-never-taken',
    fault: hello(
      '  - set: {}\n    next: [{ if: channel.screen, then: a }, { if: channel.screen, then: END }, { else: a }]\n  - id: a\n    say: hello\n',
    ),
    near: hello(
      '  - set: {}\n    next: [{ if: channel.screen, then: a }, { if: channel.speech, then: END }, { else: a }]\n  - id: a\n    say: hello\n',
    ),
  },
  {
    code: 'branch-without-else',
    fault: hello('  - set: {}\n    next: [{ if: channel.screen, then: END }]\n  - say: hello\n'),
    near: hello('  - set: {}\n    next: [{ if: channel.screen, then: END }, { else: a }]\n  - id: a\n    say: hello\n'),
  },
];
