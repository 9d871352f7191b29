import { z } from 'zod';
import type { ActionCatalogue, ActionDescriptor } from '../../dialogs/flow/action-catalogue.ts';
import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import { loadFlowBook } from '../../dialogs/flow/load-flow-book.ts';
import { readFlows } from './read-flows.ts';

const action = (wanted: Partial<ActionDescriptor> & Pick<ActionDescriptor, 'name'>): ActionDescriptor => ({
  description: 'An action of the tests.',
  input: z.object({}),
  outcomes: [],
  access: 'read',
  commits: false,
  purchase: false,
  timeoutMs: 1000,
  ...wanted,
});

const order = z.object({ state: z.string(), eta: z.iso.date(), days_late: z.int() });
const offer = z.object({ id: z.string(), price: z.number() });

const ACTIONS: ActionCatalogue = Object.fromEntries(
  [
    action({
      name: 'get_order',
      input: z.object({ order_number: z.string() }),
      output: order,
      outcomes: ['not_found', 'not_proved'],
    }),
    action({
      name: 'list_orders',
      output: z.array(z.object({ value: z.string(), label: z.string() })),
      outcomes: ['none'],
    }),
    action({
      name: 'prove_order',
      input: z.object({ order_number: z.string(), code: z.string() }),
      outcomes: ['no_match'],
      grants: 'recognised',
    }),
    action({ name: 'prepare_offer', input: z.object({ plan: z.string() }), output: offer, access: 'write' }),
    action({
      name: 'buy',
      input: z.object({ offer_id: z.string() }),
      outcomes: ['declined'],
      access: 'write',
      commits: true,
      purchase: true,
    }),
    action({
      name: 'search_articles',
      input: z.object({ words: z.string() }),
      output: z.object({
        title: z.string(),
        answer: z.string(),
        speech: z.string(),
        source: z.string(),
        url: z.string(),
      }),
      outcomes: ['none'],
    }),
  ].map((entry) => [entry.name, entry]),
);

/** A small book with everything in it that an engine can stumble over. The repair patterns are the shipped ones. */
const FILES: Readonly<Record<string, string>> = {
  'slots.yaml': `
order_number: { type: order_number, label: { en: Order number, ja: ご注文番号 } }
email: { type: email, sensitivity: personal }
code: { type: text, sensitivity: secret }
photo: { type: text, from: set }
`,
  'order-status/flow.yaml': `
schema: 1
flow: order-status
description: Where an order is.
triggers: { events: [order_notice] }
slots:
  order: { type: record, from: action }
  orders: { type: list, from: action }
steps:
  - id: ask_order
    collect: order_number
    skippable: true
    rejections: [{ if: size(slots.order_number) < 8, say: too_short }]
    attempts: [ask_order_example, ask_order_other]
    on_no_input: [ask_order_brief]
    on_exhausted: choose
    next: [{ if: has(slots.order_number), then: prove }, { else: choose }]
  - id: prove
    if: '!(has(identity.proves.order) && has(slots.order_number) && identity.proves.order == slots.order_number)'
    call: prove-order
    with: { order_number: slots.order_number }
    on: { failed: not_found }
  - id: look_up
    action: get_order
    with: { order_number: slots.order_number }
    into: order
    while_waiting: one_moment
    on: { not_found: not_found, not_proved: not_found }
    next: [{ if: has(slots.order) && slots.order.days_late > 3, then: very_late }, { else: tell }]
  - id: tell
    say: due
    with: { eta: slots.order.eta }
    next: END
  - id: very_late
    say: late
  - handoff: policy
    queue: orders
    note: note_late
    on: { declined: not_handed }
    next: END
  - id: not_handed
    say: stays_with_us
    next: END
  - id: not_found
    say: not_found
    next: choose
  - id: choose
    action: list_orders
    into: orders
    on: { none: no_orders }
    next: pick
  - id: pick
    collect: order_number
    ask: which
    options_from: slots.orders
    force_ask: true
    attempts: []
    on_exhausted: no_orders
    next: prove
  - id: no_orders
    handoff: out_of_scope
    offer: false
    while_queued: keep_helping
    next: END
`,
  'order-status/en.yaml': `
texts:
  title: Track an order
  topic: your order
  ask_order_number: What's the order number?
  ask_order_brief: The number?
  ask_order_example: It looks like AB123456. What's yours?
  ask_order_other: Or by your email. Which is easier?
  too_short: That's fewer than eight characters. What is it in full?
  one_moment: Looking that up…
  due: "Order {order_number} is due on {eta, date, ::dMMMM}."
  late: It's late.
  note_late: Late.
  stays_with_us: We keep at it.
  not_found: I couldn't find an order with those details.
  which: Which order is it?
examples: [where is my order, "when does [AB123456](order_number) come"]
`,
  'order-status/ja.yaml': `
texts:
  title: 配送状況の確認
  topic: お届けの確認
  ask_order_number: ご注文番号は何番でしょうか。
  ask_order_brief: 番号は何番でしょうか。
  ask_order_example: AB123456 のような番号です。何番でしょうか。
  ask_order_other: メールアドレスでもお調べできます。どちらがよろしいですか。
  too_short: 8文字に足りないようです。何番でしょうか。
  one_moment: お調べしています。
  due: "ご注文 {order_number} は{eta, date, ::dMMMM}のお届け予定です。"
  late: 遅れています。
  note_late: 遅れています。
  stays_with_us: 引き続きお調べします。
  not_found: ご注文を確認できませんでした。
  which: どのご注文でしょうか。
examples: [荷物はどこですか]
`,
  'prove-order/flow.yaml': `
schema: 1
flow: prove-order
description: Proves one order by a code.
steps:
  - id: ask_code
    collect: code
    interruptions: block
    next: prove
  - id: prove
    action: prove_order
    with: { order_number: slots.order_number, code: slots.code }
    on: { no_match: no }
    next: END
  - id: 'no'
    say: no_match
  - end: failed
`,
  'prove-order/en.yaml': 'texts: { ask_code: "Which code did we send you?", no_match: "That does not match." }',
  'prove-order/ja.yaml': 'texts: { ask_code: お送りしたコードは何番でしょうか。, no_match: 確認できませんでした。 }',
  'renewals/flow.yaml': `
schema: 1
flow: renewals
description: Renews a plan.
slots:
  plan: { type: choice, values: [monthly, yearly] }
  offer: { type: record, from: action }
  agreed: { type: boolean }
steps:
  - id: ask_plan
    collect: plan
    options: [{ value: monthly, text: option_monthly }, { value: yearly, text: option_yearly }]
    next: prepare
  - id: prepare
    action: prepare_offer
    with: { plan: slots.plan }
    into: offer
    next: confirm
  - id: confirm
    collect: agreed
    with: { price: slots.offer.price }
    interruptions: ask
    next: [{ if: has(slots.agreed) && slots.agreed, then: buy }, { else: END }]
  - id: buy
    action: buy
    with: { offer_id: slots.offer.id }
    on: { declined: declined }
  - say: bought
    with: { price: slots.offer.price }
    next: END
  - id: declined
    say: declined
`,
  'renewals/en.yaml': `
texts:
  title: Renew a plan
  topic: your renewal
  ask_plan: Which plan?
  option_monthly: { text: Monthly, synonyms: [by month] }
  option_yearly: { text: Yearly, synonyms: [by year] }
  ask_agreed: "{price, number} in all. Shall I?"
  bought: "Bought for {price, number}."
  declined: Not bought.
examples: [renew my plan]
`,
  'renewals/ja.yaml': `
texts:
  title: 保証プランの更新
  topic: 更新
  ask_plan: どのプランがよろしいですか。
  option_monthly: { text: 月払い }
  option_yearly: { text: 年払い }
  ask_agreed: "{price, number}円です。よろしいですか。"
  bought: "{price, number}円で更新しました。"
  declined: 更新していません。
examples: [プランを更新したい]
`,
  'troubleshooting/flow.yaml': `
schema: 1
flow: troubleshooting
description: Mends a device.
interruptions: block
ask_more: false
slots:
  tries: { type: integer, from: set, default: 0 }
  result: { type: choice, values: [done, no_help, cannot] }
  remark: { type: text }
steps:
  - id: try
    set: { tries: slots.tries + 1 }
  - id: ask_result
    collect: result
    force_ask: true
    options: [{ value: done, text: option_done }, { value: no_help, text: option_no_help }, { value: cannot, text: option_cannot }]
    next:
      - { if: slots.result == "done", then: remark }
      - { if: slots.tries < 3, then: try }
      - { else: give_up }
  - id: remark
    collect: remark
    skippable: true
    next: END
  - id: give_up
    link: renewals
`,
  'troubleshooting/en.yaml': `
texts:
  title: Fix a device
  topic: your device
  ask_result: Did that help?
  option_done: It works
  option_no_help: Did not help
  option_cannot: Cannot do that
  ask_remark: Anything to add?
examples: [my device is broken]
`,
  'troubleshooting/ja.yaml': `
texts:
  title: 製品の不具合
  topic: 製品の調子
  ask_result: 直りましたか。
  option_done: 直った
  option_no_help: 変わらない
  option_cannot: できない
  ask_remark: ほかにお気づきの点はありますか。
examples: [動かない]
`,
  'handoff/flow.yaml': `
schema: 1
flow: handoff
description: A callback or a message.
slots: { contact_wish: { type: text, from: set }, message: { type: text } }
steps: [{ id: ask, collect: message }, { id: told, say: noted }]
`,
  'handoff/en.yaml': 'texts: { ask_message: "What shall we pass on?", noted: Noted. }',
  'handoff/ja.yaml': 'texts: { ask_message: 何をお伝えしましょうか。, noted: 承りました。 }',
  'satisfaction-survey/flow.yaml': `
schema: 1
flow: satisfaction-survey
description: How was it?
slots: { solved: { type: boolean } }
steps: [{ id: ask, collect: solved, skippable: true, attempts: [], on_exhausted: END }]
`,
  'satisfaction-survey/en.yaml': 'texts: { ask_solved: Is it solved? }',
  'satisfaction-survey/ja.yaml': 'texts: { ask_solved: 解決しましたか。 }',
};

let made: FlowBook | undefined;

/** The small book of the engine's tests. */
export function aBook(): FlowBook {
  made ??= makeBook();
  return made;
}

/** The small book with other files in place of its own. */
export function makeBook(changes: Readonly<Record<string, string>> = {}): FlowBook {
  const own = Object.entries({ ...FILES, ...changes }).map(([path, text]) => ({ path, text }));
  const { book, problems } = loadFlowBook([...own, ...readFlows('patterns')], { actions: ACTIONS });
  if (!book) throw new Error(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return book;
}
