import { z } from 'zod';
import { LOCALES } from '../../dialogs/protocol/locale.ts';
import { bilingual, calendarDate, instant, money } from '../data-shapes.ts';
import { operation, type SocketOf } from '../operation.ts';

export const STEP_RESULTS = ['done', 'did_not_help', 'cannot_do'] as const;

export const device = z.object({
  customer_id: z.string(),
  product: z.string(),
  name: bilingual,
  aliases: z.object({ en: z.array(z.string()), ja: z.array(z.string()) }),
  serial: z.string(),
  bought_on: calendarDate,
  warranty_until: calendarDate,
  under_warranty: z.boolean(),
  covered_by_plan: z.boolean().describe('A protection plan covers it today'),
});
export type Device = z.infer<typeof device>;

/** Something that the customer's words may mean. */
export const candidate = z.object({
  id: z.string(),
  name: bilingual,
  aliases: z.object({ en: z.array(z.string()), ja: z.array(z.string()) }),
  score: z.number().describe('How well it fits, 0 to 1'),
});
export type Candidate = z.infer<typeof candidate>;

export const triedStep = z.object({ step: z.string(), result: z.enum(STEP_RESULTS) });
export type TriedStep = z.infer<typeof triedStep>;

const diagnosisStep = z.object({
  step: z.string(),
  text: bilingual,
  speech: bilingual,
  image: z.object({ url: z.string(), alt: bilingual }).optional(),
  number: z.int().describe('1 for the first thing to try'),
  of: z.int().describe('How many there are at most, this one included'),
});

export const diagnosis = z.object({
  product: z.string(),
  product_name: bilingual,
  symptom: z.string(),
  symptom_name: bilingual,
  tried: z.array(triedStep),
  solved: z.boolean(),
  saved_at: instant,
});

export const repairOffer = z.object({
  id: z.string(),
  customer_id: z.string(),
  product: z.string(),
  name: bilingual,
  serial: z.string(),
  price: money.describe('0 under warranty or plan'),
  under_warranty: z.boolean(),
  covered_by_plan: z.boolean(),
  pickup_on: calendarDate.describe('A courier fetches it at the customer’s address'),
  back_by: calendarDate,
  expires_at: instant,
});
export const repair = repairOffer
  .omit({ id: true, expires_at: true })
  .extend({ offer_id: z.string(), repair_id: z.string() });

export const replacementOffer = repairOffer
  .omit({ pickup_on: true, back_by: true })
  .extend({ arrives_on: calendarDate });
export const replacement = replacementOffer
  .omit({ id: true, expires_at: true })
  .extend({ offer_id: z.string(), replacement_id: z.string() });

const owner = z.object({ customer_id: z.string() });
const ofOffer = owner.extend({ offer_id: z.string() });
const ofDevice = owner.extend({ product: z.string(), serial: z.string().optional() });
const locale = z.enum(LOCALES);
const keeper = z.object({ conversation_id: z.string(), customer_id: z.string().optional() });

/** What is asked of the system that knows devices, guides, warranties and repairs. */
export const DIAGNOSTICS_API = {
  listDevices: operation({
    summary: "Lists a customer's devices, newest first.",
    method: 'GET',
    path: '/customers/{customer_id}/devices',
    input: owner,
    output: z.array(device),
    outcomes: [],
  }),
  readDevice: operation({
    summary: 'Reads a device by its serial number.',
    method: 'GET',
    path: '/devices/{serial}',
    input: z.object({ serial: z.string() }),
    output: device,
    outcomes: ['not_found'],
  }),
  findProducts: operation({
    summary: 'Finds the products that words may mean, best first; all of them for no words.',
    method: 'POST',
    path: '/products/search',
    repeatable: true,
    input: z.object({ words: z.string().max(1000), locale }),
    output: z.array(candidate),
    outcomes: [],
  }),
  findSymptoms: operation({
    summary:
      'Finds the symptoms of a product that words may mean, best first, all for no words; `danger` when they tell of a danger.',
    method: 'POST',
    path: '/products/{product}/symptoms/search',
    repeatable: true,
    input: z.object({ product: z.string(), words: z.string().max(1000), locale }),
    output: z.array(candidate),
    outcomes: ['not_found', 'danger'],
  }),
  nextStep: operation({
    summary: 'Gives the next thing to try for a symptom, after what was tried.',
    method: 'POST',
    path: '/products/{product}/symptoms/{symptom}/next-step',
    repeatable: true,
    input: z.object({ product: z.string(), symptom: z.string(), tried: z.array(triedStep).max(50) }),
    output: diagnosisStep,
    outcomes: ['not_found', 'no_more'],
  }),
  saveDiagnosis: operation({
    summary: 'Keeps what was tried, for this conversation and, where known, this customer.',
    method: 'PUT',
    path: '/conversations/{conversation_id}/diagnosis',
    input: keeper.extend({
      product: z.string(),
      symptom: z.string(),
      tried: z.array(triedStep).max(50),
      solved: z.boolean(),
    }),
    output: z.object({}),
    outcomes: [],
  }),
  loadDiagnosis: operation({
    summary: 'Gives back the latest unsolved diagnosis of this conversation or customer.',
    method: 'GET',
    path: '/conversations/{conversation_id}/diagnosis',
    input: keeper,
    output: diagnosis,
    outcomes: ['not_found'],
  }),
  prepareRepair: operation({
    summary: 'Makes an offer to repair a device. Nothing is booked yet.',
    method: 'POST',
    path: '/customers/{customer_id}/repair-offers',
    input: ofDevice,
    output: repairOffer,
    outcomes: ['not_found'],
  }),
  bookRepair: operation({
    summary: 'Books the repair of an offer, once.',
    method: 'POST',
    path: '/customers/{customer_id}/repair-offers/{offer_id}/accept',
    repeatable: true,
    input: ofOffer,
    output: repair,
    outcomes: ['not_found', 'offer_expired'],
  }),
  prepareReplacement: operation({
    summary: 'Makes an offer to replace a device that warranty or plan covers. Nothing is ordered yet.',
    method: 'POST',
    path: '/customers/{customer_id}/replacement-offers',
    input: ofDevice,
    output: replacementOffer,
    outcomes: ['not_found', 'not_covered'],
  }),
  orderReplacement: operation({
    summary: 'Orders the replacement of an offer, once.',
    method: 'POST',
    path: '/customers/{customer_id}/replacement-offers/{offer_id}/accept',
    repeatable: true,
    input: ofOffer,
    output: replacement,
    outcomes: ['not_found', 'offer_expired'],
  }),
  readPhoto: operation({
    summary: 'Reads product and serial number from the photo of a device or its label.',
    method: 'POST',
    path: '/photos/read',
    repeatable: true,
    input: z.object({ url: z.string().max(2000) }),
    output: z.object({ product: z.string(), name: bilingual, serial: z.string().optional() }),
    outcomes: ['unreadable'],
  }),
} as const;

/**
 * THE SOCKET of the system that knows devices, their guides, warranties and repairs.
 * @example
 * const next = await diagnostics.nextStep({ product: 'espresso_machine', symptom: 'no_water', tried: [] });
 */
export type Diagnostics = SocketOf<typeof DIAGNOSTICS_API>;
