import { z } from 'zod';
import { calendarDate, choice, instant } from '../data-shapes.ts';
import { describeAction } from '../describe-action.ts';

/** What flows may know of reaching people: opening hours, callbacks, messages for the team. */
export const CONTACT_ACTIONS = {
  read_opening_hours: describeAction({
    name: 'read_opening_hours',
    description: 'Is a colleague on duty now, and when is the next time?',
    input: z.object({}),
    output: z.object({
      open_now: z.boolean(),
      closes_at: instant.optional().describe('While open: when today ends'),
      opens_at: instant.optional().describe('While closed: when the next day begins'),
    }),
    outcomes: [],
    timeoutMs: 2000,
  }),
  list_callback_times: describeAction({
    name: 'list_callback_times',
    description: 'Hours at which somebody can call back; `value` is the beginning of the hour.',
    input: z.object({}),
    output: z.array(choice.extend({ value: instant, from: instant, to: instant })),
    outcomes: ['none'],
    timeoutMs: 2500,
  }),
  book_callback: describeAction({
    name: 'book_callback',
    description: 'Writes down a promise to call. The same number at the same hour again changes nothing.',
    input: z.object({ phone_number: z.string().min(1).max(40), at: instant, about: z.string().max(500).optional() }),
    output: z.object({ reference: z.string(), from: instant, to: instant }),
    outcomes: ['time_taken', 'number_invalid'],
    access: 'write',
    timeoutMs: 4000,
  }),
  leave_message: describeAction({
    name: 'leave_message',
    description: 'Leaves a message for the team, answered by email.',
    input: z.object({ message: z.string().min(1).max(2000), email: z.string().max(320) }),
    output: z.object({ reference: z.string(), answer_by: calendarDate }),
    outcomes: [],
    access: 'write',
    timeoutMs: 4000,
  }),
} as const;
