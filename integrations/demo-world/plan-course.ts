import { addDays, type CalendarDate } from '../calendar.ts';
import { DELAY_REASONS, DELIVERY_WINDOWS, FAILURE_REASONS, LEFT_AT, type OrderState } from '../orders/order.ts';
import type { Course } from './course.ts';
import type { Dice } from './dice.ts';

/** Days from one station of a parcel to the next. */
const PACKING = 1;
const SHIPPING = 1;

/** Lays out the dates of an order so that it is in this state today, and goes on from there by itself. */
export function planCourse(state: OrderState, today: CalendarDate, dice: Dice): Course {
  const travel = dice.int(2, 4);
  const ago = (low: number, high: number) => addDays(today, -dice.int(low, high));
  const ahead = (low: number, high: number) => addDays(today, dice.int(low, high));
  const onTheWay = (eta: CalendarDate) => backwards(eta, travel, dice);
  switch (state) {
    case 'placed':
      return onTheWay(addDays(today, 1 + SHIPPING + travel));
    case 'packed':
      return onTheWay(addDays(today, SHIPPING + travel));
    case 'shipped':
      return onTheWay(addDays(today, travel));
    case 'in_transit':
      return onTheWay(ahead(1, travel - 1));
    case 'out_for_delivery':
      return onTheWay(today);
    case 'delivered':
      return onTheWay(ago(1, 60));
    case 'delivered_not_received':
      return claimed(onTheWay(ago(1, 4)), today);
    case 'delayed':
      return delayed(onTheWay(dice.chance(0.7) ? ago(1, 5) : today), ahead(1, 4), dice);
    case 'failed_delivery':
      return failed(onTheWay(ago(1, 2)), dice);
    case 'partly_shipped':
      return inParcels(onTheWay(ahead(-1, 1)), today, dice);
    case 'back_ordered':
      return backOrdered(onTheWay(addDays(today, travel)), ahead(4, 20), travel, dice);
    case 'lost': {
      const course = onTheWay(ago(8, 14));
      return { ...course, original_eta: course.eta, lost_on: ago(1, 4) };
    }
    case 'returned':
      return sentBack(onTheWay(ago(12, 25)), ago(0, 3));
    case 'refunded':
      return sentBack(onTheWay(ago(40, 80)), ago(6, 30));
    case 'cancelled': {
      const cancelled_on = ago(0, 20);
      return { ...onTheWay(addDays(cancelled_on, 4)), cancelled_on, refund_on: addDays(cancelled_on, 5) };
    }
  }
}

/** Shifts the dates of packing and sending back from the day of delivery. */
function backwards(eta: CalendarDate, travel: number, dice: Dice): Course {
  const shipped_on = addDays(eta, -travel);
  const packed_on = addDays(shipped_on, -SHIPPING);
  const placed_on = addDays(packed_on, -PACKING - dice.int(0, 1));
  return { placed_on, packed_on, shipped_on, eta, window: dice.pick(DELIVERY_WINDOWS), left_at: dice.pick(LEFT_AT) };
}

export function claimed(course: Course, today: CalendarDate): Course {
  return { ...course, claimed_on: today, answer_by: addDays(today, 3) };
}

function delayed(course: Course, eta: CalendarDate, dice: Dice): Course {
  return { ...course, eta, original_eta: course.eta, delay_reason: dice.pick(DELAY_REASONS) };
}

function failed(course: Course, dice: Dice): Course {
  return {
    ...course,
    failed_on: course.eta,
    held_until: addDays(course.eta, 7),
    failure_reason: dice.pick(FAILURE_REASONS),
  };
}

function sentBack(course: Course, returned_on: CalendarDate): Course {
  return { ...course, returned_on, refund_on: addDays(returned_on, 5) };
}

function backOrdered(course: Course, until: CalendarDate, travel: number, dice: Dice): Course {
  const shipped_on = addDays(until, SHIPPING);
  const placed_on = addDays(course.packed_on, -dice.int(3, 10));
  return {
    ...course,
    placed_on,
    back_ordered_until: until,
    packed_on: until,
    shipped_on,
    eta: addDays(shipped_on, travel),
  };
}

/** The first parcel is on its way or there already, the last one is not even packed. */
function inParcels(first: Course, today: CalendarDate, dice: Dice): Course {
  const legs = [first, backwards(addDays(today, dice.int(5, 7)), 2, dice)];
  if (dice.chance(0.3)) legs.push(backwards(addDays(today, 9), 2, dice));
  return { ...first, legs: legs.map(({ packed_on, shipped_on, eta }) => ({ packed_on, shipped_on, eta })) };
}
