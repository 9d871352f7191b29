import { z } from 'zod';
import { defineRoute, type HttpRoute } from '../channels/http-route.ts';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import type { DemoWorld } from '../integrations/demo-world/create-demo-world.ts';
import { confirmationRoutes } from './confirmation-routes.ts';

export interface DemoRoutesConfig {
  readonly world: DemoWorld;
  /** Signs the token by which the shop's page says who is signed in. */
  readonly signCustomer: (customerId: string) => Promise<string>;
  /** File of the page behind a confirmation link. */
  readonly confirmationPage: string;
}

const TAG = 'demo';
const SHOWN_PER_LOCALE = 8;

type Listed = ReturnType<DemoWorld['listWorld']>['customers'][number];

/** What the demo shop's pages ask for: who can be signed in, the sign-in itself, the mailbox where codes and mails arrive, and the page that mails lead to. */
export function demoRoutes({ world, signCustomer, confirmationPage }: DemoRoutesConfig): readonly HttpRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/demo/customers.json',
      tag: TAG,
      summary: 'A few customers of the demo world to be signed in as.',
      answers: {
        200: {
          description: 'Customers with orders, plans and devices.',
          schema: z.object({ customers: z.array(z.unknown()) }),
        },
      },
      handle: async () => ({ status: 200, json: { customers: showcase(world.listWorld().customers).map(shown) } }),
    }),
    defineRoute({
      method: 'post',
      path: '/demo/sign-in',
      tag: TAG,
      summary: "Signs a customer of the demo world in: the token is what the shop's page gives to the chat.",
      body: z.object({ customerId: z.string().max(64) }),
      answers: {
        200: {
          description: 'Signed in.',
          schema: z.object({ customer_token: z.string(), name: z.string(), locale: z.string() }),
        },
      },
      handle: async ({ body }) => {
        const customer = world.signInAs(body.customerId);
        if (!customer) throw new CatalogueError('not_found', 'There is no such customer.');
        const { name, locale } = customer;
        return { status: 200, json: { customer_token: await signCustomer(body.customerId), name, locale } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/demo/mailbox.json',
      tag: TAG,
      summary: 'The mails and texts of the demo world, newest first; `customer` for those of one.',
      answers: { 200: { description: 'Mails.', schema: z.object({ mails: z.array(z.unknown()) }) } },
      handle: async ({ query }) => {
        const customerId = query['customer'];
        const mails = world.mailbox.read({ limit: 50, ...(customerId ? { customerId } : {}) });
        return { status: 200, json: { mails: mails.map((mail) => ({ ...mail })) } };
      },
    }),
    ...confirmationRoutes({ world, page: confirmationPage }),
  ];
}

/** Those of each language who have the most to ask about. */
function showcase(customers: readonly Listed[]): readonly Listed[] {
  const worth = ({ orders, plans, devices }: Listed): number => {
    const states = new Set(orders.map(({ state }) => state));
    return states.size * 2 + Math.min(plans.length, 2) * 3 + Math.min(devices.length, 2);
  };
  const best = (locale: string) =>
    customers
      .filter((customer) => customer.locale === locale)
      .toSorted((one, other) => worth(other) - worth(one) || one.id.localeCompare(other.id))
      .slice(0, SHOWN_PER_LOCALE);
  return [...best('ja'), ...best('en')];
}

const shown = ({ orders, plans, devices, ...customer }: Listed) => ({
  ...customer,
  orders: orders.slice(0, 5).map((order) => ({ ...order, items: [...order.items] })),
  plans: plans.map((plan) => ({ ...plan })),
  devices: devices.map((device) => ({ ...device })),
});
