import { turnOutcome } from '../../../operations/turn-outcome.ts';
import type { FinishedTurn } from '../../../runtime/turn/finished-turn.ts';

type Wanted = {
  readonly effects?: readonly object[];
  readonly trace?: readonly object[];
  readonly owners?: readonly [before: string, after: string];
  readonly misses?: readonly [before: number, after: number];
};

// Only what the outcome is made of.
const aTurn = ({ effects = [], trace = [], owners = ['bot', 'bot'], misses = [0, 0] }: Wanted) =>
  ({
    effects,
    trace,
    before: { control: { owner: owners[0] }, misses: misses[0] },
    state: { control: { owner: owners[1] }, misses: misses[1] },
  }) as unknown as FinishedTurn;

const ended = (outcome: string) => ({ kind: 'end', flow: 'f', outcome, close: false });

test.each<[string, Wanted]>([
  ['open', {}],
  ['success', { effects: [ended('success')], trace: [{ kind: 'flow_ended', flow: 'f', detail: 'success' }] }],
  ['failed', { effects: [ended('failed')], trace: [{ kind: 'flow_ended', flow: 'f', detail: 'failed' }] }],
  ['cancelled', { effects: [ended('failed')], trace: [{ kind: 'flow_ended', flow: 'f', detail: 'cancelled' }] }],
  ['success', { effects: [ended('failed'), ended('success')] }],
  ['handed_over', { effects: [ended('success')], owners: ['bot', 'queue'] }],
  ['with_people', { owners: ['agent', 'agent'] }],
  ['open', { owners: ['agent', 'bot'] }],
  ['not_understood', { misses: [0, 1] }],
  ['open', { misses: [2, 0] }],
])('a turn is %s', (outcome, wanted) => {
  expect(turnOutcome(aTurn(wanted))).toBe(outcome);
});
