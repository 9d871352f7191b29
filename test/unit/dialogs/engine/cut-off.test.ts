import { takeTurn } from '../../../../dialogs/engine/take-turn.ts';
import type { FlowBook } from '../../../../dialogs/flow/flow-book.ts';
import type { Command } from '../../../../dialogs/protocol/command.ts';
import type { InboundEvent } from '../../../../dialogs/protocol/event.ts';
import type { OutboundMessage } from '../../../../dialogs/protocol/message.ts';
import type { Outcome } from '../../../../dialogs/protocol/outcome.ts';
import { aBook } from '../../../kit/a-book.ts';
import { aTalk } from '../../../kit/a-talk.ts';

const book = aBook();
const yes: Command = { kind: 'affirm' };
const OFFER: Outcome = { outcome: 'ok', output: { id: 'o', price: 9 } };

/** Stands at "shall I buy it?"; the first time that anything would be bought it is held back. */
function buying(of: FlowBook = book) {
  const bought: (string | undefined)[] = [];
  let first = true;
  const talk = aTalk({
    book: of,
    act: ({ action, heldKey }) => {
      if (action !== 'buy') return OFFER;
      if (first) {
        first = false;
        return 'held';
      }
      bought.push(heldKey);
      return { outcome: 'ok' };
    },
  });
  talk.gets({ kind: 'session', phase: 'started' });
  talk.says('renew', { kind: 'start_flow', flow: 'renewals' }, { kind: 'set_slot', slot: 'plan', value: 'yearly' });
  return { talk, bought };
}

describe('what was agreed to and not done before the customer was told that something went wrong', () => {
  it('is asked once more, and done under the key it was begun with', () => {
    const { talk, bought } = buying();
    talk.says('yes', yes);
    expect(talk.standing).toBe('patterns/cut-off.ask_go_on');
    expect(talk.state.calls).toEqual([]);
    expect(bought).toEqual([]);
    talk.says('yes', yes);
    expect(bought).toEqual(['first']);
    expect(talk.standing).toBe('patterns/completed.ask_more');
  });

  it('is not done when the customer no longer wants it', () => {
    const { talk, bought } = buying();
    talk.says('yes', yes).says('no', { kind: 'deny' });
    expect(bought).toEqual([]);
    expect(talk.flows).not.toContain('renewals');
  });

  it('is asked for again after something else was talked about', () => {
    const { talk, bought } = buying();
    talk.says('yes', yes).says('the device', { kind: 'start_flow', flow: 'troubleshooting' });
    expect(bought).toEqual([]);
    talk.says('never mind', { kind: 'cancel_flow' });
    expect(talk.standing).toBe('patterns/cut-off.ask_go_on');
    expect(bought).toEqual([]);
  });

  it('is asked for by its own question when what it hangs on was corrected', () => {
    const { talk, bought } = buying();
    talk.says('yes', yes).says('monthly, I mean', { kind: 'correct_slot', slot: 'plan', value: 'monthly' });
    expect(bought).toEqual([]);
    expect(talk.state.stack.some(({ held }) => held !== undefined)).toBe(false);
  });

  it('is left where the dialogs have no words to ask', () => {
    const { 'patterns/cut-off': _, ...flows } = book.flows;
    const { talk, bought } = buying({ ...book, flows });
    talk.says('yes', yes);
    expect(bought).toEqual([]);
    expect(talk.flows).not.toContain('renewals');
  });
});

describe('a question that did not come through', () => {
  const now = '2026-11-24T09:00:30.000Z';
  const question: OutboundMessage = {
    ...{ id: 'q1', epoch: 0, from: 'bot', locale: 'en', text: 'Shall I buy it?', listen: true },
  };
  const say = (heard: string, commands: readonly Command[], saidAt = now) => {
    const { talk } = buying();
    const state = { ...talk.state, unheard: { at: saidAt, messages: [question] } };
    const event: InboundEvent = {
      ...{ id: 'e1', at: now, locale: 'en', kind: 'utterance', text: 'yes', heard },
      from: { channel: 'alexa', accountId: 'a', userId: 'u' },
    };
    return takeTurn(book, state, event, {
      now,
      understand: async () => ({ commands, confidence: 1, by: 'given' }),
      act: async () => ({ outcome: 'ok' }),
    });
  };

  it('is not agreed to where it buys something: it is said first', async () => {
    const turn = await say('before', [yes]);
    expect(turn.calls).toEqual([]);
    expect(turn.understanding?.commands).toEqual([{ kind: 'repeat' }]);
    expect(turn.state.stack.map(({ flow }) => flow)).toContain('renewals');
  });

  it('is not agreed to by the word that stands for its yes, nor an hour later', async () => {
    const said: Command = { kind: 'set_slot', slot: 'agreed', value: true };
    expect((await say('before', [said])).understanding?.commands).toEqual([{ kind: 'repeat' }]);
    expect((await say('before', [yes], '2026-11-24T08:00:00.000Z')).calls).toEqual([]);
  });

  it('is agreed to once it was heard', async () => {
    expect((await say('q1', [yes])).calls.map(({ action }) => action)).toEqual(['buy']);
  });

  it('can be declined', async () => {
    expect((await say('before', [{ kind: 'deny' }])).understanding?.commands).toEqual([{ kind: 'deny' }]);
  });

  it('leaves what else was said', async () => {
    const other: Command = { kind: 'start_flow', flow: 'troubleshooting' };
    expect((await say('before', [yes, other])).understanding?.commands).toEqual([other]);
  });
});
