import { ORDER_STATES } from '../../../../integrations/orders/order.ts';
import { aStage } from '../../../kit/company/a-stage.ts';

const proof = (
  stage: ReturnType<typeof aStage>,
  input: { order_number: string; postcode?: string; email?: string },
  parts = {},
) => stage.act('prove_order', input, parts);

describe('proving an order', () => {
  it('takes the postcode or the email of the order, as people write them', async () => {
    const stage = aStage();
    const { number, customer } = stage.orderIn('in_transit', 'ja');
    const wide = [...number].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('');
    const byPostcode = await proof(stage, {
      order_number: ` ${wide.slice(0, 2)} ${wide.slice(2)}`,
      postcode: `〒${customer.postcode.replace('-', '−')}`,
    });
    expect(byPostcode).toMatchObject({
      outcome: 'ok',
      output: { order_number: number },
      identity: { level: 'recognised', proves: { order: number }, method: 'postcode' },
    });
    const byEmail = await proof(stage, { order_number: number, email: ` ${customer.email.toUpperCase()} ` });
    expect(byEmail).toMatchObject({ outcome: 'ok', identity: { method: 'email' } });
  });

  it('answers an unknown number and a wrong fact alike, after one and the same time', async () => {
    const stage = aStage();
    const { number } = stage.orderIn('delivered', 'en');
    const answers = [
      await proof(stage, { order_number: number, postcode: '00000' }, { conversationId: 'a' }),
      await proof(stage, { order_number: 'ZZ000000', postcode: '00000' }, { conversationId: 'b' }),
      await proof(stage, { order_number: number }, { conversationId: 'c' }),
      await proof(stage, { order_number: number, postcode: '', email: '' }, { conversationId: 'd' }),
      await proof(stage, { order_number: 'not a number', email: 'a@b.c' }, { conversationId: 'e' }),
    ];
    expect(answers).toEqual(answers.map(() => ({ outcome: 'no_match' })));
    expect(stage.waited).toEqual([400, 400, 400, 400, 400]);
  });

  it('stops after five tries in a conversation, even with the right fact', async () => {
    const stage = aStage();
    const { number, customer } = stage.orderIn('delivered', 'en');
    for (let attempt = 0; attempt < 5; attempt++) await proof(stage, { order_number: number, postcode: '00000' });
    expect(await proof(stage, { order_number: number, postcode: customer.postcode })).toEqual({
      outcome: 'too_many_tries',
    });
    expect(
      await proof(stage, { order_number: number, postcode: customer.postcode }, { conversationId: 'new' }),
    ).toMatchObject({ outcome: 'ok' });
  });

  it('stops a sender after twenty tries an hour over new conversations, and lets them try an hour later', async () => {
    const stage = aStage();
    const numbers = stage.world
      .listWorld()
      .customers.slice(0, 30)
      .flatMap((one) => one.orders.map((order) => order.number));
    const attempt = (at: number) =>
      proof(stage, { order_number: numbers[at]!, postcode: '00000' }, { conversationId: `c${at}` });
    for (let at = 0; at < 20; at++) expect(await attempt(at)).toEqual({ outcome: 'no_match' });
    expect(await attempt(20)).toEqual({ outcome: 'too_many_tries' });
    stage.clock.now = new Date(stage.clock.now.getTime() + 3_600_001);
    expect(await attempt(21)).toEqual({ outcome: 'no_match' });
  });

  it('stops guessing at one order after ten tries a day, whoever tries', async () => {
    const stage = aStage();
    const { number, customer } = stage.orderIn('delivered', 'en');
    const attempt = (at: number, postcode: string) =>
      proof(stage, { order_number: number, postcode }, { conversationId: `c${at}`, sender: `webchat:${at}` });
    for (let at = 0; at < 10; at++) expect(await attempt(at, '00000')).toEqual({ outcome: 'no_match' });
    expect(await attempt(10, customer.postcode)).toEqual({ outcome: 'too_many_tries' });
  });

  it('leaves a verified customer verified, and adds the order', async () => {
    const stage = aStage();
    const { number, customer } = stage.orderIn('delivered', 'en');
    const other = stage.verified('C10002');
    const proved = await proof(stage, { order_number: number, email: customer.email }, other);
    expect(proved.identity).toMatchObject({ level: 'verified', proves: { customer: 'C10002', order: number } });
  });
});

describe('what a proof opens', () => {
  it('is the state and dates of that very order, in every state, and nothing else', async () => {
    const stage = aStage();
    for (const state of ORDER_STATES) {
      const { number } = stage.orderIn(state);
      const { outcome, output } = await stage.act(
        'get_order_status',
        { order_number: number },
        stage.recognised(number),
      );
      expect(outcome).toBe('ok');
      expect(output).toMatchObject({ order_number: number, state });
      for (const secret of [
        'items',
        'total',
        'refund',
        'recipient',
        'address',
        'email',
        'postcode',
        'billing_postcode',
        'customer_id',
        'tracking_number',
      ]) {
        expect(output).not.toHaveProperty(secret);
      }
    }
  });

  it.each([
    [
      'another number',
      (number: string) => ({ identity: { level: 'recognised', proves: { order: number } } }),
      'ZZ000000',
      'not_proved',
    ],
    [
      'a claim alone',
      (number: string) => ({ identity: { level: 'claimed', proves: { order: number } } }),
      undefined,
      'not_proved',
    ],
    ['nobody', () => ({}), undefined, 'not_proved'],
    [
      'a place where others hear',
      (number: string) => ({ audience: 'shared', identity: { level: 'recognised', proves: { order: number } } }),
      undefined,
      'not_proved',
    ],
    [
      'a proof that ran out',
      (number: string) => ({
        identity: { level: 'recognised', proves: { order: number }, expiresAt: '2026-11-24T00:29:59.000Z' },
      }),
      undefined,
      'not_proved',
    ],
    [
      'another customer',
      () => ({ identity: { level: 'verified', proves: { customer: 'C10500' } } }),
      undefined,
      'not_found',
    ],
  ] as const)('is nothing for %s', async (_, parts, asked, outcome) => {
    const stage = aStage();
    const { number } = stage.orderIn('in_transit');
    const answer = await stage.act('get_order_status', { order_number: asked ?? number }, parts(number));
    expect(answer).toEqual({ outcome });
  });

  it('is not money, address, list, cancelling or changing: these want the verified customer', async () => {
    const stage = aStage();
    const { number, customer } = stage.orderIn('placed');
    const date = '2026-12-01';
    for (const [name, input] of [
      ['get_order_details', { order_number: number }],
      ['list_recent_orders', {}],
      ['find_order', { words: 'my last order' }],
      ['change_delivery_date', { order_number: number, date }],
      ['change_delivery_address', { order_number: number, address: '1 Elsewhere Street' }],
      ['prepare_order_cancellation', { order_number: number }],
      ['cancel_order', { offer_id: 'of_1' }],
      ['send_invoice', { order_number: number }],
    ] as const) {
      expect(await stage.act(name, input, stage.recognised(number))).toEqual({ outcome: 'not_proved' });
      expect((await stage.act(name, input, { ...stage.verified(customer.id), audience: 'shared' })).outcome).toBe(
        'not_proved',
      );
    }
    const details = await stage.act('get_order_details', { order_number: number }, stage.verified(customer.id));
    expect(details).toMatchObject({
      outcome: 'ok',
      output: { items: [expect.objectContaining({ name: expect.any(String) })], total: { amount: expect.any(Number) } },
    });
  });
});

describe('on a linked speaker', () => {
  it('tells the household how many parcels come when, and nothing of what is in them', async () => {
    const stage = aStage();
    const { customer } = stage.orderIn('out_for_delivery');
    const claimed = { identity: { level: 'claimed', proves: { customer: customer.id } }, audience: 'shared' } as const;
    const facts = await stage.act('doorstep_facts', {}, claimed);
    expect(facts.outcome).toBe('ok');
    expect(Object.keys(facts.output as object).sort()).toEqual(
      expect.not.arrayContaining(['order_number', 'article', 'name', 'address', 'total']),
    );
    expect(facts.output).toMatchObject({ parcels: expect.any(Number), delayed: expect.any(Number) });
    await stage.act('set_doorstep_facts', { on: false }, stage.verified(customer.id));
    expect(await stage.act('doorstep_facts', {}, claimed)).toEqual({ outcome: 'switched_off' });
    expect(await stage.act('doorstep_facts', {})).toEqual({ outcome: 'not_proved' });
  });
});

describe('finding an order by the customer’s words', () => {
  it('takes the last one, the one with a product, and asks where several fit', async () => {
    const stage = aStage();
    const who = stage.verified('C10001');
    const found = async (words: string, locale: 'en' | 'ja' = 'en') => {
      const { outcome, output } = await stage.act('find_order', { words }, { ...who, locale });
      return { outcome, ...(output as { order_number?: string; orders?: { order_number: string }[] } | undefined) };
    };
    const own = stage.world.listWorld().customers[0]!.orders;
    const last = await found('where is my last order?');
    expect(last).toMatchObject({ outcome: 'ok', order_number: expect.any(String) });
    expect((await found('この前の注文', 'ja')).order_number).toBe(last.order_number);
    const kettle = own.find((order) => order.items.some((name) => name.includes('ケトル')))!;
    expect((await found('the kettle I ordered')).order_number).toBe(kettle.number);
    expect(await found('the camera')).toEqual({ outcome: 'none' });
    const several = await found('my order');
    expect(several.outcome).toBe('several');
    expect(several.orders!.length).toBeGreaterThan(1);
  });
});
