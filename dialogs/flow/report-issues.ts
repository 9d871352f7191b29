import type { z } from 'zod';
import type { CheckCode } from './checks/check-codes.ts';
import type { ProblemReport } from './flow-problem.ts';
import { didYouMean } from './nearest-name.ts';
import type { SourceFile, SourcePath } from './source-file.ts';

type Issue = z.core.$ZodIssue;

const asPath = (path: readonly PropertyKey[]): SourcePath =>
  path.map((part) => (typeof part === 'symbol' ? String(part) : part));

/** So many complaints of one part of a file are enough: it is something else altogether. */
const MAX_ISSUES = 100;

/** Reports what a schema refused, in designers' words, at the place where it stands. */
export function reportIssues(
  issues: readonly Issue[],
  schema: z.ZodType,
  source: SourceFile,
  at: SourcePath,
  report: ProblemReport,
): void {
  for (const issue of issues.slice(0, MAX_ISSUES).flatMap((found) => mostSpecific(found)))
    reportIssue(issue, schema, source, at, report);
}

/** Of a union's complaints, those of the alternative that came furthest: the one that was meant. */
function mostSpecific(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  let best: { readonly issues: readonly Issue[]; readonly score: number } | undefined;
  for (const issues of issue.errors) {
    if (issues.length === 0) continue;
    const depth = Math.max(...issues.map((inner) => inner.path.length));
    const wrongAtOnce = issues.some((inner) => inner.path.length === 0 && inner.code !== 'unrecognized_keys');
    const missing = issues.filter(
      (inner) => inner.code === 'invalid_type' && inner.path.length > 0 && inner.input === undefined,
    ).length;
    const score = (wrongAtOnce ? 0 : 10) + depth * 2 - missing - issues.length / 10;
    if (!best || score > best.score) best = { issues, score };
  }
  const atOnce = issue.errors.every((issues) =>
    issues.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type'),
  );
  if (!best || atOnce) return [issue];
  return best.issues.flatMap((inner) => mostSpecific({ ...inner, path: [...issue.path, ...inner.path] }));
}

interface Found {
  readonly code: CheckCode;
  readonly message: string;
  readonly hint?: string | undefined;
}

function reportIssue(issue: Issue, schema: z.ZodType, source: SourceFile, at: SourcePath, report: ProblemReport): void {
  const path = [...at, ...asPath(issue.path)];
  if (issue.code === 'unrecognized_keys') {
    const known = knownFields(schema, issue.path);
    for (const key of issue.keys.slice(0, MAX_ISSUES)) {
      report.add('unknown-field', source, [...path, key], `\`${key}\` is not a field here.`, didYouMean(key, known), {
        on: 'key',
      });
    }
    return;
  }
  if (issue.code === 'invalid_key') {
    const message = `The name "${String(path.at(-1))}" is not written in snake_case.`;
    report.add('name-shape', source, path, message, 'Write it like `order_number`.', { on: 'key' });
    return;
  }
  const found = explainIssue(issue, source, path);
  report.add(found.code, source, path, found.message, found.hint);
}

function explainIssue(issue: Issue, source: SourceFile, path: SourcePath): Found {
  const field = path.at(-1);
  const name = typeof field === 'string' ? `\`${field}\`` : 'This entry';
  const given = valueAt(source.value, path);
  if (
    given === undefined &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
  ) {
    const hint = issue.code === 'invalid_value' ? `One of ${issue.values.join(', ')}.` : undefined;
    return { code: 'field-missing', message: `The field ${name} is missing.`, hint };
  }
  switch (issue.code) {
    case 'invalid_format':
      return { code: 'name-shape', message: `${inWords(given)} has not the right shape: it ${issue.message}.` };
    case 'invalid_value': {
      const values = issue.values.map(String);
      const hint = didYouMean(String(given), values) ?? `One of ${values.join(', ')}.`;
      return { code: 'wrong-value', message: `${name} can't be ${inWords(given)}.`, hint };
    }
    case 'invalid_type':
      return {
        code: 'wrong-value',
        message: `${name} takes ${kindInWords(issue.expected)}, not ${inWords(given)}.`,
        hint: quoteHint(source, path),
      };
    default:
      return {
        code: 'wrong-value',
        message: `${name} is not right: ${issue.message.replace(/^Invalid input: /, '')}.`,
        hint: unionHint(issue, source, path),
      };
  }
}

function unionHint(issue: Issue, source: SourceFile, path: SourcePath): string | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  return `${inWords(valueAt(source.value, path))} is not something that this field takes. ${quoteHint(source, path) ?? ''}`.trim();
}

function quoteHint(source: SourceFile, path: SourcePath): string | undefined {
  const value = valueAt(source.value, path);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null)
    return `If it is meant as text, quote it: "${String(value)}".`;
  return undefined;
}

function valueAt(value: unknown, path: SourcePath): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Record<string | number, unknown>)[part]; // own key, seen
  }
  return found;
}

function kindInWords(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a map',
    record: 'a map',
  };
  return words[expected] ?? expected;
}

function inWords(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"` : String(value);
}

/** The fields that a schema knows at a path; of a union those of all its alternatives. */
function knownFields(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let schemas = objectsIn(schema);
  for (const part of path) {
    schemas = schemas.flatMap((inner) => objectsIn(childSchema(inner, part)));
  }
  return [...new Set(schemas.flatMap((inner) => Object.keys(shapeOf(inner) ?? {})))];
}

interface AnyDefinition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/** zod's own description of a schema: documented for introspection, typed per kind. */
const definitionOf = (schema: z.ZodType) => schema.def as unknown as AnyDefinition;

const shapeOf = (schema: z.ZodType) => definitionOf(schema).shape;

function objectsIn(schema: z.ZodType | undefined): z.ZodType[] {
  if (!schema) return [];
  const definition = definitionOf(schema);
  if (definition.options) return definition.options.flatMap((option) => objectsIn(option));
  const inner = definition.innerType ?? definition.in;
  return inner ? objectsIn(inner) : [schema];
}

function childSchema(schema: z.ZodType, part: PropertyKey): z.ZodType | undefined {
  const definition = definitionOf(schema);
  if (definition.shape) return definition.shape[String(part)];
  return definition.element ?? definition.valueType;
}
