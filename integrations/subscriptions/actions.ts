import type { z } from 'zod';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Action, ActionContext } from '../action.ts';
import { callOf } from '../call-of.ts';
import type { Customers } from '../customers/customers.ts';
import { maskEmail } from '../customers/mask.ts';
import type { Bilingual } from '../data-shapes.ts';
import { provedCustomer } from '../identity-proof.ts';
import { implementAction } from '../implement-action.ts';
import { nameDate } from '../name-date.ts';
import type { Notifications } from '../notifications/notifications.ts';
import { writeLetter } from '../notifications/write-letter.ts';
import { SUBSCRIPTION_ACTIONS } from './action-descriptors.ts';
import { FEATURE_NAMES } from './feature-names.ts';
import type { Plan, planCancellationOffer, renewalOffer } from './plan.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What the actions on plans work with. */
export interface SubscriptionPorts {
  readonly subscriptions: Subscriptions;
  readonly customers: Pick<Customers, 'readCustomer'>;
  readonly notifications: Notifications;
}

/** The code behind the actions on plans. */
export function createSubscriptionActions(ports: SubscriptionPorts): readonly Action[] {
  return [...readingActions(ports), ...renewingActions(ports), ...endingActions(ports)];
}

/** The proved customer and how to call, or undefined. */
function caller(context: ActionContext) {
  const customer_id = provedCustomer(context);
  return customer_id === undefined ? undefined : { customer_id, call: callOf(context) };
}

function localPlan({ customer_id: _, name, product_name, ...plan }: Plan, locale: Locale) {
  return { ...plan, name: name[locale], ...(product_name ? { product_name: product_name[locale] } : {}) };
}

function localOffer<Offer extends z.infer<typeof renewalOffer> | z.infer<typeof planCancellationOffer>>(
  { customer_id: _, name, ...offer }: Offer,
  locale: Locale,
) {
  return { ...offer, name: name[locale] };
}

const otherNames = (...names: readonly (Bilingual | undefined)[]) => [
  ...new Set(names.flatMap((name) => (name ? [name.en, name.ja] : []))),
];

/** Two plans of one name are told apart by their device, else by their day. */
function labelOf(plan: Plan, plans: readonly Plan[], locale: Locale): string {
  const name = plan.name[locale];
  if (plans.filter((other) => other.name[locale] === name).length < 2) return name;
  const same = plans.filter((other) => other.name[locale] === name && other.product === plan.product);
  return `${name} (${same.length < 2 && plan.product_name ? plan.product_name[locale] : nameDate(plan.ends_on, locale)})`;
}

/** A plan with the device that it belongs to. */
function titleOf({ name, product_name }: Plan, locale: Locale): string {
  if (!product_name) return name[locale];
  return locale === 'en' ? `${name.en} for your ${product_name.en}` : `${product_name.ja}の${name.ja}`;
}

function readingActions({ subscriptions }: SubscriptionPorts): readonly Action[] {
  return [
    implementAction(SUBSCRIPTION_ACTIONS.list_plans, async (_, context) => {
      const who = caller(context);
      if (!who) return { outcome: 'not_proved' };
      const listed = await subscriptions.listPlans({ customer_id: who.customer_id }, who.call);
      const plans = listed.outcome === 'ok' ? listed.value : [];
      if (plans.length === 0) return { outcome: 'none' };
      const output = plans.map((plan) => ({
        ...localPlan(plan, context.locale),
        value: plan.plan_id,
        label: labelOf(plan, plans, context.locale),
        synonyms: otherNames(plan.name, plan.product_name),
      }));
      return { outcome: 'ok', output };
    }),
    implementAction(SUBSCRIPTION_ACTIONS.get_plan, async ({ plan_id }, context) => {
      const who = caller(context);
      if (!who) return { outcome: 'not_proved' };
      const listed = await subscriptions.listPlans({ customer_id: who.customer_id }, who.call);
      const plan = listed.outcome === 'ok' ? listed.value.find((one) => one.plan_id === plan_id) : undefined;
      if (!plan) return { outcome: 'not_found' };
      const { locale } = context;
      return { outcome: 'ok', output: { ...localPlan(plan, locale), title: titleOf(plan, locale) } };
    }),
    implementAction(SUBSCRIPTION_ACTIONS.list_plan_options, async ({ plan_id }, context) => {
      const who = caller(context);
      if (!who) return { outcome: 'not_proved' };
      const listed = await subscriptions.listOptions({ plan_id, customer_id: who.customer_id }, who.call);
      if (listed.outcome !== 'ok') return listed;
      if (listed.value.length === 0) return { outcome: 'none' };
      const output = listed.value.map((option) => ({
        ...option,
        name: option.name[context.locale],
        includes: option.features
          .map((feature) => FEATURE_NAMES[feature][context.locale])
          .join(context.locale === 'en' ? ', ' : '、'),
        value: option.option_id,
        label: option.name[context.locale],
        synonyms: otherNames(option.name),
      }));
      return { outcome: 'ok', output };
    }),
  ];
}

function renewingActions({ subscriptions, customers, notifications }: SubscriptionPorts): readonly Action[] {
  return [
    implementAction(SUBSCRIPTION_ACTIONS.prepare_renewal, async ({ plan_id, option_id }, context) => {
      const who = caller(context);
      if (!who) return { outcome: 'not_proved' };
      const offer = await subscriptions.prepareRenewal({ plan_id, option_id, customer_id: who.customer_id }, who.call);
      return offer.outcome === 'ok' ? { outcome: 'ok', output: localOffer(offer.value, context.locale) } : offer;
    }),
    implementAction(SUBSCRIPTION_ACTIONS.confirm_renewal, async ({ offer_id }, context) => {
      const who = caller(context);
      if (!who) return { outcome: 'not_proved' };
      const bought = await subscriptions.confirmRenewal({ offer_id, customer_id: who.customer_id }, who.call);
      if (bought.outcome !== 'ok') return bought;
      return { outcome: 'ok', output: { ...bought.value, name: bought.value.name[context.locale] } };
    }),
    implementAction(SUBSCRIPTION_ACTIONS.set_auto_renewal, async ({ plan_id, on }, context) => {
      const who = caller(context);
      if (!who) return { outcome: 'not_proved' };
      const set = await subscriptions.setAutoRenewal({ plan_id, on, customer_id: who.customer_id }, who.call);
      return set.outcome === 'ok' ? { outcome: 'ok', output: localPlan(set.value, context.locale) } : set;
    }),
    implementAction(SUBSCRIPTION_ACTIONS.send_confirmation_link, async ({ offer_id }, context) => {
      const who = caller(context);
      if (!who) return { outcome: 'not_proved' };
      const asked = { offer_id, customer_id: who.customer_id };
      const offer = await subscriptions.readOffer(asked, who.call);
      if (offer.outcome !== 'ok') return offer;
      const customer = await customers.readCustomer({ customer_id: who.customer_id }, who.call);
      if (customer.outcome !== 'ok') return { outcome: 'not_found' };
      const link = await subscriptions.createConfirmationLink(asked, who.call);
      if (link.outcome !== 'ok') return link;
      const { locale } = context;
      const { name, price, expires_at } = offer.value;
      const letter = writeLetter(
        { about: 'confirmation_link', name: name[locale], price, url: link.value.url },
        locale,
      );
      const to = customer.value.email;
      const id = `link:${offer_id}:${context.idempotencyKey}`;
      await notifications.send({ id, kind: 'link', by: 'email', to, customerId: who.customer_id, locale, ...letter });
      return { outcome: 'ok', output: { sent_to: maskEmail(to), expires_at } };
    }),
  ];
}

function endingActions({ subscriptions }: SubscriptionPorts): readonly Action[] {
  return [
    implementAction(SUBSCRIPTION_ACTIONS.prepare_plan_cancellation, async ({ plan_id }, context) => {
      const who = caller(context);
      if (!who) return { outcome: 'not_proved' };
      const offer = await subscriptions.prepareCancellation({ plan_id, customer_id: who.customer_id }, who.call);
      return offer.outcome === 'ok' ? { outcome: 'ok', output: localOffer(offer.value, context.locale) } : offer;
    }),
    implementAction(SUBSCRIPTION_ACTIONS.cancel_plan, async ({ offer_id }, context) => {
      const who = caller(context);
      if (!who) return { outcome: 'not_proved' };
      const done = await subscriptions.cancelPlan({ offer_id, customer_id: who.customer_id }, who.call);
      if (done.outcome !== 'ok') return done;
      return { outcome: 'ok', output: { ...done.value, name: done.value.name[context.locale] } };
    }),
  ];
}
