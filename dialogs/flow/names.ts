import { z } from 'zod';

const SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const KEBAB = '[a-z0-9]+(?:-[a-z0-9]+)*';
const FLOW = new RegExp(`^${KEBAB}(?:/${KEBAB})*$`);
const TEXT = new RegExp(`^(?:${KEBAB}(?:/${KEBAB})*\\.)?[a-z][a-z0-9]*(?:_[a-z0-9]+)*$`);

const shaped = (pattern: RegExp, message: string) => z.string().max(120).regex(pattern, message);

/** Slots, steps, actions, text keys, events. */
export const snakeName = shaped(SNAKE, 'is written in snake_case: `order_number`');
/** Flows, by their folder's path below `flows/`. */
export const flowName = shaped(FLOW, 'is written in kebab-case: `order-status`, `patterns/no-match`');
/** A text of this flow, or `<flow>.<key>`. */
export const textName = shaped(TEXT, 'is a text key: `order_delayed`, or `order-status.order_delayed` of another flow');
/** CEL source of a condition. YAML reads a bare `true` or `false` as a boolean: both are taken. */
export const condition = z
  .union([z.string().min(1), z.boolean().transform(String)])
  .describe('A condition in CEL: `has(slots.order) && slots.order.days_late > 0`.');
/** A map of values: strings are CEL, numbers, booleans and null are themselves. */
export const values = z
  .record(snakeName, z.json())
  .describe(
    'Values by name. A string is a CEL expression; numbers, booleans and null are themselves; a literal text is \'"…"\'.',
  );
