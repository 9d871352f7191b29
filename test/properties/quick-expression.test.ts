import fc from 'fast-check';
import type { CelType } from '../../dialogs/flow/expression/cel-type.ts';
import {
  createExpressionScope,
  type Expression,
  type ExpressionScope,
  type Wanted,
} from '../../dialogs/flow/expression.ts';
import type { ExpressionContext } from '../../dialogs/flow/flow-book.ts';
import { createReport } from '../../dialogs/flow/flow-problem.ts';
import { parseDialogs } from '../../dialogs/flow/parse-dialogs.ts';
import { findSlotTypes } from '../../dialogs/flow/slot-types.ts';
import { usesOf } from '../../dialogs/flow/steps/step-kinds.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import { ACTION_CATALOGUE } from '../../integrations/action-catalogue.ts';
import { readFlows } from '../kit/read-flows.ts';

interface Written {
  readonly name: string;
  readonly slots: Readonly<Record<string, CelType>>;
  readonly expressions: readonly Expression[];
}

/** Slots of every type, and expressions of every shape that can be written over them. */
const THING: CelType = {
  kind: 'record',
  fields: {
    state: { kind: 'string' },
    count: { kind: 'int' },
    price: { kind: 'double' },
    day: { kind: 'date' },
    late: { kind: 'bool' },
    open: { kind: 'dyn' },
    inner: { kind: 'record', fields: { state: { kind: 'string' }, count: { kind: 'int' } } },
    list: { kind: 'list', of: { kind: 'string' } },
  },
};
const SLOTS: Readonly<Record<string, CelType>> = {
  text: { kind: 'string' },
  count: { kind: 'int' },
  price: { kind: 'double' },
  yes: { kind: 'bool' },
  day: { kind: 'date' },
  moment: { kind: 'datetime' },
  wait: { kind: 'duration' },
  thing: THING,
  things: { kind: 'list', of: THING },
  map: { kind: 'map', of: { kind: 'dyn' } },
  words: { kind: 'map', of: { kind: 'string' } },
  open: { kind: 'dyn' },
};
const SHAPES = [
  ...[
    'slots.text',
    'slots.count',
    'slots.price',
    'slots.yes',
    'slots.day',
    'slots.moment',
    'slots.wait',
    'slots.thing',
  ],
  ...[
    'slots.things',
    'slots.map',
    'slots.open',
    'slots.thing.inner',
    'slots.thing.list',
    'slots.map.state',
    'now',
    'locale',
  ],
  ...['has(slots.text)', 'has(slots.day)', 'has(slots.wait)', 'has(slots.thing.inner.state)', 'has(slots.map.state)'],
  ...[
    'has(slots.open)',
    'has(slots.words.count)',
    'has(identity.proves.order)',
    'has(customer.tier)',
    '!has(slots.things)',
  ],
  ...[
    'slots.text == "a"',
    '"a" != slots.text',
    'slots.count == 3',
    'slots.price == 3.0',
    'slots.price == 3',
    'slots.count != 3',
  ],
  ...[
    'slots.yes == true',
    'slots.map.state == "a"',
    'slots.map.count == 3',
    'slots.open == "a"',
    'slots.open == slots.map.state',
  ],
  ...[
    'slots.thing.open == slots.text',
    'slots.thing == slots.thing',
    'slots.day == slots.day',
    'slots.text == slots.thing.state',
  ],
  ...[
    'slots.count < 3',
    'slots.price >= 2.5',
    'slots.text < "b"',
    'slots.count > 2.5',
    'slots.day < now',
    'slots.count <= slots.thing.count',
  ],
  ...[
    'slots.text in ["a", "b"]',
    '!(slots.text in ["a"])',
    'slots.map.state in ["a"]',
    'slots.count in [1, 2]',
    'slots.text in slots.thing.list',
  ],
  ...[
    'slots.count + 1',
    'slots.count + slots.thing.count',
    'slots.text + "a"',
    'slots.price + 1.5',
    'slots.count + 9007199254740991',
  ],
  ...[
    'slots.yes && slots.thing.late',
    'slots.yes || slots.thing.late',
    '!slots.yes',
    '!slots.map.late',
    'slots.map.late && slots.yes',
  ],
  ...['slots.yes ? slots.text : "none"', 'has(slots.day) ? slots.day : slots.moment', 'slots.yes ? slots.count : 0'],
  ...[
    'has(slots.text) && slots.text == "a" || slots.count > 1',
    'slots.map.late || slots.text == "a"',
    'true',
    '3',
    '2.5',
    '"a"',
  ],
  ...[
    'channel.audience == "shared"',
    'channel.buttons == 1',
    'identity.level == "verified"',
    'conversation.turns > 2',
    'conversation.repeat_contact',
  ],
];

function shapes(): Written {
  const scope = createExpressionScope(SLOTS);
  return { name: 'every shape', slots: SLOTS, expressions: SHAPES.flatMap((source) => compiled(scope, source)) };
}

const compiled = (scope: ExpressionScope, source: string, wanted: Wanted = 'value'): readonly Expression[] => {
  const result = scope.compile(source, wanted);
  return 'expression' in result ? [result.expression] : [];
};

function shipped(): readonly Written[] {
  const dialogs = parseDialogs(readFlows(), ACTION_CATALOGUE, createReport());
  const types = findSlotTypes(dialogs, ACTION_CATALOGUE);
  return [...dialogs.flows].map(([name, { flow }]) => {
    const slots = types.of(name);
    const scope = createExpressionScope(slots);
    const written = Object.values(flow.steps).flatMap(({ step }) => usesOf(step).expressions);
    return { name, slots, expressions: written.flatMap(({ source, wanted }) => compiled(scope, source, wanted)) };
  });
}

const ODD = fc.constantFrom<Json>(
  null,
  '',
  'a',
  -0,
  3,
  2.5,
  1e300,
  2 ** 60,
  true,
  {},
  [],
  { state: 'a' },
  ['a'],
  'P1D',
  '2026-02-30',
  '2026-11-24',
  '2026-11-24T10:00:00Z',
);

/** Mostly what the type says, and now and then anything else. */
function anyOf(type: CelType, words: readonly string[]): fc.Arbitrary<Json> {
  return fc.oneof({ weight: 8, arbitrary: fitting(type, words) }, { weight: 1, arbitrary: ODD });
}

function fitting(type: CelType, words: readonly string[]): fc.Arbitrary<Json> {
  switch (type.kind) {
    case 'string':
      return fc.constantFrom('a', 'b', ...words);
    case 'bool':
      return fc.boolean();
    case 'int':
      return fc.oneof(fc.integer({ min: -2, max: 9 }), fc.integer());
    case 'double':
      return fc.constantFrom(0, -0, 2.5, 3, -1.25);
    case 'date':
      return fc.constantFrom('2026-11-24', '2026-11-25', '2024-02-29');
    case 'datetime':
      return fc.constantFrom('2026-11-24T10:00:00.000Z', '2026-11-24T19:00:00+09:00');
    case 'duration':
      return fc.constantFrom('PT90M', 'P1DT2H', '-PT1.5S');
    case 'list':
      return fc.oneof(
        { weight: 9, arbitrary: fc.array(anyOf(type.of, words), { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.constantFrom(150, 250, 1100).map((length) => Array.from({ length }, () => 'a')) },
      );
    case 'map':
      return fc.dictionary(fc.constantFrom('state', 'count', 'late', 'value', 'label'), anyOf(type.of, words), {
        maxKeys: 4,
      });
    case 'record':
      return fieldsOf(type.fields, words);
    case 'dyn':
      return fc.oneof(fc.constantFrom<Json>('a', 3, true, 2.5), ODD);
  }
}

const fieldsOf = (
  fields: Readonly<Record<string, CelType>>,
  words: readonly string[],
): fc.Arbitrary<Record<string, Json>> =>
  fc
    .record(Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, anyOf(type, words)])), {
      requiredKeys: [],
    })
    .map((given) =>
      Object.fromEntries(
        Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    );

function contextOf({ slots, expressions }: Written): fc.Arbitrary<ExpressionContext> {
  const words = [
    ...new Set(expressions.flatMap(({ source }) => [...source.matchAll(/"([^"]*)"/g)].map((found) => found[1] ?? ''))),
  ];
  const proofs: Readonly<Record<string, CelType>> = { customer: { kind: 'string' }, order: { kind: 'string' } };
  return fc.record({
    slots: fieldsOf(slots, words),
    customer: fieldsOf({ tier: { kind: 'string' }, tenure_days: { kind: 'int' } }, words),
    identity: fc.oneof(
      fc.record({ level: fc.constantFrom<Json>('none', 'recognised', 'verified'), proves: fieldsOf(proofs, words) }),
      fc.constantFrom<Json>(null, {}, { level: 'verified' }),
    ),
    channel: fieldsOf({ audience: { kind: 'string' }, speech: { kind: 'bool' }, buttons: { kind: 'int' } }, [
      'shared',
      ...words,
    ]),
    locale: fc.constantFrom('en', 'ja'),
    now: fc.constantFrom('2026-11-24T01:00:00.000Z', '2026-11-25T01:00:00.000Z'),
    conversation: fc.record({ turns: fc.nat(9), misses: fc.nat(3), repeat_contact: fc.boolean() }),
  });
}

describe('an expression worked out the short way', () => {
  it.each([shapes(), ...shipped()])('answers what the library answers: $name', (written) => {
    fc.assert(
      fc.property(contextOf(written), (context) => {
        for (const { source, run, runByLibrary } of written.expressions) {
          const [quick, asked] = [run(context), runByLibrary(context)];
          if (JSON.stringify(quick) !== JSON.stringify(asked))
            expect({ source, ...quick }).toStrictEqual({ source, ...asked });
        }
      }),
      { numRuns: written.name === 'every shape' ? 300 : 60 },
    );
  });
});
