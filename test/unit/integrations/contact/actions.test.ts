import type { ActionContext } from '../../../../integrations/action.ts';
import { createContactActions } from '../../../../integrations/contact/actions.ts';
import type { ArchiveRecord } from '../../../../integrations/records/records.ts';
import { runAction } from '../../../../integrations/run-action.ts';
import { anActionContext } from '../../../kit/an-action-context.ts';

const contextAt = (now: string, zone = 'Asia/Tokyo') => anActionContext({ locale: 'ja', zone, now });

function contact() {
  const kept: ArchiveRecord[] = [];
  const actions = createContactActions({});
  const run = async (name: string, input: Record<string, string>, context: ActionContext) => {
    const action = actions.find((one) => one.name === name);
    if (!action) throw new Error(`no action ${name}`);
    return runAction(action, input, { ...context, keep: (record) => void kept.push(record) });
  };
  return { run, kept };
}

describe('reaching people', () => {
  // Tuesday, 24 November 2026, 10:00 in Tokyo
  const open = contextAt('2026-11-24T01:00:00.000Z');

  test('says until when somebody is there while open', async () => {
    expect(await contact().run('read_opening_hours', {}, open)).toMatchObject({
      outcome: 'ok',
      output: { open_now: true, closes_at: '2026-11-24T09:00:00.000Z' },
    });
  });

  test('says when it opens next after hours, over Sunday', async () => {
    const saturdayNight = contextAt('2026-11-28T12:00:00.000Z');
    expect(await contact().run('read_opening_hours', {}, saturdayNight)).toMatchObject({
      output: { open_now: false, opens_at: '2026-11-30T00:00:00.000Z' },
    });
  });

  test('reckons hours on the clock of the customer over a clock change', async () => {
    const saturdayBefore = contextAt('2026-11-01T02:00:00.000Z', 'America/New_York');
    expect(await contact().run('read_opening_hours', {}, saturdayBefore)).toMatchObject({
      output: { open_now: false, opens_at: '2026-11-02T14:00:00.000Z' },
    });
  });

  test('offers hours at least an hour away, named in the language', async () => {
    const listed = await contact().run('list_callback_times', {}, open);
    expect(listed.output).toHaveLength(5);
    expect(listed.output).toMatchObject([
      { value: '2026-11-24T02:00:00.000Z', label: '11月24日火曜日の11:00' },
      {},
      {},
      {},
      {},
    ]);
  });

  test('writes a callback down with the number as it is dialled', async () => {
    const { run, kept } = contact();
    const booked = await run('book_callback', { phone_number: '090-1234-5678', at: '2026-11-24T02:00:00.000Z' }, open);
    expect(booked).toMatchObject({
      outcome: 'ok',
      output: { from: '2026-11-24T02:00:00.000Z', to: '2026-11-24T03:00:00.000Z' },
    });
    expect(kept).toMatchObject([{ kind: 'promise', body: { what: 'callback', phone_number: '+819012345678' } }]);
  });

  test.each([
    ['1234', '2026-11-24T02:00:00.000Z', 'number_invalid'],
    ['090-1234-5678', '2026-11-24T18:00:00.000Z', 'time_taken'],
  ])('refuses to promise a call to %s at %s', async (phone_number, at, outcome) => {
    const { run, kept } = contact();
    expect(await run('book_callback', { phone_number, at }, open)).toMatchObject({ outcome });
    expect(kept).toEqual([]);
  });

  test('promises an answer to a message within two workdays', async () => {
    const { run, kept } = contact();
    const left = await run('leave_message', { message: '返品について', email: 'a@example.jp' }, open);
    expect(left).toMatchObject({ outcome: 'ok', output: { answer_by: '2026-11-26' } });
    expect(kept).toMatchObject([{ body: { what: 'message', message: '返品について' } }]);
  });
});
