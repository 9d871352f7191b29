import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { CONTEXT_TYPES, celContext } from './expression/cel-context.ts';
import { registerFunctions } from './expression/cel-functions.ts';
import type { CelType, RecordType } from './expression/cel-type.ts';
import { ExpressionError, fromCel, MAX_LIST, type ToCel } from './expression/cel-values.ts';
import { explainError, fromTypeName } from './expression/explain-error.ts';
import type { ExpressionFault } from './expression/expression-fault.ts';
import { type ExpressionParts, expressionParts } from './expression/expression-parts.ts';
import { forbiddenParts } from './expression/forbidden-parts.ts';
import { quickExpression } from './expression/quick-expression.ts';
import type { Evaluated, ExpressionContext } from './flow-book.ts';

/** What an expression has to give where it stands. */
export type Wanted = 'condition' | 'list' | 'value';

/** A parsed and type-checked expression. */
export interface Expression {
  readonly source: string;
  readonly ast: ASTNode;
  readonly parts: ExpressionParts;
  /** The type that it gives: `bool`, `string`, `int`, `double`, `list<…>` … */
  readonly type: string;
  /** Never throws: an error is a value. */
  run(context: ExpressionContext): Evaluated;
  /** The library's own answer, which `run` reaches by a shorter way where it can. */
  runByLibrary(context: ExpressionContext): Evaluated;
}

type Compiled = { readonly expression: Expression } | { readonly faults: readonly ExpressionFault[] };

/** The typed names that the expressions of one flow may use. */
export interface ExpressionScope {
  readonly slots: Readonly<Record<string, CelType>>;
  compile(source: string, wanted: Wanted): Compiled;
}

const MAX_SOURCE = 500;
const MAX_LIST_NESTED = 200;
const LIMITS = { maxAstNodes: 500, maxDepth: 32, maxListElements: 100, maxMapEntries: 50, maxCallArguments: 8 };

let base: Environment | undefined;
/** The library's environment with our functions, made once: a scope is a cheap clone of it. */
function baseEnvironment(): Environment {
  if (!base) {
    base = new Environment({ limits: LIMITS, homogeneousAggregateLiterals: false });
    registerFunctions(base);
  }
  return base;
}

type Constructors = Map<CelType, { readonly Constructor: new () => object; readonly name: string }>;

interface Scope {
  readonly environment: Environment;
  readonly slotsType: RecordType;
  readonly makeRecord: ToCel['makeRecord'];
}

/** Typed names for the expressions of a flow. Sources are compiled once and kept. */
export function createExpressionScope(slots: Readonly<Record<string, CelType>>): ExpressionScope {
  const environment = baseEnvironment().clone();
  const constructors: Constructors = new Map();
  const slotsType: RecordType = { kind: 'record', fields: slots };
  const types = { ...CONTEXT_TYPES, slots: slotsType };
  for (const [name, type] of Object.entries(types)) {
    environment.registerVariable(name, registerType(environment, constructors, type, name));
  }
  const makeRecord: ToCel['makeRecord'] = (type, fields) => {
    const Constructor = constructors.get(type)?.Constructor;
    return Object.freeze(Constructor ? Object.assign(new Constructor(), fields) : { ...fields });
  };
  const scope: Scope = { environment, slotsType, makeRecord };
  const cache = new Map<string, Compiled>();
  return {
    slots,
    compile(source, wanted) {
      const key = `${wanted} ${source}`;
      const known = cache.get(key);
      if (known) return known;
      const compiled = compile(scope, source, wanted);
      cache.set(key, compiled);
      return compiled;
    },
  };
}

/** Declares a type to the library and gives its name there. Records need a constructor: the library knows values by it. */
function registerType(environment: Environment, constructors: Constructors, type: CelType, name: string): string {
  switch (type.kind) {
    case 'date':
    case 'datetime':
      return 'google.protobuf.Timestamp';
    case 'duration':
      return 'google.protobuf.Duration';
    case 'list':
      return `list<${registerType(environment, constructors, type.of, `${name}_item`)}>`;
    case 'map':
      return `map<string, ${registerType(environment, constructors, type.of, `${name}_value`)}>`;
    case 'record': {
      // Two slots that the same action fills share one type, and the library tells types apart by constructor.
      const known = constructors.get(type);
      if (known) return known.name;
      const fields: Record<string, string> = {};
      for (const [field, of] of Object.entries(type.fields))
        fields[field] = registerType(environment, constructors, of, `${name}_${field}`);
      const typeName = `record_${name}`;
      const Constructor = class {};
      constructors.set(type, { Constructor, name: typeName });
      environment.registerType(typeName, { ctor: Constructor, fields });
      return typeName;
    }
    default:
      return type.kind;
  }
}

function compile(scope: Scope, source: string, wanted: Wanted): Compiled {
  const slots = scope.slotsType.fields;
  if (source.length > MAX_SOURCE) {
    return {
      faults: [
        {
          code: 'expression-too-large',
          message: `The expression has ${source.length} characters, at most ${MAX_SOURCE}.`,
          offset: 0,
        },
      ],
    };
  }
  try {
    const parsed = scope.environment.parse(source);
    const parts = expressionParts(parsed.ast);
    const forbidden = forbiddenParts(parts, slots);
    if (forbidden.length > 0) return { faults: forbidden };
    const checked = parsed.check();
    if (!checked.valid || checked.type === undefined) return { faults: [explainError(checked.error, source, slots)] };
    const unwanted = wrongResult(checked.type, wanted);
    if (unwanted) return { faults: [unwanted] };
    const runByLibrary = (context: ExpressionContext) => evaluate(parsed, parts, scope, context, wanted);
    const run = quickly(parsed.ast, parts, scope, wanted, runByLibrary);
    return { expression: { source, ast: parsed.ast, parts, type: checked.type, run, runByLibrary } };
  } catch (error) {
    return { faults: [explainError(error, source, slots)] };
  }
}

/** The shorter way where there is one, and the library for whatever it leaves open. */
function quickly(
  ast: ASTNode,
  { names }: ExpressionParts,
  { slotsType }: Scope,
  wanted: Wanted,
  runByLibrary: Expression['run'],
): Expression['run'] {
  const types = { ...CONTEXT_TYPES, slots: slotsType };
  const slots = new Set(
    names.flatMap(({ path: [root, slot] }) => (root === 'slots' && slot !== undefined ? [slot] : [])),
  );
  const quick = quickExpression(
    ast,
    types,
    [...slots].filter((slot) => mayHoldList(slotsType.fields[slot])),
  );
  if (!quick) return runByLibrary;
  return (context) => {
    const value = quick(context);
    const fits = value !== undefined && (wanted !== 'condition' || typeof value === 'boolean');
    return fits ? { value } : runByLibrary(context);
  };
}

function mayHoldList(type: CelType | undefined): boolean {
  return type?.kind === 'list' || type?.kind === 'map' || type?.kind === 'record' || type?.kind === 'dyn';
}

function wrongResult(type: string, wanted: Wanted): ExpressionFault | undefined {
  if (wanted === 'condition' && type !== 'bool' && !type.startsWith('dyn')) {
    return {
      code: 'expression-type',
      message: `A condition gives true or false, this one gives ${fromTypeName(type)}.`,
      hint: 'Compare it with something, or ask `has(…)`.',
      offset: 0,
    };
  }
  if (wanted === 'list' && !type.startsWith('list') && !type.startsWith('dyn')) {
    return {
      code: 'expression-type',
      message: `A list of answers is wanted here, this gives ${fromTypeName(type)}.`,
      hint: 'Name a slot that holds a list of {value, label}.',
      offset: 0,
    };
  }
  if (type === 'bytes' || type === 'type' || type === 'uint') {
    return {
      code: 'expression-type',
      message: `The result is of a kind that a conversation can't keep (${type}).`,
      offset: 0,
    };
  }
  return undefined;
}

function evaluate(
  parsed: (context: Record<string, unknown>) => unknown,
  parts: ExpressionParts,
  { slotsType, makeRecord }: Scope,
  context: ExpressionContext,
  wanted: Wanted,
): Evaluated {
  const calendarDates = new WeakSet<Date>();
  const to: ToCel = { makeRecord, calendarDates, maxList: parts.nesting > 1 ? MAX_LIST_NESTED : MAX_LIST };
  try {
    const value = fromCel(parsed(celContext(parts, slotsType, to, context)), calendarDates);
    if (wanted === 'condition' && typeof value !== 'boolean')
      return { error: 'the condition gave neither true nor false' };
    return { value };
  } catch (error) {
    return { error: errorText(error) };
  }
}

function errorText(error: unknown): string {
  if (error instanceof ExpressionError) return error.message;
  // The library's errors carry the sentence without the drawing of the source as `summary`.
  if (error instanceof Error)
    return 'summary' in error && typeof error.summary === 'string' ? error.summary : error.message;
  return 'the expression failed';
}
