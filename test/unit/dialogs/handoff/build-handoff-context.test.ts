import { buildHandoffContext, type HandoffRecord } from '../../../../dialogs/handoff/build-handoff-context.ts';
import { handoffContext } from '../../../../dialogs/protocol/handoff-context.ts';
import { aBook } from '../../../kit/a-book.ts';
import { aTalk } from '../../../kit/a-talk.ts';

const book = aBook();
const set = (slot: string, value: string) => ({ kind: 'set_slot', slot, value }) as const;

function queued(reason: 'asked' | 'safety' = 'asked') {
  const act = ({ action }: { readonly action: string }) =>
    action === 'get_order'
      ? { outcome: 'ok', output: { state: 'shipped', eta: '2026-11-26', days_late: 0 } }
      : { outcome: 'ok' };
  return aTalk({ book, act })
    .gets({ kind: 'session', phase: 'started' })
    .says(
      'where is AB123456',
      { kind: 'start_flow', flow: 'order-status' },
      set('order_number', 'AB123456'),
      set('email', 'a@b.test'),
    )
    .says('7777', set('code', '7777'))
    .says('a person', { kind: 'handoff', reason });
}

function contextOf(talk: ReturnType<typeof queued>, more: Partial<HandoffRecord> = {}) {
  const effect = talk.effects.find((entry) => entry.kind === 'handoff');
  if (effect?.kind !== 'handoff') throw new Error('no handoff');
  return buildHandoffContext({
    book,
    state: talk.state,
    effect,
    now: '2026-11-24T09:05:00.000Z',
    conversation: { id: 'c1', channel: 'webchat' },
    tenant: 'aozora',
    bot: 'care-bot',
    nlu: 'embedded',
    noticeVersion: '1',
    ...more,
  });
}

describe('the handoff context', () => {
  it('is the minimal card until the customer agrees to share', () => {
    const context = contextOf(queued());
    expect(handoffContext.parse(context)).toEqual(context);
    expect(context).toMatchObject({
      reason: { code: 'asked', trigger: 'customer' },
      conversation: { channel: 'webchat', locale: 'en' },
      customer: { identifiers: [], language: 'en' },
      collected: [],
      told: [],
      attempts: [],
      refs: [],
      consent: { shareWithAgent: false },
      transcript: { items: [], redaction: 'withheld' },
      summary: {
        text: 'Handed over because the customer asked for a person. The customer has not agreed to share the conversation yet.',
      },
    });
    expect(JSON.stringify(context)).not.toContain('AB123456');
  });

  it('holds everything after the yes: facts, what was tried, what was told, the talk', () => {
    const context = contextOf(queued().says('yes', { kind: 'affirm' }));
    expect(handoffContext.parse(context)).toEqual(context);
    expect(context.collected).toContainEqual({
      key: 'order_number',
      label: 'Order number',
      value: 'AB123456',
      source: 'said',
      confirmed: true,
      turnId: '1',
    });
    expect(context.collected).toContainEqual(expect.objectContaining({ key: 'email', pii: true }));
    expect(context.attempts.map(({ what, result }) => `${what} ${result}`)).toEqual(['prove_order ok', 'get_order ok']);
    expect(context.told.map(({ what }) => what)).toContain('Order AB123456 is due on November 26.');
    expect(context.refs).toEqual([{ type: 'order', id: 'AB123456', label: 'Order number' }]);
    expect(context.transcript.items?.map(({ text }) => text)).toContain('where is AB123456');
    expect(context.summary.citesTurns.length).toBeGreaterThan(0);
    expect(context.summary.text).toContain('Order number: AB123456 (turn 1).');
  });

  it('never holds a secret', () => {
    expect(JSON.stringify(contextOf(queued().says('yes', { kind: 'affirm' })))).not.toContain('7777');
  });

  it("speaks the agent's language", () => {
    const context = contextOf(queued().says('yes', { kind: 'affirm' }), { agentLocale: 'ja' });
    expect(context.summary).toMatchObject({ lang: 'ja' });
    expect(context.summary.text).toContain('引き継ぎの理由:担当者をご希望。');
    expect(context.summary.text).toContain('ご注文番号:AB123456(1回目)。');
  });

  it('masks free text and counts what was masked', () => {
    const redact = (text: string) => ({
      text: text.replaceAll('AB123456', '***'),
      redactions: { order: text.split('AB123456').length - 1 },
    });
    const context = contextOf(queued().says('yes', { kind: 'affirm' }), { redact });
    expect(context.transcript.items?.some(({ text }) => text.includes('AB123456'))).toBe(false);
    expect(context.privacy.redactions['order']).toBeGreaterThan(0);
  });

  it('puts danger first', () => {
    const context = contextOf(queued('safety'));
    expect(context).toMatchObject({ request: { urgency: 3 }, routing: { priority: 100, priorityWhy: ['safety'] } });
  });
});
