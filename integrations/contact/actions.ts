import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Action, ActionContext } from '../action.ts';
import { addDays, dateIn } from '../calendar.ts';
import { provedCustomer } from '../identity-proof.ts';
import { implementAction } from '../implement-action.ts';
import { nameDate } from '../name-date.ts';
import { toJson } from '../to-json.ts';
import { CONTACT_ACTIONS } from './action-descriptors.ts';
import { callbackHours, type OpeningHours, openingsFrom } from './opening-hours.ts';

/** What reaching people works with. */
export interface ContactPorts {
  /** When people can be reached; Monday to Saturday from 9 to 18 where nothing is said. */
  readonly openingHours?: OpeningHours | undefined;
}

const DEFAULT_HOURS: OpeningHours = { days: [1, 2, 3, 4, 5, 6], from: 9, until: 18 };
/** So many hours of callback are offered: what buttons and ears can take. */
const OFFERED_HOURS = 5;
/** A callback may be asked for this many working hours ahead. */
const BOOKABLE_HOURS = 60;
const ANSWER_DAYS = 2;

/** The code behind reaching people: promises go to the archive, where the team finds them. */
export function createContactActions({ openingHours }: ContactPorts): readonly Action[] {
  const hours = openingHours ?? DEFAULT_HOURS;
  const keep = (what: 'callback' | 'message', body: object, context: ActionContext) =>
    context.keep(recordOf(what, body, context));
  return [
    implementAction(CONTACT_ACTIONS.read_opening_hours, async (_, { zone, now }) => {
      const [next] = openingsFrom(hours, zone, new Date(now));
      if (!next) return { outcome: 'ok', output: { open_now: false } };
      const open_now = next.from <= new Date(now);
      const when = open_now ? { closes_at: next.to.toISOString() } : { opens_at: next.from.toISOString() };
      return { outcome: 'ok', output: { open_now, ...when } };
    }),
    implementAction(CONTACT_ACTIONS.list_callback_times, async (_, { zone, now, locale }) => {
      const offered = callbackHours(hours, zone, new Date(now), OFFERED_HOURS);
      if (offered.length === 0) return { outcome: 'none' };
      return { outcome: 'ok', output: offered.map(({ from, to }) => choiceOf(from, to, zone, locale)) };
    }),
    implementAction(CONTACT_ACTIONS.book_callback, async (wanted, context) => {
      const phone_number = dialledNumber(wanted.phone_number, context.locale);
      if (phone_number === undefined) return { outcome: 'number_invalid' };
      const slot = callbackHours(hours, context.zone, new Date(context.now), BOOKABLE_HOURS).find(
        ({ from }) => from.getTime() === Date.parse(wanted.at),
      );
      if (!slot) return { outcome: 'time_taken' };
      const from = slot.from.toISOString();
      const to = slot.to.toISOString();
      keep('callback', { ...wanted, phone_number, from, to }, context);
      return { outcome: 'ok', output: { reference: referenceOf('callback', context), from, to } };
    }),
    implementAction(CONTACT_ACTIONS.leave_message, async (wanted, context) => {
      const answer_by = workdayAfter(hours, context, ANSWER_DAYS);
      keep('message', { ...wanted, answer_by }, context);
      return { outcome: 'ok', output: { reference: referenceOf('message', context), answer_by } };
    }),
  ];
}

/** The number as a telephone takes it: read by the habits of the language's country first, then by the other's. */
function dialledNumber(words: string, locale: Locale): string | undefined {
  const countries: readonly CountryCode[] = locale === 'ja' ? ['JP', 'US'] : ['US', 'JP'];
  return countries.flatMap((country) => findPhoneNumbersInText(words, country)).find(({ number }) => number.isValid())
    ?.number.number;
}

function choiceOf(from: Date, to: Date, zone: string, locale: Locale) {
  const clock = new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
  });
  const day = nameDate(dateIn(zone, from), locale);
  const label = locale === 'ja' ? `${day}の${clock.format(from)}` : `${day} at ${clock.format(from)}`;
  return {
    value: from.toISOString(),
    label,
    synonyms: [clock.format(from)],
    from: from.toISOString(),
    to: to.toISOString(),
  };
}

/** The day on which so many workdays have passed. */
function workdayAfter(hours: OpeningHours, { zone, now }: ActionContext, workdays: number): string {
  const upcoming = openingsFrom(hours, zone, new Date(now)).filter(({ from }) => from > new Date(now));
  const last = upcoming[workdays - 1];
  return last ? dateIn(zone, last.from) : addDays(dateIn(zone, new Date(now)), workdays);
}

const referenceOf = (what: string, context: ActionContext) => `${what}:${context.idempotencyKey}`;

function recordOf(what: 'callback' | 'message', body: object, context: ActionContext) {
  const { conversationId, channel, locale, now: at } = context;
  const customerId = provedCustomer(context);
  return {
    id: referenceOf(what, context),
    kind: 'promise' as const,
    at,
    outcome: what,
    conversationId,
    ...(customerId === undefined ? {} : { customerId }),
    body: toJson({ what, channel, locale, ...body }),
  };
}
