import type { ASTNode } from '@marcbachmann/cel-js';
import { callOf, childrenOf, dottedName } from '../expression/expression-parts.ts';
import { type Facts, intersection, levelFacts, NO_FACTS, union } from './facts.ts';

/** What the values of a name can be at all: choices of a slot, levels of identity. */
export type DomainOf = (path: string) => readonly string[] | undefined;

const pair = (node: ASTNode): readonly [ASTNode, ASTNode] => node.args as [ASTNode, ASTNode]; // binary operators, by the library's types
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

/** `slots.wish == "track"` in either order. */
function nameAndLiteral(node: ASTNode): { readonly path: string; readonly value: string } | undefined {
  const [a, b] = pair(node);
  const [name, literal] = dottedName(a) ? [a, b] : [b, a];
  const path = dottedName(name)?.join('.');
  if (path === undefined || literal.op !== 'value') return undefined;
  const value: unknown = literal.args;
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint'
    ? { path, value: String(value) }
    : undefined;
}

function equalFacts(path: string, value: string, equal: boolean): string[] {
  const facts = [`${equal ? 'eq' : 'ne'}:${path}:${value}`];
  if (path === 'identity.level' && equal) facts.push(...levelFacts(value));
  if (path === 'channel.audience') facts.push((value === 'shared') === equal ? 'shared' : 'private');
  if (path === 'channel.purchase' && (value === 'full') === equal) facts.push('may_sell');
  return facts;
}

/** Slots that a comparison must have read to come out as true. */
function slotsRead(node: ASTNode): string[] {
  const path = dottedName(node);
  if (path) return path[0] === 'slots' && path[1] !== undefined ? [`filled:${path[1]}`] : [];
  if (node.op === '?:' || node.op === '||' || callOf(node)?.name === 'has') return [];
  return childrenOf(node).flatMap(slotsRead);
}

function hasFacts(node: ASTNode): string[] {
  const [argument] = callOf(node)?.args ?? [];
  const path = argument ? dottedName(argument) : undefined;
  if (!path) return [];
  if (path.join('.') === 'identity.proves.order') return levelFacts('recognised');
  return path[0] === 'slots' && path[1] !== undefined ? [`filled:${path[1]}`] : [];
}

/** What is certain once a condition came out as true, or as false (where an error counts as false too). */
export function factsWhen(node: ASTNode, holds: boolean): Facts {
  const cache = holds ? whenTrue : whenFalse;
  const known = cache.get(node) ?? findFactsWhen(node, holds);
  cache.set(node, known);
  return known;
}

const whenTrue = new WeakMap<ASTNode, Facts>();
const whenFalse = new WeakMap<ASTNode, Facts>();

function findFactsWhen(node: ASTNode, holds: boolean): Facts {
  if (node.op === '!_') return factsWhen(node.args as ASTNode, !holds); // unary operator
  if (node.op === '&&' || node.op === '||') {
    const [a, b] = pair(node).map((side) => factsWhen(side, holds)) as [Facts, Facts]; // a pair stays a pair
    return (node.op === '&&') === holds ? union(a, b) : intersection(a, b);
  }
  if (callOf(node)?.name === 'has') return holds ? new Set(hasFacts(node)) : NO_FACTS;
  if (node.op === '==' || node.op === '!=') return equality(node, holds);
  if (COMPARISONS.has(node.op)) return holds ? new Set(slotsRead(node)) : NO_FACTS;
  const path = dottedName(node);
  if (path)
    return holds ? new Set([...slotsRead(node), `eq:${path.join('.')}:true`]) : new Set([`ne:${path.join('.')}:true`]);
  return holds ? new Set(slotsRead(node)) : NO_FACTS;
}

function equality(node: ASTNode, holds: boolean): Facts {
  const equal = (node.op === '==') === holds;
  const read = holds ? slotsRead(node) : [];
  const known = nameAndLiteral(node);
  if (known) return new Set([...read, ...equalFacts(known.path, known.value, equal)]);
  const names = pair(node).map((side) => dottedName(side)?.join('.'));
  const provesOrder = equal && holds && names.includes('identity.proves.order');
  return new Set([...read, ...(provesOrder ? levelFacts('recognised') : [])]);
}

/** Is a condition always true or always false, given what is certain and what its names can be? Undefined: it depends. */
export function truthOf(node: ASTNode, facts: Facts, domainOf: DomainOf): boolean | undefined {
  if (node.op === 'value') return typeof node.args === 'boolean' ? node.args : undefined;
  if (node.op === '!_') {
    const inner = truthOf(node.args as ASTNode, facts, domainOf); // unary operator
    return inner === undefined ? undefined : !inner;
  }
  if (node.op === '&&' || node.op === '||') {
    const [a, b] = pair(node).map((side) => truthOf(side, facts, domainOf));
    const decides = node.op === '||';
    if (a === decides || b === decides) return decides;
    return a === undefined || b === undefined ? undefined : !decides;
  }
  if (callOf(node)?.name === 'has') {
    const sure = hasFacts(node).filter((fact) => facts.has(fact));
    const [argument] = callOf(node)?.args ?? [];
    return sure.length > 0 && argument && dottedName(argument)?.length === 2 ? true : undefined;
  }
  if (node.op === '==' || node.op === '!=') return equalityTruth(node, facts, domainOf);
  const path = dottedName(node)?.join('.');
  if (path && facts.has(`eq:${path}:true`)) return true;
  return path && (facts.has(`eq:${path}:false`) || facts.has(`ne:${path}:true`)) ? false : undefined;
}

function equalityTruth(node: ASTNode, facts: Facts, domainOf: DomainOf): boolean | undefined {
  const equals = node.op === '==';
  const [a, b] = pair(node);
  if (a.op === 'value' && b.op === 'value') return (a.args === b.args) === equals;
  const known = nameAndLiteral(node);
  if (!known) return undefined;
  const { path, value } = known;
  const domain = domainOf(path);
  if (domain && !domain.includes(value)) return !equals;
  if (facts.has(`eq:${path}:${value}`)) return equals;
  if (facts.has(`ne:${path}:${value}`)) return !equals;
  if (path === 'channel.audience' && facts.has('private') !== facts.has('shared'))
    return (value === 'private') === facts.has('private') ? equals : !equals;
  if (path === 'identity.level' && facts.has('level:verified')) return (value === 'verified') === equals;
  if ([...facts].some((fact) => fact.startsWith(`eq:${path}:`))) return !equals;
  return undefined;
}

/** A slot that an expression reads though it may be empty there. */
export interface UnsafeRead {
  readonly slot: string;
  readonly offset: number;
}

/** Reads that nothing makes safe: neither what is certain before, nor a `has` in front of them in the same expression. */
export function unsafeReads(node: ASTNode, facts: Facts): readonly UnsafeRead[] {
  const path = dottedName(node);
  if (path) {
    const [root, slot] = path;
    return root === 'slots' && slot !== undefined && !facts.has(`filled:${slot}`) ? [{ slot, offset: node.start }] : [];
  }
  if (node.op === '&&' || node.op === '||') {
    const [a, b] = pair(node);
    return [...unsafeReads(a, facts), ...unsafeReads(b, union(facts, factsWhen(a, node.op === '&&')))];
  }
  if (node.op === '?:') {
    const [test, yes, no] = node.args as [ASTNode, ASTNode, ASTNode]; // ternary operator
    return [
      ...unsafeReads(test, facts),
      ...unsafeReads(yes, union(facts, factsWhen(test, true))),
      ...unsafeReads(no, union(facts, factsWhen(test, false))),
    ];
  }
  const call = callOf(node);
  if (call?.name === 'has') {
    const [argument] = call.args;
    const inner = argument ? dottedName(argument) : undefined;
    const [root, slot] = inner ?? [];
    const asksField = inner !== undefined && inner.length > 2 && root === 'slots' && slot !== undefined;
    return asksField && !facts.has(`filled:${slot}`) ? [{ slot, offset: node.start }] : [];
  }
  return childrenOf(node).flatMap((child) => unsafeReads(child, facts));
}
