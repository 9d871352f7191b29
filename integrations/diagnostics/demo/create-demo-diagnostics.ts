import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { addDays, type CalendarDate, dateIn } from '../../calendar.ts';
import type { KnowledgeBase } from '../../demo-world/load-knowledge.ts';
import { priceOf, productOfSerial, roundMoney } from '../../demo-world/price-list.ts';
import { coversOn } from '../../demo-world/show-plan.ts';
import type { StoredDevice } from '../../demo-world/stored.ts';
import type { World } from '../../demo-world/world.ts';
import { parsed, textOf } from '../../demo-world/world-tables.ts';
import { createTextSearch, type TextSearch } from '../../knowledge/create-text-search.ts';
import { tellsOfDanger } from '../danger-words.ts';
import type {
  Device,
  Diagnostics,
  diagnosis,
  repair,
  repairOffer,
  replacement,
  replacementOffer,
} from '../diagnostics.ts';
import { findProducts } from '../find-products.ts';
import type { Product, Symptom } from '../guide.ts';
import { nextStep } from '../next-step.ts';

export interface DeviceWorld extends World {
  readonly knowledge: KnowledgeBase;
  /** The bytes of an uploaded photo, where the shell can give them. */
  readonly readUpload?: ((url: string) => Promise<Uint8Array | undefined>) | undefined;
}

const SYMPTOM_THRESHOLD = 0.25;
/** The words of danger are known by themselves; a likeness alone has to be a strong one. */
const DANGER_THRESHOLD = 0.5;
/** Complaints that tell of no symptom: what is left of the words is searched. */
const VAGUE =
  /\b(?:(?:doesn'?t|does not|don'?t|isn'?t|not|won'?t|stopped|has stopped|quit) (?:work|working|function|functioning)(?: properly| right| any ?more)?|broken|broke|defective|faulty|malfunction\w*|acting up|problems?|issues?|troubles?|wrong|gadgets?|device|thing|help|fix|kaputt?|junk|properly)\b|壊れ\S{0,3}|故障|不具合|調子|不良品?|うまく|おかしい|トラブル|使えな\S{0,2}|困って\S{0,3}|家電|製品|機械|相談|直し\S{0,2}|買った/giu;
/** A repair that nothing covers costs this part of the price. */
const REPAIR_PART = 0.25;

/** The diagnostics socket over the demo world. */
export function createDemoDiagnostics(world: DeviceWorld): Diagnostics {
  return { ...devices(world), ...guides(world), ...kept(world), ...repairs(world), ...photos(world) };
}

function showDevice({ tables, knowledge }: DeviceWorld, device: StoredDevice, today: CalendarDate): Device {
  const product = productOf(knowledge, device.product);
  const { serial, customer_id, bought_on, warranty_until } = device;
  const covered = tables
    .plansOf(customer_id)
    .some((plan) => plan.kind === 'protection' && plan.product === device.product && coversOn(plan, today));
  return {
    ...{ customer_id, product: device.product, serial, bought_on, warranty_until },
    name: product?.name ?? { en: device.product, ja: device.product },
    aliases: product?.aliases ?? { en: [], ja: [] },
    under_warranty: warranty_until >= today,
    covered_by_plan: covered,
  };
}

/** What the words tell of the symptom: without the device's own name, and without complaints that fit every symptom. */
function symptomWords(words: string, product: Product | undefined): string {
  const names = product ? [...product.aliases.en, ...product.aliases.ja, product.name.en, product.name.ja] : [];
  const nameless = names
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name.toLowerCase(), ' '), words.normalize('NFKC').toLowerCase());
  return nameless.replace(VAGUE, ' ');
}

const candidateOf = ({ id, name }: Symptom) => ({ id, name, aliases: { en: [], ja: [] }, score: 1 });

const productOf = (knowledge: KnowledgeBase, id: string): Product | undefined =>
  knowledge.products.find((product) => product.id === id);

function todayOf({ tables, now }: World, customer_id: string): CalendarDate {
  return dateIn(tables.customer(customer_id)?.zone ?? 'UTC', now());
}

function devices(world: DeviceWorld): Pick<Diagnostics, 'listDevices' | 'readDevice'> {
  const { tables } = world;
  return {
    listDevices: async ({ customer_id }) => {
      const today = todayOf(world, customer_id);
      return { outcome: 'ok', value: tables.devicesOf(customer_id).map((device) => showDevice(world, device, today)) };
    },
    readDevice: async ({ serial }) => {
      const device = tables.device(serial);
      if (!device) return { outcome: 'not_found' };
      return { outcome: 'ok', value: showDevice(world, device, todayOf(world, device.customer_id)) };
    },
  };
}

function guides({ knowledge }: DeviceWorld): Pick<Diagnostics, 'findProducts' | 'findSymptoms' | 'nextStep'> {
  const searches = new Map<string, TextSearch>();
  const searchIn = (product: string, symptoms: readonly Symptom[]) => {
    const known = searches.get(product);
    if (known) return known;
    const things = symptoms.map(({ id, name, words }) => ({
      id,
      phrases: [name.en, name.ja, ...words.en, ...words.ja],
      body: '',
    }));
    const made = createTextSearch(things);
    searches.set(product, made);
    return made;
  };
  return {
    findProducts: async ({ words }) => {
      const found =
        words.trim() === ''
          ? knowledge.products.map((product) => ({ product, score: 1 }))
          : findProducts(words, knowledge.products);
      return {
        outcome: 'ok',
        value: found.map(({ product: { id, name, aliases }, score }) => ({ id, name, aliases, score })),
      };
    },
    findSymptoms: async ({ product, words }) => {
      if (tellsOfDanger(words)) return { outcome: 'danger' };
      const guide = knowledge.guides.get(product);
      if (!guide) return { outcome: 'not_found' };
      if (words.trim() === '')
        return { outcome: 'ok', value: guide.symptoms.filter((one) => !one.danger).map(candidateOf) };
      const hits = searchIn(product, guide.symptoms)(symptomWords(words, productOf(knowledge, product)), 5).filter(
        (hit) => hit.score >= SYMPTOM_THRESHOLD,
      );
      const found = hits.flatMap(({ id, score }) => {
        const symptom = guide.symptoms.find((one) => one.id === id);
        return symptom ? [{ symptom, score }] : [];
      });
      if (found[0]?.symptom.danger && found[0].score >= DANGER_THRESHOLD) return { outcome: 'danger' };
      const safe = found.filter(({ symptom }) => !symptom.danger);
      return {
        outcome: 'ok',
        value: safe.map(({ symptom: { id, name }, score }) => ({ id, name, aliases: { en: [], ja: [] }, score })),
      };
    },
    nextStep: async ({ product, symptom: id, tried }) => {
      const symptom = knowledge.guides.get(product)?.symptoms.find((one) => one.id === id);
      if (!symptom) return { outcome: 'not_found' };
      const next = nextStep(symptom, tried);
      if (!next) return { outcome: 'no_more' };
      const { id: step, text, speech, image } = next.step;
      return {
        outcome: 'ok',
        value: { step, text, speech, ...(image ? { image } : {}), number: next.number, of: next.of },
      };
    },
  };
}

type Kept = z.infer<typeof diagnosis>;

function kept({ tables, knowledge, now }: DeviceWorld): Pick<Diagnostics, 'saveDiagnosis' | 'loadDiagnosis'> {
  return {
    saveDiagnosis: async ({ conversation_id, customer_id, product, symptom, tried, solved }) => {
      const saved_at = now().toISOString();
      const symptomKnown = knowledge.guides.get(product)?.symptoms.find((one) => one.id === symptom);
      const product_name = productOf(knowledge, product)?.name ?? { en: product, ja: product };
      const symptom_name = symptomKnown?.name ?? { en: symptom, ja: symptom };
      const data: Kept = { product, product_name, symptom, symptom_name, tried, solved, saved_at };
      const cells = [conversation_id, customer_id ?? null, saved_at, JSON.stringify(data)];
      tables.rows.run('INSERT OR REPLACE INTO demo_diagnoses VALUES (?, ?, ?, ?)', ...cells);
      return { outcome: 'ok', value: {} };
    },
    loadDiagnosis: async ({ conversation_id, customer_id }) => {
      const row = tables.rows.one(
        'SELECT data FROM demo_diagnoses WHERE conversation_id = ? OR customer_id = ? ORDER BY saved_at DESC LIMIT 1',
        ...[conversation_id, customer_id ?? null],
      );
      const found = parsed<Kept>(textOf(row, 'data'));
      return found && !found.solved ? { outcome: 'ok', value: found } : { outcome: 'not_found' };
    },
  };
}

type Repair = Omit<z.infer<typeof repairOffer>, 'id' | 'expires_at'>;
type Replacement = Omit<z.infer<typeof replacementOffer>, 'id' | 'expires_at'>;
type Repaired = z.infer<typeof repair>;
type Replaced = z.infer<typeof replacement>;

function repairs(
  world: DeviceWorld,
): Pick<Diagnostics, 'prepareRepair' | 'bookRepair' | 'prepareReplacement' | 'orderReplacement'> {
  const { tables, offers, now } = world;
  const find = (customer_id: string, product: string, serial: string | undefined) => {
    const own = tables
      .devicesOf(customer_id)
      .find((one) => (serial === undefined ? one.product === product : one.serial === serial));
    if (!own) return undefined;
    const today = todayOf(world, customer_id);
    const { aliases: _, bought_on: __, warranty_until: ___, ...device } = showDevice(world, own, today);
    const country = tables.customer(customer_id)?.country;
    return { device, today, currency: country === 'US' ? ('USD' as const) : ('JPY' as const) };
  };
  return {
    prepareRepair: async ({ customer_id, product, serial }) => {
      const found = find(customer_id, product, serial);
      if (!found) return { outcome: 'not_found' };
      const { device, today, currency } = found;
      const free = device.under_warranty || device.covered_by_plan;
      const price = roundMoney(free ? 0 : Math.round(priceOf(product, currency) * REPAIR_PART), currency);
      const data: Repair = { ...device, price, pickup_on: addDays(today, 2), back_by: addDays(today, 12) };
      const { id, expires_at } = offers.make('repair', customer_id, data, now());
      return { outcome: 'ok', value: { id, expires_at, ...data } };
    },
    bookRepair: async ({ offer_id, customer_id }) =>
      offers.take<Repair, Repaired, never>('repair', offer_id, customer_id, now(), (offer) => ({
        done: { ...offer, offer_id, repair_id: `RP-${randomInt(100_000, 1_000_000)}` },
      })),
    prepareReplacement: async ({ customer_id, product, serial }) => {
      const found = find(customer_id, product, serial);
      if (!found) return { outcome: 'not_found' };
      const { device, today, currency } = found;
      if (!device.under_warranty && !device.covered_by_plan) return { outcome: 'not_covered' };
      const data: Replacement = { ...device, price: { amount: 0, currency }, arrives_on: addDays(today, 3) };
      const { id, expires_at } = offers.make('replacement', customer_id, data, now());
      return { outcome: 'ok', value: { id, expires_at, ...data } };
    },
    orderReplacement: async ({ offer_id, customer_id }) =>
      offers.take<Replacement, Replaced, never>('replacement', offer_id, customer_id, now(), (offer) => ({
        done: { ...offer, offer_id, replacement_id: `RE-${randomInt(100_000, 1_000_000)}` },
      })),
  };
}

const SERIAL = /AZ[A-Z]{2}\d{7}/;

/**
 * The demo world has no eyes: it reads the serial number that the picture carries as text, in its address or in the file's own description
 * (Aozora's label photos have it there). Every other picture is honestly unreadable.
 */
function photos({ knowledge, readUpload }: DeviceWorld): Pick<Diagnostics, 'readPhoto'> {
  return {
    readPhoto: async ({ url }) => {
      const bytes = await readUpload?.(url);
      const text = `${url}\n${bytes === undefined ? '' : Buffer.from(bytes).toString('latin1')}`.toUpperCase();
      const serial = SERIAL.exec(text)?.[0];
      const product = serial === undefined ? undefined : productOf(knowledge, productOfSerial(serial) ?? '');
      if (serial === undefined || !product) return { outcome: 'unreadable' };
      return { outcome: 'ok', value: { product: product.id, name: product.name, serial } };
    },
  };
}
