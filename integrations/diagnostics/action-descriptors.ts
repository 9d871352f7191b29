import { z } from 'zod';
import { calendarDate, choice } from '../data-shapes.ts';
import { describeAction } from '../describe-action.ts';
import { device, repair, repairOffer, replacement, replacementOffer, STEP_RESULTS, triedStep } from './diagnostics.ts';

const needs = { level: 'verified', proves: 'customer' } as const;
const name = z.string().describe('In the language of the conversation');
const product = z.string().max(100).describe('Id of the product, as find_product and list_devices give it');
const symptom = z.string().max(100).describe('Id of the symptom, as find_symptom gives it');
const tried = z
  .array(triedStep)
  .max(50)
  .describe('What was tried, oldest first; start with nothing and pass on what comes back');
const ofDevice = z.object({ product, serial: z.string().max(40).optional() });
const ofOffer = z.object({ offer_id: z.string().max(100) });

/** What flows may know of the actions on devices. */
export const DIAGNOSTICS_ACTIONS = {
  list_devices: describeAction({
    name: 'list_devices',
    description: 'The customer’s devices, newest first, each product once. `value` is the product’s id.',
    input: z.object({}),
    output: z.array(device.omit({ customer_id: true, aliases: true }).extend({ name }).extend(choice.shape)),
    outcomes: ['none', 'not_proved'],
    needs,
    timeoutMs: 2500,
  }),
  find_product: describeAction({
    name: 'find_product',
    description: 'The product that the customer’s words mean. `several` brings a list, `none` brings them all.',
    input: z.object({ words: z.string().max(2000) }),
    output: z.object({
      product: product.optional().describe('Filled when exactly one was meant'),
      name: name.optional(),
      products: z.array(choice),
    }),
    outcomes: ['none', 'several'],
    timeoutMs: 2000,
  }),
  find_symptom: describeAction({
    name: 'find_symptom',
    description:
      'The symptom that the customer’s words mean. `several` brings a list, `none` brings all of the guide; `danger` stops everything.',
    input: z.object({ product, words: z.string().max(2000) }),
    output: z.object({
      symptom: symptom.optional().describe('Filled when exactly one was meant'),
      name: name.optional(),
      symptoms: z.array(choice),
    }),
    outcomes: ['none', 'several', 'danger'],
    timeoutMs: 2000,
  }),
  next_diagnosis_step: describeAction({
    name: 'next_diagnosis_step',
    description:
      'The next thing to try. Give the result of the step before, and pass `tried` on. `no_more` brings only `tried` and `steps_tried`.',
    input: z.object({
      product,
      symptom,
      tried: tried.optional(),
      last_step: z.string().max(100).optional().describe('The step that was just answered'),
      last_result: z
        .enum(STEP_RESULTS)
        .optional()
        .describe('How it went: done = tried it, and it did not solve it yet'),
    }),
    output: z.object({
      step: z.string(),
      text: z.string().describe('For screens'),
      speech: z.string().describe('For voice'),
      image_url: z.string().optional(),
      image_alt: z.string().optional(),
      number: z.int().describe('1 for the first thing to try'),
      of: z.int().describe('How many at most'),
      tried,
      steps_tried: z.int(),
    }),
    outcomes: ['no_more', 'not_found'],
    timeoutMs: 2000,
  }),
  save_diagnosis: describeAction({
    name: 'save_diagnosis',
    description: 'Keeps what was tried, for "I’ll try tonight" and for the repair.',
    input: z.object({ product, symptom, tried: tried.optional(), solved: z.boolean().optional() }),
    output: z.object({ saved: z.boolean() }),
    outcomes: [],
    access: 'write',
    timeoutMs: 2500,
  }),
  load_diagnosis: describeAction({
    name: 'load_diagnosis',
    description: 'What was tried before in this conversation, or by this verified customer.',
    input: z.object({}),
    output: z.object({
      product,
      product_name: name,
      symptom,
      symptom_name: name,
      tried,
      steps_tried: z.int(),
      saved_at: z.iso.datetime(),
    }),
    outcomes: ['none'],
    timeoutMs: 2500,
  }),
  check_warranty: describeAction({
    name: 'check_warranty',
    description: 'Warranty of the verified customer’s own device, or of any device by its serial number.',
    input: z.object({ product: product.optional(), serial: z.string().max(40).optional() }),
    output: z.object({
      product,
      name,
      serial: z.string(),
      under_warranty: z.boolean(),
      warranty_until: calendarDate,
      covered_by_plan: z.boolean(),
    }),
    outcomes: ['not_found', 'not_proved', 'too_many_tries'],
    timeoutMs: 2500,
  }),
  prepare_repair: describeAction({
    name: 'prepare_repair',
    description: 'The offer to read back before booking a repair. Nothing is booked yet.',
    input: ofDevice,
    output: repairOffer.omit({ customer_id: true }).extend({ name }),
    outcomes: ['not_found', 'not_proved'],
    access: 'write',
    needs,
    timeoutMs: 4000,
  }),
  book_repair: describeAction({
    name: 'book_repair',
    description: 'Books the repair of an offer, once.',
    input: ofOffer,
    output: repair.omit({ customer_id: true }).extend({ name }),
    outcomes: ['not_found', 'offer_expired', 'not_proved'],
    access: 'write',
    commits: true,
    needs,
    timeoutMs: 5000,
  }),
  prepare_replacement: describeAction({
    name: 'prepare_replacement',
    description: 'The offer to read back before ordering a replacement: only for what warranty or plan covers.',
    input: ofDevice,
    output: replacementOffer.omit({ customer_id: true }).extend({ name }),
    outcomes: ['not_found', 'not_covered', 'not_proved'],
    access: 'write',
    needs,
    timeoutMs: 4000,
  }),
  order_replacement: describeAction({
    name: 'order_replacement',
    description: 'Orders the replacement of an offer, once.',
    input: ofOffer,
    output: replacement.omit({ customer_id: true }).extend({ name }),
    outcomes: ['not_found', 'offer_expired', 'not_proved'],
    access: 'write',
    commits: true,
    needs,
    timeoutMs: 5000,
  }),
  read_device_photo: describeAction({
    name: 'read_device_photo',
    description: 'Product and serial number from the photo of a device or its label.',
    input: z.object({ url: z.string().max(2000) }),
    output: z.object({ product, name, serial: z.string().optional() }),
    outcomes: ['unreadable'],
    timeoutMs: 5000,
  }),
} as const;
