import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Action, ActionContext } from '../action.ts';
import { callOf } from '../call-of.ts';
import type { Bilingual } from '../data-shapes.ts';
import { provedCustomer } from '../identity-proof.ts';
import { implementAction } from '../implement-action.ts';
import { type Count, mayTry } from '../try-limits.ts';
import { DIAGNOSTICS_ACTIONS } from './action-descriptors.ts';
import type { Candidate, Device, Diagnostics, TriedStep } from './diagnostics.ts';

/** What the actions on devices work with. */
export interface DiagnosticsPorts {
  readonly diagnostics: Diagnostics;
  readonly count: Count;
}

/** At most this many to choose from, and only what fits nearly as well as the best. */
const SHOWN = 3;
const NEARLY = 0.75;

/** The code behind the actions on devices. */
export function createDiagnosticsActions(ports: DiagnosticsPorts): readonly Action[] {
  return [...findingActions(ports), ...guideActions(ports), ...warrantyActions(ports), ...repairActions(ports)];
}

function choices(candidates: readonly Candidate[], locale: Locale) {
  return candidates.map(({ id, name, aliases }) => ({
    value: id,
    label: name[locale],
    synonyms: [...aliases[locale]],
  }));
}

/** The candidates that are worth a question: one alone when it is clearly the best. */
function likely(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = candidates[0]?.score ?? 0;
  return candidates.filter((candidate) => candidate.score >= best * NEARLY).slice(0, SHOWN);
}

/** A record with its name in the conversation's language, and whose it is left out. */
function local<Thing extends { readonly name: Bilingual; readonly customer_id: string }>(
  { customer_id: _, name, ...thing }: Thing,
  locale: Locale,
) {
  return { ...thing, name: name[locale] };
}

function findingActions({ diagnostics }: DiagnosticsPorts): readonly Action[] {
  // Without words everything is found: what a customer may choose from when the words fitted nothing.
  const everyProduct = async (context: ActionContext) => {
    const all = await diagnostics.findProducts({ words: '', locale: context.locale }, callOf(context));
    return all.outcome === 'ok' ? all.value : [];
  };
  const everySymptom = async (product: string, context: ActionContext) => {
    const all = await diagnostics.findSymptoms({ product, words: '', locale: context.locale }, callOf(context));
    return all.outcome === 'ok' ? all.value : [];
  };
  return [
    implementAction(DIAGNOSTICS_ACTIONS.find_product, async ({ words }, context) => {
      const { locale } = context;
      const found = await diagnostics.findProducts({ words: words.slice(0, 1000), locale }, callOf(context));
      const [best, ...others] = found.outcome === 'ok' ? likely(found.value) : [];
      if (!best) return { outcome: 'none', output: { products: choices(await everyProduct(context), locale) } };
      const products = choices([best, ...others], locale);
      if (others.length > 0) return { outcome: 'several', output: { products } };
      return { outcome: 'ok', output: { product: best.id, name: best.name[locale], products } };
    }),
    implementAction(DIAGNOSTICS_ACTIONS.find_symptom, async ({ product, words }, context) => {
      const { locale } = context;
      const found = await diagnostics.findSymptoms({ product, words: words.slice(0, 1000), locale }, callOf(context));
      if (found.outcome === 'danger') return { outcome: 'danger', output: { symptoms: [] } };
      const [best, ...others] = found.outcome === 'ok' ? likely(found.value) : [];
      if (!best)
        return { outcome: 'none', output: { symptoms: choices(await everySymptom(product, context), locale) } };
      const symptoms = choices([best, ...others], locale);
      if (others.length > 0) return { outcome: 'several', output: { symptoms } };
      return { outcome: 'ok', output: { symptom: best.id, name: best.name[locale], symptoms } };
    }),
    implementAction(DIAGNOSTICS_ACTIONS.read_device_photo, async ({ url }, context) => {
      const read = await diagnostics.readPhoto({ url }, callOf(context));
      if (read.outcome !== 'ok') return read;
      return { outcome: 'ok', output: { ...read.value, name: read.value.name[context.locale] } };
    }),
  ];
}

function guideActions({ diagnostics }: DiagnosticsPorts): readonly Action[] {
  return [
    implementAction(DIAGNOSTICS_ACTIONS.next_diagnosis_step, async (input, context) => {
      const tried = withLast(input.tried ?? [], input.last_step, input.last_result);
      const { product, symptom } = input;
      const next = await diagnostics.nextStep({ product, symptom, tried }, callOf(context));
      const so_far = { tried, steps_tried: tried.length };
      if (next.outcome !== 'ok') return { outcome: next.outcome, output: so_far };
      const { step, text, speech, image, number, of } = next.value;
      const { locale } = context;
      const picture = image ? { image_url: image.url, image_alt: image.alt[locale] } : {};
      return {
        outcome: 'ok',
        output: { step, text: text[locale], speech: speech[locale], ...picture, number, of, ...so_far },
      };
    }),
    implementAction(DIAGNOSTICS_ACTIONS.save_diagnosis, async (input, context) => {
      const { product, symptom, tried = [], solved = false } = input;
      await diagnostics.saveDiagnosis({ ...keeper(context), product, symptom, tried, solved }, callOf(context));
      return { outcome: 'ok', output: { saved: true } };
    }),
    implementAction(DIAGNOSTICS_ACTIONS.load_diagnosis, async (_, context) => {
      const loaded = await diagnostics.loadDiagnosis(keeper(context), callOf(context));
      if (loaded.outcome !== 'ok') return { outcome: 'none' };
      const { product_name, symptom_name, solved: _solved, ...rest } = loaded.value;
      const { locale } = context;
      const names = { product_name: product_name[locale], symptom_name: symptom_name[locale] };
      return { outcome: 'ok', output: { ...rest, ...names, steps_tried: rest.tried.length } };
    }),
  ];
}

function keeper(context: ActionContext) {
  return { conversation_id: context.conversationId, customer_id: provedCustomer(context) };
}

/** A step that was answered again counts by its latest answer. */
function withLast(tried: readonly TriedStep[], step?: string, result?: TriedStep['result']): TriedStep[] {
  if (step === undefined || result === undefined) return [...tried];
  return [...tried.filter((entry) => entry.step !== step), { step, result }];
}

function warrantyActions({ diagnostics, count }: DiagnosticsPorts): readonly Action[] {
  const shown = (
    { product, name, serial, under_warranty, warranty_until, covered_by_plan }: Device,
    locale: Locale,
  ) => {
    return { product, name: name[locale], serial, under_warranty, warranty_until, covered_by_plan };
  };
  return [
    implementAction(DIAGNOSTICS_ACTIONS.list_devices, async (_, context) => {
      const customer_id = provedCustomer(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const listed = await diagnostics.listDevices({ customer_id }, callOf(context));
      const devices = listed.outcome === 'ok' ? listed.value : [];
      if (devices.length === 0) return { outcome: 'none' };
      const newest = devices.filter(
        (device, at) => devices.findIndex((other) => other.product === device.product) === at,
      );
      const output = newest.map(({ aliases, ...device }) => ({
        ...local(device, context.locale),
        value: device.product,
        label: device.name[context.locale],
        synonyms: [...aliases[context.locale]],
      }));
      return { outcome: 'ok', output };
    }),
    implementAction(DIAGNOSTICS_ACTIONS.check_warranty, async ({ product, serial }, context) => {
      const customer_id = provedCustomer(context);
      const call = callOf(context);
      if (customer_id !== undefined) {
        const own = await diagnostics.listDevices({ customer_id }, call);
        const devices = own.outcome === 'ok' ? own.value : [];
        const device = devices.find((one) =>
          serial === undefined ? one.product === product : one.serial === plainSerial(serial),
        );
        if (device) return { outcome: 'ok', output: shown(device, context.locale) };
      }
      if (serial === undefined) return { outcome: customer_id === undefined ? 'not_proved' : 'not_found' };
      if (!(await mayTry(count, 'check_warranty', context))) return { outcome: 'too_many_tries' };
      const read = await diagnostics.readDevice({ serial: plainSerial(serial) }, call);
      if (read.outcome !== 'ok') return read;
      // Someone else's plan is their own affair: the number on the label opens the warranty alone.
      return { outcome: 'ok', output: { ...shown(read.value, context.locale), covered_by_plan: false } };
    }),
  ];
}

function plainSerial(serial: string): string {
  return serial
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase();
}

function repairActions({ diagnostics }: DiagnosticsPorts): readonly Action[] {
  return [
    implementAction(DIAGNOSTICS_ACTIONS.prepare_repair, async ({ product, serial }, context) => {
      const customer_id = provedCustomer(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const offer = await diagnostics.prepareRepair({ customer_id, product, serial }, callOf(context));
      return offer.outcome === 'ok' ? { outcome: 'ok', output: local(offer.value, context.locale) } : offer;
    }),
    implementAction(DIAGNOSTICS_ACTIONS.book_repair, async ({ offer_id }, context) => {
      const customer_id = provedCustomer(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const booked = await diagnostics.bookRepair({ customer_id, offer_id }, callOf(context));
      return booked.outcome === 'ok' ? { outcome: 'ok', output: local(booked.value, context.locale) } : booked;
    }),
    implementAction(DIAGNOSTICS_ACTIONS.prepare_replacement, async ({ product, serial }, context) => {
      const customer_id = provedCustomer(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const offer = await diagnostics.prepareReplacement({ customer_id, product, serial }, callOf(context));
      return offer.outcome === 'ok' ? { outcome: 'ok', output: local(offer.value, context.locale) } : offer;
    }),
    implementAction(DIAGNOSTICS_ACTIONS.order_replacement, async ({ offer_id }, context) => {
      const customer_id = provedCustomer(context);
      if (customer_id === undefined) return { outcome: 'not_proved' };
      const ordered = await diagnostics.orderReplacement({ customer_id, offer_id }, callOf(context));
      return ordered.outcome === 'ok' ? { outcome: 'ok', output: local(ordered.value, context.locale) } : ordered;
    }),
  ];
}
