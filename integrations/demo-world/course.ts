import { addDays, type CalendarDate, daysBetween } from '../calendar.ts';
import type { DELAY_REASONS, DELIVERY_WINDOWS, FAILURE_REASONS, LEFT_AT, OrderState } from '../orders/order.ts';

type OneOf<List extends readonly string[]> = List[number];

/** The way of one parcel through the world, as dates. */
interface Leg {
  readonly packed_on: CalendarDate;
  readonly shipped_on: CalendarDate;
  /** Out for delivery on this day, delivered from the next day on. */
  readonly eta: CalendarDate;
}

/** Everything that moves an order, as dates: what state it is in follows from the day alone. */
export interface Course extends Leg {
  readonly placed_on: CalendarDate;
  readonly window: OneOf<typeof DELIVERY_WINDOWS>;
  readonly left_at: OneOf<typeof LEFT_AT>;
  /** First promised day, where it is late. */
  readonly original_eta?: CalendarDate;
  readonly delay_reason?: OneOf<typeof DELAY_REASONS>;
  /** Nobody could take it on this day: it is kept until `held_until`, then goes back. */
  readonly failed_on?: CalendarDate;
  readonly failure_reason?: OneOf<typeof FAILURE_REASONS>;
  readonly held_until?: CalendarDate;
  readonly redelivery_on?: CalendarDate;
  readonly back_ordered_until?: CalendarDate;
  readonly lost_on?: CalendarDate;
  readonly returned_on?: CalendarDate;
  readonly refund_on?: CalendarDate;
  readonly cancelled_on?: CalendarDate;
  /** The customer says that it did not arrive. */
  readonly claimed_on?: CalendarDate;
  readonly answer_by?: CalendarDate;
  /** Several parcels, each on its own way. */
  readonly legs?: readonly Leg[];
}

const DAYS_TO_REFUND = 5;

/** Where an order stands on a day, and the dates that follow from it. */
export interface Standing {
  readonly state: OrderState;
  readonly eta?: CalendarDate;
  readonly delivered_on?: CalendarDate;
  readonly returned_on?: CalendarDate;
  readonly refund_on?: CalendarDate;
  readonly parcels: readonly {
    readonly state: OrderState;
    readonly eta?: CalendarDate;
    readonly delivered_on?: CalendarDate;
  }[];
}

/** The state of an order on a day: a pure function, so the world moves by itself. */
export function standingOn(course: Course, today: CalendarDate): Standing {
  const since = (date: CalendarDate | undefined): date is CalendarDate => date !== undefined && date <= today;
  const alone = (state: OrderState, dates: Omit<Standing, 'state' | 'parcels'> = {}): Standing => {
    const { eta, delivered_on } = dates;
    return {
      state,
      ...dates,
      parcels: [{ state, ...(eta ? { eta } : {}), ...(delivered_on ? { delivered_on } : {}) }],
    };
  };
  if (since(course.cancelled_on)) return alone('cancelled', refund(course));
  if (since(course.returned_on)) return sentBack(course, course.returned_on, today);
  if (since(course.claimed_on)) return alone('delivered_not_received', { delivered_on: course.eta });
  if (since(course.lost_on)) return alone('lost');
  if (course.legs) return inParcels(course.legs, today);
  if (course.back_ordered_until !== undefined && today < course.back_ordered_until)
    return alone('back_ordered', { eta: course.eta });
  if (since(course.failed_on)) return afterFailure(course, course.failed_on, today, alone);
  return alone(...legOn(course, today, course.original_eta));
}

function afterFailure(
  course: Course,
  failed_on: CalendarDate,
  today: CalendarDate,
  alone: (state: OrderState, dates?: Omit<Standing, 'state' | 'parcels'>) => Standing,
): Standing {
  const again = course.redelivery_on;
  if (again !== undefined) {
    if (today > again) return alone('delivered', { delivered_on: again });
    return alone(today === again ? 'out_for_delivery' : 'in_transit', { eta: again });
  }
  const held_until = course.held_until ?? addDays(failed_on, 7);
  return today > held_until ? sentBack(course, addDays(held_until, 1), today) : alone('failed_delivery');
}

/** What came back is paid back some days later. */
function sentBack(course: Course, returned_on: CalendarDate, today: CalendarDate): Standing {
  const refund_on = course.refund_on ?? addDays(returned_on, DAYS_TO_REFUND);
  const state = today >= refund_on ? 'refunded' : 'returned';
  return { state, returned_on, refund_on, parcels: [{ state }] };
}

function refund(course: Course) {
  return course.refund_on === undefined ? {} : { refund_on: course.refund_on };
}

type LegStanding = [state: OrderState, dates: { readonly eta?: CalendarDate; readonly delivered_on?: CalendarDate }];

function legOn(leg: Leg, today: CalendarDate, original_eta?: CalendarDate): LegStanding {
  const { eta } = leg;
  if (today > eta) return ['delivered', { delivered_on: eta }];
  if (today === eta) return ['out_for_delivery', { eta }];
  if (original_eta !== undefined && original_eta < eta) return ['delayed', { eta }];
  if (today < leg.packed_on) return ['placed', { eta }];
  if (today < leg.shipped_on) return ['packed', { eta }];
  return [daysBetween(leg.shipped_on, today) === 0 ? 'shipped' : 'in_transit', { eta }];
}

function inParcels(legs: readonly Leg[], today: CalendarDate): Standing {
  const parcels = legs.map((leg) => {
    const [state, dates] = legOn(leg, today);
    return { state, ...dates };
  });
  const next = parcels.flatMap((parcel) => parcel.eta ?? []).sort()[0];
  if (next !== undefined) {
    const unshipped = parcels.every((parcel) => parcel.state === 'placed' || parcel.state === 'packed');
    return { state: unshipped ? 'placed' : 'partly_shipped', eta: next, parcels };
  }
  const delivered_on = parcels
    .flatMap((parcel) => parcel.delivered_on ?? [])
    .sort()
    .at(-1);
  return { state: 'delivered', ...(delivered_on ? { delivered_on } : {}), parcels };
}
