import type { ASTNode } from '@marcbachmann/cel-js';

/** One dotted name in an expression, such as `slots.order.state`. */
interface ReadName {
  readonly path: readonly string[];
  /** Inside `has(…)`: asks whether it is there. */
  readonly tested: boolean;
  /** Characters from the beginning of the expression. */
  readonly offset: number;
}

/** One call in an expression. */
export interface CalledFunction {
  readonly name: string;
  readonly macro: boolean;
  readonly args: readonly ASTNode[];
  readonly offset: number;
}

/** What stands in an expression, found by walking its tree. */
export interface ExpressionParts {
  readonly names: readonly ReadName[];
  readonly calls: readonly CalledFunction[];
  /** Places where a list is walked inside a walk over a list, at the deepest. */
  readonly nesting: number;
  /** `slots` without a name behind it, or with brackets. */
  readonly bareSlots: readonly number[];
  /** A list that is walked is made with `+`: its length is not bounded. */
  readonly joinedList?: number;
}

const MACROS = new Set(['exists', 'all', 'filter', 'map', 'exists_one']);

/** `a.b.c` as `['a','b','c']`, or undefined where something else than names stands in it. */
export function dottedName(node: ASTNode): readonly string[] | undefined {
  if (node.op === 'id') return [String(node.args)];
  if (node.op !== '.') return undefined;
  const [inner, name] = node.args as [ASTNode, string]; // the library types `args` by `op`; the union is not narrowed
  const path = dottedName(inner);
  return path ? [...path, name] : undefined;
}

/** The parts of a node that are nodes themselves. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  const found: ASTNode[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) collect(item);
    else if (typeof value === 'object' && value !== null && 'op' in value && 'args' in value)
      found.push(value as ASTNode); // shape checked
  };
  collect(node.args);
  return found;
}

/** Name and arguments of a call, the receiver first where there is one. */
export function callOf(
  node: ASTNode,
): { readonly name: string; readonly receiver?: ASTNode; readonly args: readonly ASTNode[] } | undefined {
  if (node.op === 'call') {
    const [name, args] = node.args as [string, ASTNode[]]; // see dottedName
    return { name, args };
  }
  if (node.op === 'rcall') {
    const [name, receiver, args] = node.args as [string, ASTNode, ASTNode[]]; // see dottedName
    return { name, receiver, args };
  }
  return undefined;
}

function hasPlus(node: ASTNode): boolean {
  return node.op === '+' || childrenOf(node).some(hasPlus);
}

/** Walks a parsed expression once. */
export function expressionParts(root: ASTNode): ExpressionParts {
  const names: ReadName[] = [];
  const calls: CalledFunction[] = [];
  const bareSlots: number[] = [];
  let nesting = 0;
  let joinedList: number | undefined;

  const walk = (node: ASTNode, bound: ReadonlySet<string>, depth: number, tested: boolean): void => {
    nesting = Math.max(nesting, depth);
    const path = dottedName(node);
    if (path) {
      const [first] = path;
      if (first === undefined || bound.has(first)) return;
      if (first === 'slots' && path.length === 1) bareSlots.push(node.start);
      names.push({ path, tested, offset: node.start });
      return;
    }
    const call = callOf(node);
    if (!call) {
      const inner = node.op === 'in' ? depth + 1 : depth;
      for (const child of childrenOf(node))
        walk(child, bound, node.op === 'in' && isPlainList(child) ? depth : inner, tested);
      return;
    }
    const macro = call.receiver !== undefined && MACROS.has(call.name);
    calls.push({ name: call.name, macro, args: call.args, offset: call.receiver ? call.receiver.end : node.start });
    if (call.receiver) {
      if (macro && hasPlus(call.receiver)) joinedList ??= call.receiver.start;
      walk(call.receiver, bound, depth, tested);
    }
    const [variable] = call.args;
    const scope = macro && variable?.op === 'id' ? new Set([...bound, String(variable.args)]) : bound;
    const args = macro ? call.args.slice(1) : call.args;
    const inside = macro || (call.name === 'contains' && call.args.length > 0) ? depth + (macro ? 1 : 0) : depth;
    for (const arg of args) walk(arg, scope, inside, tested || call.name === 'has');
  };
  walk(root, new Set(), 0, false);
  return { names, calls, nesting, bareSlots, ...(joinedList === undefined ? {} : { joinedList }) };
}

/** A list written out costs what its own length costs, which the source's length bounds. */
function isPlainList(node: ASTNode): boolean {
  return node.op === 'list' || node.op === 'value';
}
