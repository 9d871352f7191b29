import { aStage } from '../../../kit/company/a-stage.ts';

const codeIn = (text: string) => /\d{6}/.exec(text)![0];
const newest = (stage: ReturnType<typeof aStage>) => stage.world.mailbox.read()[0]!;

describe('a one-time code', () => {
  it('goes by mail to the address on file, and verifies the customer in that conversation', async () => {
    const stage = aStage();
    const customer = stage.customerWith((one) => one.locale === 'ja');
    const sent = await stage.act('send_one_time_code', { email: customer.email }, { locale: 'ja' });
    expect(sent).toEqual({ outcome: 'ok', output: { digits: 6, valid_minutes: 10 } });
    const mail = newest(stage);
    expect(mail).toMatchObject({ kind: 'one_time_code', to: customer.email, locale: 'ja' });
    const checked = await stage.act('check_one_time_code', { code: codeIn(mail.text) });
    expect(checked).toMatchObject({
      outcome: 'ok',
      identity: { level: 'verified', proves: { customer: customer.id }, method: 'one_time_code' },
      customer: { tenure_days: expect.any(Number), tier: expect.any(String) },
    });
  });

  it('is the same answer, after the same time, for an address that nobody has', async () => {
    const stage = aStage();
    const { email } = stage.customerWith(() => true);
    const known = await stage.act('send_one_time_code', { email });
    const unknown = await stage.act('send_one_time_code', { email: 'nobody@example.com' }, { conversationId: 'b' });
    expect(unknown).toEqual(known);
    expect(stage.waited).toEqual([400, 400]);
    expect(stage.world.mailbox.read()).toHaveLength(1);
    expect(await stage.act('check_one_time_code', { code: '123456' }, { conversationId: 'b' })).toEqual({
      outcome: 'wrong_code',
    });
  });

  it('goes to the owner of an order, whoever asks', async () => {
    const stage = aStage();
    const { number, customer } = stage.orderIn('delivered');
    await stage.act('send_one_time_code', { order_number: number });
    expect(newest(stage).to).toBe(customer.email);
  });

  it('works once, for ten minutes, and in its own conversation alone', async () => {
    const stage = aStage();
    const { email } = stage.customerWith(() => true);
    await stage.act('send_one_time_code', { email });
    const code = codeIn(newest(stage).text);
    expect(await stage.act('check_one_time_code', { code }, { conversationId: 'other' })).toEqual({
      outcome: 'expired',
    });
    const spoken = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(' ');
    expect((await stage.act('check_one_time_code', { code: spoken })).outcome).toBe('ok');
    expect(await stage.act('check_one_time_code', { code })).toEqual({ outcome: 'expired' });
    await stage.act('send_one_time_code', { email });
    const second = codeIn(newest(stage).text);
    stage.clock.now = new Date(stage.clock.now.getTime() + 10 * 60_000);
    expect(await stage.act('check_one_time_code', { code: second })).toEqual({ outcome: 'expired' });
  });

  it('is used up by the first of two tries at once', async () => {
    const stage = aStage();
    await stage.act('send_one_time_code', { email: stage.customerWith(() => true).email });
    const code = codeIn(newest(stage).text);
    const both = await Promise.all([
      stage.act('check_one_time_code', { code }),
      stage.act('check_one_time_code', { code }),
    ]);
    expect(both.map((one) => one.outcome).sort()).toEqual(['expired', 'ok']);
  });

  it('can be guessed at five times', async () => {
    const stage = aStage();
    await stage.act('send_one_time_code', { email: stage.customerWith(() => true).email });
    const code = codeIn(newest(stage).text);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let guess = 0; guess < 5; guess++)
      expect((await stage.act('check_one_time_code', { code: wrong })).outcome).toBe('wrong_code');
    expect(await stage.act('check_one_time_code', { code })).toEqual({ outcome: 'too_many_tries' });
  });

  it('is sent once when the turn runs again, and lies in the database as a hash alone', async () => {
    const stage = aStage();
    const { email } = stage.customerWith(() => true);
    await stage.act('send_one_time_code', { email }, { idempotencyKey: 'same' });
    await stage.act('send_one_time_code', { email }, { idempotencyKey: 'same' });
    expect(stage.world.mailbox.read()).toHaveLength(1);
    const code = codeIn(newest(stage).text);
    expect(JSON.stringify(stage.database.prepare('SELECT * FROM one_time_codes').all())).not.toContain(code);
    expect(JSON.stringify(stage.world.listWorld())).not.toContain(`"${code}"`);
  });
});
