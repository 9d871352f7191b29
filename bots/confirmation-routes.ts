import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { defineRoute, type HttpRoute } from '../channels/http-route.ts';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { LOCALES } from '../dialogs/protocol/locale.ts';
import { bilingual } from '../integrations/data-shapes.ts';
import type { DemoWorld } from '../integrations/demo-world/create-demo-world.ts';
import { renewalOffer } from '../integrations/subscriptions/plan.ts';

export interface ConfirmationRoutesConfig {
  readonly world: Pick<DemoWorld, 'confirmationPage'>;
  /** File of the page, as it was built. */
  readonly page: string;
}

const TAG = 'demo';

/** What the page needs, and nothing that says more of the customer. */
const shownOffer = renewalOffer
  .omit({ id: true, plan_id: true, option_id: true, customer_id: true, change: true })
  .extend({
    state: z.enum(['open', 'done', 'expired', 'declined']).describe('declined: only in the answer to a confirmation'),
    locale: z.enum(LOCALES),
    renews_on: renewalOffer.shape.ends_on.exactOptional().describe('Day of the next payment, when it renews by itself'),
    product: z.string().exactOptional(),
    product_name: bilingual.exactOptional(),
    receipt: z.string().exactOptional().describe('Once it is bought'),
  });

const confirmation = z.object({
  card: z.enum(['card_on_file', 'another_card']).default('card_on_file').describe('What it is paid with'),
});

/** The page that mails lead to when a purchase must be finished outside the conversation. */
export function confirmationRoutes({ world, page }: ConfirmationRoutesConfig): readonly HttpRoute[] {
  const read = (link: string) => {
    const offer = world.confirmationPage.read(link);
    if (!offer) throw new CatalogueError('not_found', 'There is no such link.');
    return offer;
  };
  return [
    defineRoute({
      method: 'get',
      path: '/demo/confirm/{link}.json',
      tag: TAG,
      summary: 'The offer behind a confirmation link, and where it stands.',
      answers: { 200: { description: 'The offer.', schema: shownOffer } },
      handle: async ({ params }) => ({ status: 200, json: shownOffer.parse(read(params['link'] ?? '')) }),
    }),
    defineRoute({
      method: 'get',
      path: '/demo/confirm/{link}',
      tag: TAG,
      summary: 'The page at which a renewal is confirmed.',
      answers: { 200: { description: 'The page.', mediaType: 'text/html' } },
      handle: async () => ({ status: 200, text: await readPage(page), mediaType: 'text/html' }),
    }),
    defineRoute({
      method: 'post',
      path: '/demo/confirm/{link}',
      tag: TAG,
      summary: 'Confirms the offer: buys it once, however often it is asked for.',
      body: confirmation,
      answers: { 200: { description: 'The offer as it stands now.', schema: shownOffer } },
      handle: async ({ params, body }) => {
        const link = params['link'] ?? '';
        const { outcome } = world.confirmationPage.confirm(link, body.card);
        const offer = read(link);
        return {
          status: 200,
          json: shownOffer.parse({ ...offer, ...(outcome === 'declined' ? { state: outcome } : {}) }),
        };
      },
    }),
  ];
}

async function readPage(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause) => {
    throw new CatalogueError('not_found', 'The pages are not built.', { cause });
  });
}
