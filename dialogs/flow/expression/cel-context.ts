import type { ExpressionContext } from '../flow-book.ts';
import type { CelType, RecordType } from './cel-type.ts';
import { fieldsOf, type ToCel, toCel } from './cel-values.ts';
import { contextValue } from './context-value.ts';
import type { ExpressionParts } from './expression-parts.ts';

const STRING: CelType = { kind: 'string' };
const INT: CelType = { kind: 'int' };
const BOOL: CelType = { kind: 'bool' };
const record = (fields: Readonly<Record<string, CelType>>): CelType => ({ kind: 'record', fields });

/** The names besides `slots`, as designers know them. */
export const CONTEXT_TYPES: Readonly<Record<string, CelType>> = {
  customer: record({ tier: STRING, value_band: STRING, tenure_days: INT, phase: STRING, preferred_channel: STRING }),
  identity: record({ level: STRING, proves: record({ customer: STRING, order: STRING }) }),
  channel: record({
    speech: BOOL,
    screen: BOOL,
    buttons: INT,
    cards: BOOL,
    typing: BOOL,
    audience: STRING,
    purchase: STRING,
  }),
  locale: STRING,
  now: { kind: 'datetime' },
  conversation: record({ turns: INT, misses: INT, repeat_contact: BOOL }),
};

/** Frozen, without a prototype, and only what the expression reads. */
export function celContext(
  parts: ExpressionParts,
  slotsType: RecordType,
  to: ToCel,
  context: ExpressionContext,
): Record<string, unknown> {
  const cel: Record<string, unknown> = Object.create(null);
  const read = new Set(parts.names.map((name) => name.path[0]));
  for (const [name, type] of Object.entries(CONTEXT_TYPES)) {
    if (!read.has(name)) continue;
    cel[name] = toCel(contextValue(context, name), type, to);
  }
  if (read.has('slots')) {
    const wanted: Record<string, CelType> = Object.create(null);
    for (const { path } of parts.names) {
      const [root, slot] = path;
      const type =
        root === 'slots' && slot !== undefined && Object.hasOwn(slotsType.fields, slot)
          ? slotsType.fields[slot]
          : undefined;
      if (slot !== undefined && type) wanted[slot] = type;
    }
    cel['slots'] = to.makeRecord(slotsType, fieldsOf(context.slots, wanted, to));
  }
  return Object.freeze(cel);
}
