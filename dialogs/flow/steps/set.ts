import { z } from 'zod';
import type { Json } from '../../protocol/value.ts';
import { values } from '../names.ts';
import type { Route } from '../next.ts';
import { ongoingStepFields } from './common-fields.ts';
import { defineStep, valueExpressions } from './define-step.ts';

/**
 * Fills slots; null empties one. `set: {}` with a `next` is a pure branch.
 * @example
 * - set: { wish: '"track"' }
 */
export interface SetStep {
  readonly kind: 'set';
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
  readonly values: Readonly<Record<string, Json>>;
}

const authoredSet = z
  .strictObject({
    set: values.describe('Slot → value. null empties a slot; {} with a `next` is a pure branch.'),
    ...ongoingStepFields,
  })
  .describe('Fills or empties slots.');

export const setKind = defineStep<typeof authoredSet, SetStep>({
  verb: 'set',
  schema: authoredSet,
  objectOf: ({ set }) => (typeof set === 'object' && set !== null ? Object.keys(set)[0] : undefined) ?? 'nothing',
  parse: (authored, base) => ({ kind: 'set', ...base, values: authored.set }),
  uses: (step) => {
    const slots = Object.entries(step.values).map(([slot, value]) => ({
      slot,
      path: ['set', slot],
      by: 'set' as const,
      value,
    }));
    return {
      expressions: valueExpressions(step.values, 'set'),
      fills: slots.filter(({ value }) => value !== null),
      empties: slots.filter(({ value }) => value === null),
    };
  },
});
