import type { ASTNode } from '@marcbachmann/cel-js';
import type { Json } from '../../protocol/value.ts';
import type { ExpressionContext } from '../flow-book.ts';
import type { CelType, RecordType } from './cel-type.ts';
import { fromCel, isRecord, type ToCel, toCel } from './cel-values.ts';
import { dottedPath } from './dotted-path.ts';
import { callOf } from './expression-parts.ts';
import { LONGEST_LIST, mayBeTooLong } from './may-be-too-long.ts';

/**
 * Works out an expression from the plain context, without the library. Undefined: ask the library, whose answer, or error, is the
 * right one. It never answers what the library would not.
 */
export type QuickExpression = (context: ExpressionContext) => Json | undefined;

/** A part of an expression: the type that it has when it is known, and its value as plain JSON. */
interface Part {
  readonly type: CelType;
  readonly read: (context: ExpressionContext) => Json | undefined;
}

const STRING: CelType = { kind: 'string' };
const BOOL: CelType = { kind: 'bool' };
const INT: CelType = { kind: 'int' };
const DOUBLE: CelType = { kind: 'double' };

/**
 * Makes a quick form of a checked expression, or gives undefined where something stands in it that only the library can do. What
 * designers write most is covered: names, `has(…)`, comparisons, `in [...]`, `&&`, `||`, `!`, `?:` and sums of whole numbers.
 * @param types the typed names of the expression, `slots` among them
 * @param slots the slots that it reads and that can hold lists
 */
export function quickExpression(
  ast: ASTNode,
  types: Readonly<Record<string, CelType>>,
  slots: readonly string[],
): QuickExpression | undefined {
  const result = resultOf(ast, { kind: 'record', fields: types });
  if (!result) return undefined;
  return (context) => (slots.some((slot) => mayBeTooLong(context.slots[slot])) ? undefined : result(context));
}

/** A value on its way out. Both sides of a `?:` leave by their own types. */
function resultOf(ast: ASTNode, types: RecordType): QuickExpression | undefined {
  if (ast.op === '?:') {
    const [condition, yes, no] = nodesOf(ast);
    const asked = condition && partOf(condition, types);
    const [first, second] = [yes && resultOf(yes, types), no && resultOf(no, types)];
    if (!asked || !first || !second) return undefined;
    return (context) => {
      const answer = asked.read(context);
      return typeof answer === 'boolean' ? (answer ? first : second)(context) : undefined;
    };
  }
  const part = partOf(ast, types);
  if (!part) return undefined;
  const { type, read } = part;
  return isPlain(type)
    ? read
    : (context) => {
        const value = read(context);
        return value === undefined ? undefined : asLeaves(value, type);
      };
}

const isPlain = ({ kind }: CelType): boolean =>
  kind === 'string' || kind === 'bool' || kind === 'int' || kind === 'double';

/** The value as it would come out of the library: declared members only, dates in one form, nothing empty. */
function asLeaves(value: Json, type: CelType): Json | undefined {
  try {
    const calendarDates = new WeakSet<Date>();
    const to: ToCel = { makeRecord: (_, fields) => fields, calendarDates, maxList: LONGEST_LIST };
    const converted = toCel(value, type, to);
    return converted === undefined ? undefined : fromCel(converted, calendarDates);
  } catch {
    return undefined;
  }
}

function partOf(ast: ASTNode, types: RecordType): Part | undefined {
  switch (ast.op) {
    case 'value':
      return literalOf(ast.args);
    case 'id':
    case '.':
      return nameOf(ast, types);
    case 'call':
      return presenceOf(ast, types);
    case '!_': {
      const [inner] = nodesOf(ast);
      const part = inner && partOf(inner, types);
      return part && condition((context) => negated(part.read(context)));
    }
    case '&&':
    case '||':
      return logicOf(ast, types, ast.op === '||');
    case 'in':
      return membershipOf(ast, types);
    default:
      return comparisonOf(ast, types);
  }
}

const condition = (read: Part['read']): Part => ({ type: BOOL, read });

const negated = (value: Json | undefined): boolean | undefined => (typeof value === 'boolean' ? !value : undefined);

function nodesOf(ast: ASTNode): readonly ASTNode[] {
  const inner: unknown = ast.args;
  const nodes: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
  return nodes.filter((node): node is ASTNode => typeof node === 'object' && node !== null && 'op' in node);
}

function literalOf(value: unknown): Part | undefined {
  if (typeof value === 'string') return { type: STRING, read: () => value };
  if (typeof value === 'boolean') return { type: BOOL, read: () => value };
  if (typeof value === 'number' && Number.isFinite(value)) return { type: DOUBLE, read: () => value };
  const whole = typeof value === 'bigint' ? Number(value) : undefined;
  return whole !== undefined && Number.isSafeInteger(whole) ? { type: INT, read: () => whole } : undefined;
}

/** `slots.order.state`: the library gives an error where something before the last name is missing, and so does it for the last. */
function nameOf(ast: ASTNode, types: RecordType): Part | undefined {
  const path = dottedPath(ast, types);
  if (!path) return undefined;
  const { type } = path;
  return { type, read: (context) => held(path.read(context), type) };
}

/** The value where it is one of its type. Numbers only where they are the same to the library. */
function held(value: Json | undefined, { kind }: CelType): Json | undefined {
  if (value === undefined || value === null) return undefined;
  switch (kind) {
    case 'string':
      return typeof value === 'string' ? value : undefined;
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return typeof value === 'number' && Number.isSafeInteger(value) ? value + 0 : undefined;
    case 'double':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    default:
      return value;
  }
}

/** `has(slots.order.eta)`. */
function presenceOf(ast: ASTNode, types: RecordType): Part | undefined {
  const call = callOf(ast);
  const [asked] = call?.args ?? [];
  if (call?.name !== 'has' || call.receiver || !asked || asked.op !== '.') return undefined;
  const path = dottedPath(asked, types);
  if (!path) return undefined;
  const { type } = path;
  return condition((context) => {
    const value = path.read(context);
    if (value === undefined) return undefined;
    return value !== null && isOfType(value, type);
  });
}

function isOfType(value: Exclude<Json, null>, type: CelType): boolean {
  switch (type.kind) {
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return typeof value === 'number' && Number.isFinite(value);
    case 'double':
      return typeof value === 'number';
    case 'list':
      return Array.isArray(value);
    case 'map':
    case 'record':
      return isRecord(value);
    case 'dyn':
      return true;
    default:
      return asLeaves(value, type) !== undefined;
  }
}

function logicOf(ast: ASTNode, types: RecordType, decisive: boolean): Part | undefined {
  const [left, right] = nodesOf(ast);
  const [first, second] = [left && partOf(left, types), right && partOf(right, types)];
  if (!first || !second) return undefined;
  return condition((context) => {
    const one = first.read(context);
    if (one === decisive) return decisive;
    // An error on one side may still be outdone by the other: the library knows.
    if (one !== !decisive) return undefined;
    const other = second.read(context);
    return typeof other === 'boolean' ? other : undefined;
  });
}

/** `slots.wish in ["cancel", "refund"]`. */
function membershipOf(ast: ASTNode, types: RecordType): Part | undefined {
  const [wanted, list] = nodesOf(ast);
  const part = wanted && partOf(wanted, types);
  if (!part || list?.op !== 'list') return undefined;
  const literals = nodesOf(list).map((node) => (node.op === 'value' ? node.args : undefined));
  const words = literals.filter((value): value is string => typeof value === 'string');
  if (words.length !== literals.length) return undefined;
  const among = new Set<unknown>(words);
  return condition((context) => {
    const value = part.read(context);
    return typeof value === 'string' ? among.has(value) : undefined;
  });
}

type Compare = (one: string | number, other: string | number) => boolean;
const COMPARISONS: Readonly<Record<string, Compare>> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
};

function comparisonOf(ast: ASTNode, types: RecordType): Part | undefined {
  const [left, right] = nodesOf(ast);
  const [one, other] = [left && partOf(left, types), right && partOf(right, types)];
  if (!one || !other) return undefined;
  if (ast.op === '==' || ast.op === '!=') {
    const isSame = sameness(one, other);
    if (!isSame || ast.op === '==') return isSame && condition(isSame);
    return condition((context) => negated(isSame(context)));
  }
  const kind = one.type.kind === other.type.kind ? one.type.kind : undefined;
  const compare = Object.hasOwn(COMPARISONS, ast.op) ? COMPARISONS[ast.op] : undefined;
  if (compare && (kind === 'int' || kind === 'double' || kind === 'string')) return ordered(one, other, compare);
  return ast.op === '+' && kind === 'int' ? sum(one, other) : undefined;
}

function ordered(one: Part, other: Part, compare: Compare): Part {
  return condition((context) => {
    const [a, b] = [one.read(context), other.read(context)];
    const comparable = typeof a === typeof b && (typeof a === 'number' || typeof a === 'string');
    return comparable && (typeof b === 'number' || typeof b === 'string') ? compare(a, b) : undefined;
  });
}

function sum(one: Part, other: Part): Part {
  return {
    type: INT,
    read: (context) => {
      const [a, b] = [one.read(context), other.read(context)];
      const total = typeof a === 'number' && typeof b === 'number' ? a + b : undefined;
      return Number.isSafeInteger(total) ? total : undefined;
    },
  };
}

/** Equality of two texts, two truths or two numbers of one kind. Where one side's type is open, both must be texts or truths. */
function sameness(one: Part, other: Part): ((context: ExpressionContext) => boolean | undefined) | undefined {
  const open = one.type.kind === 'dyn' || other.type.kind === 'dyn';
  if (!open && (one.type.kind !== other.type.kind || !isPlain(one.type))) return undefined;
  return (context) => {
    const [a, b] = [one.read(context), other.read(context)];
    if (a === undefined || b === undefined || typeof a !== typeof b) return undefined;
    const plain = typeof a === 'string' || typeof a === 'boolean' || (typeof a === 'number' && !open);
    return plain ? a === b : undefined;
  };
}
