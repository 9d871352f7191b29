import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import type { Json } from '../../../../dialogs/protocol/value.ts';
import { aStage } from '../../../kit/company/a-stage.ts';
import { aWorld } from '../../../kit/company/a-world.ts';

type Stage = ReturnType<typeof aStage>;
type Fields = Record<string, Json>;
const fields = (output: Json | undefined) => output as Fields;
const declines = (stage: Stage, id: string) =>
  stage.database
    .prepare('SELECT 1 FROM demo_customers WHERE id = ? AND data LIKE \'%"card_declines":true%\'')
    .get(id) !== undefined;
const purchases = (stage: { database: Database.Database }) =>
  stage.database.prepare('SELECT * FROM demo_purchases').all();

async function anOffer(stage: Stage, card: 'pays' | 'declines' = 'pays') {
  const customer = stage.customerWith(
    (one) => one.plans.some((plan) => plan.state === 'expiring') && declines(stage, one.id) === (card === 'declines'),
  );
  const who = stage.verified(customer.id);
  const plan_id = customer.plans.find((plan) => plan.state === 'expiring')!.id;
  const options = await stage.act('list_plan_options', { plan_id }, who);
  const option_id = (options.output as Fields[])[0]!['option_id']!;
  const prepare = () => stage.act('prepare_renewal', { plan_id, option_id }, who);
  const offer = fields((await prepare()).output);
  return { customer, who, plan_id, option_id, offer, prepare };
}

describe('buying a renewal', () => {
  it('charges once for a second yes, and answers it as the first', async () => {
    const stage = aStage();
    const { who, offer } = await anOffer(stage);
    const first = await stage.act('confirm_renewal', { offer_id: offer['id']! }, who);
    const second = await stage.act('confirm_renewal', { offer_id: offer['id']! }, who);
    expect(first).toMatchObject({ outcome: 'ok', output: { price: offer['price'], ends_on: offer['ends_on'] } });
    expect(second).toEqual(first);
    expect(purchases(stage)).toHaveLength(1);
    expect(stage.world.mailbox.read().filter((mail) => mail.kind === 'receipt')).toHaveLength(1);
  });

  it('gives a second tab the same offer, and buys once for both at once', async () => {
    const stage = aStage();
    const { who, offer, prepare } = await anOffer(stage);
    expect(fields((await prepare()).output)['id']).toBe(offer['id']);
    const both = await Promise.all([1, 2].map(() => stage.act('confirm_renewal', { offer_id: offer['id']! }, who)));
    expect(both[0]).toEqual(both[1]);
    expect(purchases(stage)).toHaveLength(1);
  });

  it('refuses another open offer once the plan has changed: what was read back is no longer true', async () => {
    const stage = aStage();
    const { who, plan_id, offer } = await anOffer(stage);
    const options = (await stage.act('list_plan_options', { plan_id }, who)).output as Fields[];
    const other = fields(
      (await stage.act('prepare_renewal', { plan_id, option_id: options.at(-1)!['option_id']! }, who)).output,
    );
    expect(other['id']).not.toBe(offer['id']);
    await stage.act('confirm_renewal', { offer_id: offer['id']! }, who);
    expect(await stage.act('confirm_renewal', { offer_id: other['id']! }, who)).toEqual({ outcome: 'offer_expired' });
    expect(purchases(stage)).toHaveLength(1);
  });

  it('keeps a purchase over a crash, and buys once when the answer was lost', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'buying-'));
    const file = path.join(folder, 'world.db');
    const before = aStage(aWorld({ database: new Database(file) }));
    const { who, offer, plan_id } = await anOffer(before);
    const bought = await before.act('confirm_renewal', { offer_id: offer['id']! }, who);
    // Nothing is closed: another process opens the file as it lies there.
    const after = aStage(aWorld({ database: new Database(file) }));
    expect(await after.act('confirm_renewal', { offer_id: offer['id']! }, who)).toEqual(bought);
    expect(purchases(after)).toHaveLength(1);
    expect(await after.act('get_plan', { plan_id }, who)).toMatchObject({ output: { ends_on: offer['ends_on'] } });
    after.database.close();
    before.database.close();
    rmSync(folder, { recursive: true });
  });

  it('buys nothing after the hour of the offer, for another customer, or without proof', async () => {
    const stage = aStage();
    const { who, offer } = await anOffer(stage);
    const offer_id = offer['id']!;
    expect(await stage.act('confirm_renewal', { offer_id })).toEqual({ outcome: 'not_proved' });
    expect(await stage.act('confirm_renewal', { offer_id }, stage.verified('C10500'))).toEqual({
      outcome: 'not_found',
    });
    stage.clock.now = new Date(stage.clock.now.getTime() + 60 * 60_000);
    expect(await stage.act('confirm_renewal', { offer_id }, who)).toEqual({ outcome: 'offer_expired' });
    expect(purchases(stage)).toEqual([]);
  });

  it('charges nothing for a declined card, and lets another one pay at the mailed link, once', async () => {
    const stage = aStage();
    const { who, offer, customer } = await anOffer(stage, 'declines');
    const offer_id = offer['id']!;
    expect(await stage.act('confirm_renewal', { offer_id }, who)).toEqual({ outcome: 'declined' });
    expect(purchases(stage)).toEqual([]);
    const sent = await stage.act('send_confirmation_link', { offer_id }, who);
    expect(fields(sent.output)['sent_to']).toMatch(/^.•••@example\./);
    const mail = stage.world.mailbox.read().find((one) => one.kind === 'link')!;
    expect(mail.to).toBe(customer.email);
    const link = /\/demo\/confirm\/([\w-]+)/.exec(mail.text)![1]!;
    expect(stage.world.confirmationPage.read(link)).toMatchObject({ id: offer_id, price: offer['price'] });
    expect(stage.world.confirmationPage.confirm(link)).toMatchObject({ outcome: 'ok' });
    expect(stage.world.confirmationPage.confirm(link)).toMatchObject({ outcome: 'ok' });
    expect(stage.world.confirmationPage.confirm('guessed')).toEqual({ outcome: 'not_found' });
    expect(await stage.act('confirm_renewal', { offer_id }, who)).toMatchObject({ outcome: 'ok' });
    expect(purchases(stage)).toHaveLength(1);
  });

  it('gives more off for a longer time as a customer, and nothing off for less cover', async () => {
    const stage = aStage();
    const seen = new Set<number>();
    for (const customer of stage.world
      .listWorld()
      .customers.filter((one) => one.plans.length > 0)
      .slice(0, 40)) {
      const listed = await stage.act(
        'list_plan_options',
        { plan_id: customer.plans[0]!.id },
        stage.verified(customer.id),
      );
      for (const option of listed.output as Fields[]) {
        const [price, full] = [option['price'] as Fields, option['list_price'] as Fields];
        seen.add(Number(option['loyalty_percent']));
        expect(Number(price['amount'])).toBeCloseTo(
          Number(full['amount']) * (1 - Number(option['loyalty_percent']) / 100),
          price['currency'] === 'JPY' ? -1 : 1,
        );
        if (option['change'] === 'downgrade') expect(option['loyalty_percent']).toBe(0);
      }
    }
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 10, 15]);
  });
});

describe('cancelling', () => {
  it('cancels an order once and says what comes back', async () => {
    const stage = aStage();
    const { number, customer } = stage.orderIn('packed');
    const who = stage.verified(customer.id);
    const offer = fields((await stage.act('prepare_order_cancellation', { order_number: number }, who)).output);
    const first = await stage.act('cancel_order', { offer_id: offer['id']! }, who);
    expect(first).toMatchObject({ outcome: 'ok', output: { order_number: number, refund: offer['refund'] } });
    expect(await stage.act('cancel_order', { offer_id: offer['id']! }, who)).toEqual(first);
  });

  it('does not cancel what was shipped between the offer and the yes', async () => {
    const stage = aStage();
    const { number, customer } = stage.orderIn('packed');
    const who = stage.verified(customer.id);
    const offer = fields((await stage.act('prepare_order_cancellation', { order_number: number }, who)).output);
    stage.world.advanceOrder(number, 'shipped');
    expect(await stage.act('cancel_order', { offer_id: offer['id']! }, who)).toEqual({ outcome: 'already_shipped' });
  });

  it('ends a plan with its last paid day', async () => {
    const stage = aStage();
    const customer = stage.customerWith((one) => one.plans.some((plan) => plan.state === 'auto_renewing'));
    const plan_id = customer.plans.find((plan) => plan.state === 'auto_renewing')!.id;
    const who = stage.verified(customer.id);
    const offer = fields((await stage.act('prepare_plan_cancellation', { plan_id }, who)).output);
    const ended = await stage.act('cancel_plan', { offer_id: offer['id']! }, who);
    expect(ended).toMatchObject({ outcome: 'ok', output: { covered_until: offer['covered_until'] } });
    expect(await stage.act('get_plan', { plan_id }, who)).toMatchObject({
      output: { state: 'cancelled', auto_renewal: false },
    });
  });
});
