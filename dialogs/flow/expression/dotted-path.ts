import type { ASTNode } from '@marcbachmann/cel-js';
import type { Json } from '../../protocol/value.ts';
import type { ExpressionContext } from '../flow-book.ts';
import type { CelType, RecordType } from './cel-type.ts';
import { isRecord } from './cel-values.ts';
import { contextValue } from './context-value.ts';
import { dottedName } from './expression-parts.ts';

const NOT_OURS = new Set(['__proto__', 'constructor', 'prototype']);

/** A name such as `slots.order.state`, ready to be read. */
export interface DottedPath {
  readonly type: CelType;
  /** The raw value; null: the last name is missing, and all before it are there; undefined: one before it is missing. */
  readonly read: (context: ExpressionContext) => Json | undefined;
}

/** Where a dotted name leads, if all that it passes is described. */
export function dottedPath(ast: ASTNode, types: RecordType): DottedPath | undefined {
  const names = dottedName(ast);
  const [root, ...rest] = names ?? [];
  if (root === undefined || !names || names.some((name) => NOT_OURS.has(name))) return undefined;
  let type: CelType | undefined = types;
  for (const name of names) type = type && memberType(type, name);
  if (!type || (rest.length === 0 && type.kind === 'record')) return undefined;
  return {
    type,
    read: (context) => {
      let value = contextValue(context, root);
      for (const name of rest) {
        if (value === undefined || value === null || !isRecord(value)) return undefined;
        value = Object.hasOwn(value, name) ? (value[name] ?? null) : null;
      }
      return value;
    },
  };
}

function memberType(type: CelType, name: string): CelType | undefined {
  if (type.kind === 'map') return type.of;
  return type.kind === 'record' && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
}
