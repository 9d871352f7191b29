import type { Planted } from './cases-of-structure.ts';
import { HELLO, parcel, words } from './kit.ts';

const hello = (steps: string, head = '') => ({ ...HELLO, ...parcel(steps, head) });
const order = 'slots:\n  order: { type: record, from: action }\n';
const shared = { 'slots.yaml': 'order_number: { type: order_number }\n' };

const act = (fields: string, head = order) => ({
  ...shared,
  ...hello(
    `  - if: has(slots.order_number)\n    action: look_up\n${fields}  - if: has(slots.order)\n    say: hello\n`,
    head,
  ),
});
const given = '    with: { order_number: slots.order_number }\n    into: order\n';
const owned = (before: string, on = '') => ({
  ...shared,
  ...hello(
    `${before}  - if: has(slots.order_number)\n    action: look_up_owned\n    with: { order_number: slots.order_number }\n    into: order\n${on}  - if: has(slots.order)\n    say: hello\n`,
    order,
  ),
});
const offer = 'slots:\n  offer: { type: record, from: action }\n  go_on: { type: boolean }\n';
const sells = (steps: string) => ({
  ...words('  hello: Hello.\n  ask_go_on: Shall I?\n', '  hello: こんにちは。\n  ask_go_on: よろしいですか。\n'),
  ...parcel(`  - action: prepare\n    into: offer\n${steps}`, offer),
});
const yes = '  - collect: go_on\n    force_ask: true\n    next: [{ if: slots.go_on, then: do_it }, { else: END }]\n';
const notHere = '  - if: channel.purchase == "confirm_elsewhere"\n    end: success\n';

export const ACTION_CASES: readonly Planted[] = [
  { code: 'unknown-action', fault: hello('  - action: look_upp\n'), near: hello('  - action: count\n') },
  { code: 'action-input', fault: act('    with: { number: slots.order_number }\n    into: order\n'), near: act(given) },
  {
    code: 'outcome-unknown',
    fault: act(`${given}    on: { not_fond: END }\n`),
    near: act(`${given}    on: { not_found: END }\n`),
  },
  { code: 'outcome-unhandled', fault: act(given), near: act(`${given}    on: { not_found: END }\n`) },
  {
    code: 'identity-too-low',
    fault: owned(''),
    near: owned(
      "  - if: has(slots.order_number)\n    action: prove\n    with: { order_number: slots.order_number }\n    on: { no_match: END }\n  - if: '!has(identity.proves.order)'\n    end: failed\n",
    ),
  },
  {
    code: 'write-unconfirmed',
    fault: sells('  - id: do_it\n    action: cancel_it\n    with: { offer_id: slots.offer.id }\n'),
    near: sells(`${yes}  - id: do_it\n    action: cancel_it\n    with: { offer_id: slots.offer.id }\n`),
  },
  {
    code: 'purchase-elsewhere',
    fault: sells(`${yes}  - id: do_it\n    action: buy\n    with: { offer_id: slots.offer.id }\n`),
    near: sells(`${notHere}${yes}  - id: do_it\n    action: buy\n    with: { offer_id: slots.offer.id }\n`),
  },
];
