import type { AWorld } from '../../kit/company/a-world.ts';
import type { CompanySockets, OpenCompany } from './company-sockets.ts';

const value = <Value>(answer: { outcome: string } & ({ outcome: 'ok'; value: Value } | { outcome: string })): Value => {
  if (answer.outcome !== 'ok' || !('value' in answer)) throw new Error(`expected ok, got ${answer.outcome}`);
  return answer.value;
};

/** What every plug of the company's sockets keeps. */
export function companyContract(name: string, open: () => Promise<OpenCompany>): void {
  describe(`company sockets: ${name}`, () => {
    let company: OpenCompany;
    let sockets: CompanySockets;
    let behind: AWorld;
    beforeEach(async () => {
      company = await open();
      ({ sockets, behind } = company);
    });
    afterEach(() => company.close());

    const planOf = (state: string, fits: (customerId: string) => boolean = () => true) => {
      const customer = behind.customerWith((one) => fits(one.id) && one.plans.some((plan) => plan.state === state));
      return { customer_id: customer.id, plan_id: customer.plans.find((plan) => plan.state === state)!.id };
    };
    const paying = (customerId: string) => !declines(customerId);
    const offerFor = async (plan: { customer_id: string; plan_id: string }) => {
      const [option] = value(await sockets.subscriptions.listOptions(plan));
      return value(await sockets.subscriptions.prepareRenewal({ ...plan, option_id: option!.option_id }));
    };

    describe('orders', () => {
      it('reads an order, and says not_found for one that does not exist', async () => {
        const { number, customer } = behind.orderIn('in_transit');
        const read = value(await sockets.orders.readOrder({ order_number: number }));
        expect(read).toMatchObject({
          order_number: number,
          state: 'in_transit',
          customer_id: customer.id,
          email: customer.email,
        });
        expect(await sockets.orders.readOrder({ order_number: 'ZZ000000' })).toEqual({ outcome: 'not_found' });
      });

      it('lists a customer’s orders, newest first and not more than asked for', async () => {
        const customer = behind.customerWith((one) => one.orders.length > 3);
        const listed = value(await sockets.orders.listOrders({ customer_id: customer.id, limit: 3 }));
        expect(listed).toHaveLength(3);
        expect(listed.map((order) => order.placed_on)).toEqual(
          listed
            .map((order) => order.placed_on)
            .sort()
            .reverse(),
        );
      });

      it('takes a notice for an order on its way, and refuses one for what is out or over', async () => {
        const asked = (state: Parameters<AWorld['orderIn']>[0]) =>
          sockets.orders.requestNotice({ order_number: behind.orderIn(state).number, conversation_id: 'c/1' });
        expect(await asked('in_transit')).toEqual({ outcome: 'ok', value: {} });
        expect(await asked('out_for_delivery')).toEqual({ outcome: 'already_out' });
        expect(await asked('cancelled')).toEqual({ outcome: 'not_possible' });
      });

      it('books one of the offered days after a failed delivery, and the same day again', async () => {
        const order_number = behind.orderIn('failed_delivery').number;
        const days = value(await sockets.orders.listRedeliveryDates({ order_number }));
        const date = days[0]!;
        expect(await sockets.orders.bookRedelivery({ order_number, date: '2031-01-01' })).toEqual({
          outcome: 'date_not_offered',
        });
        const booked = value(await sockets.orders.bookRedelivery({ order_number, date }));
        expect(booked).toMatchObject({ state: 'in_transit', eta: date, redelivery_on: date });
        expect(value(await sockets.orders.bookRedelivery({ order_number, date }))).toEqual(booked);
        expect(await sockets.orders.listRedeliveryDates({ order_number })).toEqual({ outcome: 'not_possible' });
      });

      it('moves a delivery to another day, and not what is out already', async () => {
        const order_number = behind.orderIn('delayed').number;
        const days = value(await sockets.orders.listDeliveryDates({ order_number }));
        const moved = value(await sockets.orders.changeDeliveryDate({ order_number, date: days.at(-1)! }));
        expect(moved).toMatchObject({ eta: days.at(-1), state: 'in_transit', days_late: 0 });
        const out = behind.orderIn('out_for_delivery').number;
        expect(await sockets.orders.changeDeliveryDate({ order_number: out, date: days.at(-1)! })).toEqual({
          outcome: 'not_possible',
        });
      });

      it('changes the address before shipping alone', async () => {
        const address = '1 Umi-no-michi, Kamakura';
        const changed = await sockets.orders.changeDeliveryAddress({
          order_number: behind.orderIn('packed').number,
          address,
        });
        expect(value(changed).address).toBe(address);
        const late = await sockets.orders.changeDeliveryAddress({
          order_number: behind.orderIn('shipped').number,
          address,
        });
        expect(late).toEqual({ outcome: 'not_possible' });
      });

      it('cancels by an offer, once, for the customer alone', async () => {
        const { number: order_number, customer } = behind.orderIn('placed');
        const offer = value(await sockets.orders.prepareCancellation({ order_number }));
        const of = { offer_id: offer.id, customer_id: customer.id };
        expect(await sockets.orders.cancelOrder({ ...of, customer_id: 'C99999' })).toEqual({ outcome: 'not_found' });
        const done = value(await sockets.orders.cancelOrder(of));
        expect(done).toMatchObject({ order_number, refund: offer.refund });
        expect(value(await sockets.orders.cancelOrder(of))).toEqual(done);
        expect(value(await sockets.orders.readOrder({ order_number })).state).toBe('cancelled');
        expect(await sockets.orders.prepareCancellation({ order_number })).toEqual({ outcome: 'already_cancelled' });
        const shipped = await sockets.orders.prepareCancellation({ order_number: behind.orderIn('shipped').number });
        expect(shipped).toEqual({ outcome: 'already_shipped' });
      });

      it('opens one search for a parcel that did not arrive', async () => {
        const order_number = behind.orderIn('delivered').number;
        const first = value(await sockets.orders.reportNotReceived({ order_number }));
        expect(first.state).toBe('delivered_not_received');
        expect(first.case_id).toBeTruthy();
        expect(value(await sockets.orders.reportNotReceived({ order_number })).case_id).toBe(first.case_id);
        const coming = await sockets.orders.reportNotReceived({ order_number: behind.orderIn('in_transit').number });
        expect(coming).toEqual({ outcome: 'not_delivered' });
      });
    });

    describe('subscriptions', () => {
      it('lists plans and options of the customer, and not_found for anyone else', async () => {
        const plan = planOf('expiring');
        expect(value(await sockets.subscriptions.listPlans(plan)).map((one) => one.plan_id)).toContain(plan.plan_id);
        const options = value(await sockets.subscriptions.listOptions(plan));
        expect(options[0]).toMatchObject({ change: 'same', term_months: 12 });
        expect(await sockets.subscriptions.listOptions({ ...plan, customer_id: 'C10500' })).toEqual({
          outcome: 'not_found',
        });
      });

      it('buys an offer once, however often it is confirmed', async () => {
        const plan = planOf('expiring', paying);
        const offer = await offerFor(plan);
        const of = { offer_id: offer.id, customer_id: plan.customer_id };
        const bought = value(await sockets.subscriptions.confirmRenewal(of, { idempotencyKey: 'a' }));
        expect(bought).toMatchObject({ offer_id: offer.id, price: offer.price, ends_on: offer.ends_on });
        expect(value(await sockets.subscriptions.confirmRenewal(of, { idempotencyKey: 'b' }))).toEqual(bought);
        expect(await sockets.subscriptions.confirmRenewal({ ...of, customer_id: 'C10500' })).toEqual({
          outcome: 'not_found',
        });
      });

      it('declines what the card does not pay, and gives a link for it', async () => {
        const plan = planOf('expiring', declines);
        const offer = await offerFor(plan);
        const of = { offer_id: offer.id, customer_id: plan.customer_id };
        expect(await sockets.subscriptions.confirmRenewal(of)).toEqual({ outcome: 'declined' });
        expect(value(await sockets.subscriptions.readOffer(of)).id).toBe(offer.id);
        expect(value(await sockets.subscriptions.createConfirmationLink(of)).url).toMatch(
          /^https?:.+\/demo\/confirm\/[\w-]{20,}$/,
        );
      });

      it('switches renewal by itself on and off', async () => {
        const plan = planOf('auto_renewing');
        const off = value(await sockets.subscriptions.setAutoRenewal({ ...plan, on: false }));
        expect(off).toMatchObject({ auto_renewal: false });
        expect(off.renews_on).toBeUndefined();
        expect(value(await sockets.subscriptions.setAutoRenewal({ ...plan, on: true })).state).toBe('auto_renewing');
        expect(await sockets.subscriptions.setAutoRenewal({ ...planOf('expired'), on: true })).toEqual({
          outcome: 'not_possible',
        });
      });

      it('cancels a plan by an offer, once', async () => {
        const plan = planOf('active');
        const offer = value(await sockets.subscriptions.prepareCancellation(plan));
        const of = { offer_id: offer.id, customer_id: plan.customer_id };
        const ended = value(await sockets.subscriptions.cancelPlan(of));
        expect(ended).toMatchObject({ plan_id: plan.plan_id, covered_until: offer.covered_until });
        expect(value(await sockets.subscriptions.cancelPlan(of))).toEqual(ended);
        expect(await sockets.subscriptions.prepareCancellation(plan)).toEqual({ outcome: 'already_cancelled' });
      });
    });

    describe('diagnostics', () => {
      it('lists devices and reads one by its serial number', async () => {
        const customer = behind.customerWith((one) => one.devices.length > 1);
        const listed = value(await sockets.diagnostics.listDevices({ customer_id: customer.id }));
        expect(listed.map((one) => one.serial).sort()).toEqual(customer.devices.map((one) => one.serial).sort());
        const serial = listed[0]!.serial;
        expect(value(await sockets.diagnostics.readDevice({ serial }))).toEqual(listed[0]);
        expect(await sockets.diagnostics.readDevice({ serial: 'AZEM0000000' })).toEqual({ outcome: 'not_found' });
      });

      it('finds products by their names in both languages', async () => {
        const best = async (words: string, locale: 'en' | 'ja') =>
          value(await sockets.diagnostics.findProducts({ words, locale }))[0]?.id;
        expect(await best('my coffee machine is dripping', 'en')).toBe('espresso_machine');
        expect(await best('ロボット掃除機が動きません', 'ja')).toBe('robot_vacuum');
        expect(await best('it does not work', 'en')).toBeUndefined();
      });

      it('keeps what was tried and gives it back until it is solved', async () => {
        const kept = {
          conversation_id: 'c 7',
          product: 'kettle',
          symptom: 'anything',
          tried: [{ step: 's1', result: 'did_not_help' as const }],
        };
        expect(await sockets.diagnostics.loadDiagnosis({ conversation_id: 'c 7' })).toEqual({ outcome: 'not_found' });
        await sockets.diagnostics.saveDiagnosis({ ...kept, solved: false });
        expect(value(await sockets.diagnostics.loadDiagnosis({ conversation_id: 'c 7' }))).toMatchObject({
          product: 'kettle',
          tried: kept.tried,
        });
        await sockets.diagnostics.saveDiagnosis({ ...kept, solved: true });
        expect(await sockets.diagnostics.loadDiagnosis({ conversation_id: 'c 7' })).toEqual({ outcome: 'not_found' });
      });

      it('books a repair once, and replaces only what is covered', async () => {
        const customer = behind.customerWith((one) => one.devices.length > 0);
        const { product, serial } = customer.devices[0]!;
        const of = { customer_id: customer.id };
        const offer = value(await sockets.diagnostics.prepareRepair({ ...of, product, serial }));
        const booked = value(await sockets.diagnostics.bookRepair({ ...of, offer_id: offer.id }));
        expect(value(await sockets.diagnostics.bookRepair({ ...of, offer_id: offer.id }))).toEqual(booked);
        const replaced = await sockets.diagnostics.prepareReplacement({ ...of, product, serial });
        expect(replaced.outcome).toBe(offer.under_warranty || offer.covered_by_plan ? 'ok' : 'not_covered');
      });

      it('reads a label photo, and says unreadable for any other', async () => {
        expect(
          value(await sockets.diagnostics.readPhoto({ url: 'https://shop.example/u/AZEM1234567.jpg' })),
        ).toMatchObject({ product: 'espresso_machine', serial: 'AZEM1234567' });
        expect(await sockets.diagnostics.readPhoto({ url: 'https://shop.example/u/cat.jpg' })).toEqual({
          outcome: 'unreadable',
        });
      });
    });

    describe('customers, knowledge, notifications', () => {
      it('reads a customer and finds one by email whatever its case', async () => {
        const { id, email } = behind.customerWith(() => true);
        const read = value(await sockets.customers.readCustomer({ customer_id: id }));
        expect(value(await sockets.customers.findByEmail({ email: email.toUpperCase() }))).toEqual(read);
        expect(await sockets.customers.findByEmail({ email: 'nobody@example.com' })).toEqual({ outcome: 'not_found' });
        expect(value(await sockets.customers.setDoorstepFacts({ customer_id: id, on: false })).doorstep_facts).toBe(
          false,
        );
        expect(value(await sockets.customers.forgetCustomer({ customer_id: id })).kept).toContain(
          'orders_and_invoices',
        );
      });

      it('answers a search with a list', async () => {
        expect(
          Array.isArray(value(await sockets.knowledge.searchArticles({ words: 'zzz qqq', locale: 'en', limit: 3 }))),
        ).toBe(true);
      });

      it('delivers a notification once', async () => {
        const mail = {
          id: 'n/1',
          kind: 'notice',
          by: 'email',
          to: 'a@example.com',
          locale: 'en',
          subject: 'Hello',
          text: 'There.',
        } as const;
        await sockets.notifications.send(mail);
        await sockets.notifications.send(mail);
        expect(behind.world.mailbox.read().filter((one) => one.id === 'n/1')).toHaveLength(1);
      });
    });

    /** Is this a customer whose payments are declined? */
    function declines(customerId: string): boolean {
      return (
        behind.database
          .prepare('SELECT 1 FROM demo_customers WHERE id = ? AND data LIKE \'%"card_declines":true%\'')
          .get(customerId) !== undefined
      );
    }
  });
}
