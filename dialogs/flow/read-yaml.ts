import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { CheckCode } from './checks/check-codes.ts';
import { createReport, type ProblemReport } from './flow-problem.ts';
import type { KeptValues } from './kept-values.ts';
import type { Position, SourceFile, SourcePath, TextFile } from './source-file.ts';

/** Limits of safe reading: far above what a dialog needs, far below what hurts. */
const MAX_LENGTH = 1_000_000;
const MAX_ALIASES = 50;
const MAX_DEPTH = 64;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const START: Position = { line: 1, column: 1 };

/** A file that could not be parsed: every place is its beginning. */
function unreadable(path: string): SourceFile {
  return { path, value: undefined, locate: () => START };
}

/**
 * Reads YAML 1.2 (core schema) from people we don't know: one document, no tags, few aliases, no prototype keys. Never throws;
 * what is wrong is reported as `yaml-syntax`, `yaml-unsafe` or `duplicate-key`, and `value` is undefined. A text that was read before
 * gives its kept value; only what has nothing wrong is kept.
 */
export function readYaml(file: TextFile, report: ProblemReport, kept?: KeptValues): SourceFile {
  const known = kept?.get(file.text);
  if (known !== undefined) return readBefore(file, known);
  const source = parseYaml(file, report);
  if (source.value !== undefined && source.value !== null) kept?.keep(file.text, source.value);
  return source;
}

/** Places in the file are asked for only where something is wrong: it is parsed then. */
function readBefore(file: TextFile, value: unknown): SourceFile {
  let parsed: SourceFile | undefined;
  return {
    path: file.path,
    value,
    locate: (...place) => {
      parsed ??= parseYaml(file, createReport());
      return parsed.locate(...place);
    },
  };
}

function parseYaml(file: TextFile, report: ProblemReport): SourceFile {
  const failed = unreadable(file.path);
  const refuse = (code: CheckCode, message: string, at: Position = START) => {
    report.add(code, { ...failed, locate: () => at }, [], message);
    return failed;
  };
  if (file.text.length > MAX_LENGTH) return refuse('yaml-unsafe', `The file is longer than ${MAX_LENGTH} characters.`);
  const deep = tooDeepAt(file.text);
  if (deep) return refuse('yaml-unsafe', `Values are nested more than ${MAX_DEPTH} levels deep.`, deep);

  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const documents = parseAllDocuments(file.text, {
      lineCounter: lines,
      schema: 'core',
      version: '1.2',
      uniqueKeys: false, // the library compares every key with every other; we look them up
      prettyErrors: false,
      resolveKnownTags: false,
      merge: false,
    });
    const [document, second] = documents;
    if (!document || !('contents' in document)) return { ...failed, value: null };
    if (second) return refuse('yaml-unsafe', 'The file holds more than one document.', at(second.range[0]));
    const source: SourceFile = { ...failed, locate: (path, on, offset) => locate(document, at, path, on, offset) };
    const { unsafe, twice } = inspect(document);
    if (unsafe) return refuse('yaml-unsafe', unsafe.message, at(unsafe.offset));
    if (document.warnings.length > 0)
      return refuse('yaml-unsafe', 'The file has a directive, or something else that is not read here.');
    for (const offset of twice)
      report.add(
        'duplicate-key',
        { ...source, locate: () => at(offset) },
        [],
        'This key stands twice in the same map.',
      );
    if (document.errors.length > 0) {
      // After a mistake the parser loses its way: what it says of the lines below is rarely of use.
      const [first] = document.errors;
      if (first) reportYamlError(first, file.text, at, source, report);
      return source;
    }
    if (twice.length > 0) return source;
    return { ...source, value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    // The library gives up by throwing on alias bombs and on nesting that its own stack can't take.
    return refuse(
      'yaml-unsafe',
      error instanceof Error ? `The file can't be read safely: ${error.message}.` : "The file can't be read safely.",
    );
  }
}

/** Nesting seen without parsing, so that a hostile file never reaches the parser's recursion. */
function tooDeepAt(text: string): Position | undefined {
  let line = 0;
  for (const row of text.split('\n')) {
    line++;
    let depth = 0;
    // Block nesting needs one column per level, flow nesting one bracket: either way a short prefix tells.
    const indent = row.match(/^[\s\-?:]*/)?.[0].length ?? 0;
    const dashes = row.slice(0, indent).replace(/\s/g, '').length;
    if (dashes > MAX_DEPTH || indent > 1000) return { line, column: 1 };
    for (const char of row) {
      if (char === '[' || char === '{') depth++;
      else if (char === ']' || char === '}') depth--;
      if (depth > MAX_DEPTH) return { line, column: 1 };
    }
  }
  return undefined;
}

interface Unsafe {
  readonly message: string;
  readonly offset: number;
}

/** What one walk over a document finds. */
interface Findings {
  unsafe?: Unsafe;
  aliases: number;
  /** Where keys stand that their map has already. */
  readonly twice: number[];
}

function inspect(document: Document.Parsed): Findings {
  const findings: Findings = { aliases: 0, twice: [] };
  if (document.directives.yaml.explicit)
    return { ...findings, unsafe: { message: 'A %YAML directive is not read here.', offset: 0 } };
  if (Object.keys(document.directives.tags).some((handle) => handle !== '!!'))
    return { ...findings, unsafe: { message: 'A %TAG directive is not read here.', offset: 0 } };
  inspectNode(document.contents, 0, findings);
  return findings;
}

/** Walks by hand, since the library's own walk copies the path at every node. Ends at the first thing that is not safe. */
function inspectNode(node: unknown, depth: number, findings: Findings): void {
  if (!isNode(node)) return;
  const offset = node.range?.[0] ?? 0;
  const refuse = (message: string) => {
    findings.unsafe = { message, offset };
  };
  if (depth > MAX_DEPTH) return refuse(`Values are nested more than ${MAX_DEPTH} levels deep.`);
  // a node of the core schema has no tag but one that was written
  if (node.tag !== undefined)
    return refuse(isScalar(node) ? `Tags such as ${node.tag} are not read here.` : 'Tags are not read here.');
  if (isAlias(node) && ++findings.aliases > MAX_ALIASES) return refuse(`More than ${MAX_ALIASES} aliases.`);
  if (isMap(node)) inspectPairs(node, depth, findings);
  else if (isSeq(node)) {
    for (const item of node.items) {
      if (findings.unsafe) return;
      inspectNode(item, depth + 1, findings);
    }
  }
}

function inspectPairs(map: YAMLMap, depth: number, findings: Findings): void {
  const seen = new Set<string>();
  for (const { key, value } of map.items) {
    if (findings.unsafe) return;
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined && key !== null) findings.unsafe = { message: 'A key has to be a plain word.', offset };
    else if (name !== undefined && FORBIDDEN_KEYS.has(name))
      findings.unsafe = { message: `The key \`${name}\` is forbidden.`, offset };
    else {
      if (name !== undefined && seen.has(name)) findings.twice.push(offset);
      if (name !== undefined) seen.add(name);
      inspectNode(key, depth + 1, findings);
      inspectNode(value, depth + 1, findings);
    }
  }
}

/** The pairs of a map by key: maps are looked up once per problem. */
const pairsByKey = new WeakMap<YAMLMap.Parsed, ReadonlyMap<string, YAMLMap.Parsed['items'][number]>>();

function pairIn(map: YAMLMap.Parsed, key: string) {
  const known =
    pairsByKey.get(map) ??
    new Map(map.items.flatMap((item) => (isScalar(item.key) ? [[String(item.key.value), item] as const] : [])));
  pairsByKey.set(map, known);
  return known.get(key);
}

function reportYamlError(
  error: YAMLError,
  text: string,
  at: (offset: number) => Position,
  source: SourceFile,
  report: ProblemReport,
) {
  const place = { ...source, locate: () => at(error.pos[0]) };
  if (error.code === 'TAG_RESOLVE_FAILED') report.add('yaml-unsafe', place, [], 'Tags are not read here.');
  else report.add('yaml-syntax', place, [], yamlMessage(error, text), yamlHint(error));
}

function yamlMessage(error: YAMLError, text: string): string {
  if (error.code !== 'UNEXPECTED_TOKEN') return `${error.message.split('\n')[0]}.`.replace(/\.\.$/, '.');
  const here = text
    .slice(error.pos[0], error.pos[0] + 30)
    .split('\n')[0]
    ?.trim();
  return here ? `This can't stand here: ${here}` : 'The file ends in the middle of something.';
}

function yamlHint(error: YAMLError): string | undefined {
  if (error.code === 'BAD_ALIAS' || error.code === 'UNEXPECTED_TOKEN') {
    return "A value that begins with !, *, &, { or [ has to be quoted: if: '!has(slots.eta)'.";
  }
  if (/implicit key|nested mapping/i.test(error.message)) return 'A value that holds ": " has to be quoted.';
  return undefined;
}

function locate(
  document: Document.Parsed,
  at: (offset: number) => Position,
  path: SourcePath,
  on: 'key' | 'value',
  offset: number,
): Position {
  let node: ParsedNode | null = document.contents;
  let place = node?.range[0] ?? 0;
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = (node.resolve(document) as ParsedNode | undefined) ?? null; // a parsed document resolves to parsed nodes
    const last = index === path.length - 1;
    let next: ParsedNode | null | undefined;
    if (isMap(node)) {
      const pair = pairIn(node, String(step));
      if (!pair) break;
      next = pair.value as ParsedNode | null; // items of a parsed map
      if ((last && on === 'key') || !next) place = (pair.key as ParsedNode).range[0];
      else place = next.range[0];
    } else if (isSeq(node) && typeof step === 'number') {
      next = node.items[step] as ParsedNode | undefined;
      if (next) place = next.range[0];
    }
    if (!next) break;
    node = next;
  }
  if (offset > 0 && isScalar(node) && on === 'value') {
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
    if (node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL') place += offset + quoted;
  }
  return at(place);
}
