import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, type Node, parse, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Example } from '../../../dialogs/flow/text.ts';

/**
 * Puts an example into a locale file: behind the others of the same wish, or with its wish at the end. Everything else in the file stays
 * as it was written, comments included.
 * @throws Error when the file is written in a way that leaves no place for it
 */
export function addExample(yaml: string, text: string, set: Example['set']): string {
  const added = insert(yaml, text, set);
  const before: unknown = parse(yaml) ?? {};
  const document = parseDocument(added);
  const after: unknown = document.errors.length > 0 ? {} : document.toJS();
  if (phrasesIn(after, set).length !== phrasesIn(before, set).length + 1)
    throw new Error('The file has no place where the example can be put. Write it there by hand.');
  return added;
}

function insert(yaml: string, text: string, set: Example['set']): string {
  const examples: unknown = parseDocument(yaml).get('examples');
  const write = (indent: string) => entry(indent, written(text), set);
  if (!isSeq<Node>(examples) || examples.items.length === 0) return `${toLineEnd(yaml)}examples:\n${write('  ')}`;
  const isPlain = Object.keys(set).length === 0;
  const own = examples.items.find((item): item is YAMLMap => isMap(item) && isSame(item, set))?.get('phrases', true);
  const list = isPlain ? examples : own;
  if (isSeq<Node>(list) && list.flow) return insideBrackets(yaml, list, text);
  if (!isPlain && isSeq<Node>(own))
    return behind(yaml, own, own.items.at(-1), (indent) => `${indent}- ${written(text)}\n`);
  const plain = isPlain ? examples.items.findLast((item) => !isMap(item)) : undefined;
  return behind(yaml, examples, plain ?? examples.items.at(-1), write);
}

const written = (text: string): string => stringify(text, { lineWidth: 0 }).trim();

/** `[one, two]` grows where it stands. */
function insideBrackets(yaml: string, list: YAMLSeq<Node>, text: string): string {
  const [, end = 0] = list.items.at(-1)?.range ?? [];
  return `${yaml.slice(0, end)}, ${JSON.stringify(text)}${yaml.slice(end)}`;
}

/** An entry of `examples`, as designers write it. */
function entry(indent: string, phrase: string, set: Example['set']): string {
  if (Object.keys(set).length === 0) return `${indent}- ${phrase}\n`;
  const wish = stringify(set, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return `${indent}- set: ${wish}\n${indent}  phrases:\n${indent}    - ${phrase}\n`;
}

/** Writes lines behind the one in which an item of a block list ends. */
function behind(yaml: string, list: YAMLSeq<Node>, item: Node | undefined, write: (indent: string) => string): string {
  const [start = 0] = list.range ?? [];
  const [, end = yaml.length] = item?.range ?? [];
  const indent = yaml.slice(yaml.lastIndexOf('\n', start) + 1, start).match(/^\s*/)?.[0] ?? '';
  // A block ends at the beginning of the line behind it.
  const inside = yaml[end - 1] === '\n' ? end - 1 : end;
  const lineEnd = yaml.indexOf('\n', inside);
  const at = lineEnd < 0 ? yaml.length : lineEnd + 1;
  const head = toLineEnd(yaml.slice(0, at));
  return `${head}${write(indent)}${yaml.slice(at)}`;
}

const toLineEnd = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

function isSame(item: YAMLMap, set: Example['set']): boolean {
  const own: unknown = item.toJSON();
  return isRecord(own) && isDeepStrictEqual(own['set'] ?? {}, { ...set });
}

/** All phrases of a wish in a read file. */
function phrasesIn(file: unknown, set: Example['set']): readonly unknown[] {
  const examples = isRecord(file) ? file['examples'] : undefined;
  if (!Array.isArray(examples)) return [];
  return examples.flatMap((each: unknown): readonly unknown[] => {
    if (!isRecord(each)) return Object.keys(set).length === 0 ? [each] : [];
    if (!isDeepStrictEqual(each['set'] ?? {}, { ...set })) return [];
    return Array.isArray(each['phrases']) ? each['phrases'] : [each['text']];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
