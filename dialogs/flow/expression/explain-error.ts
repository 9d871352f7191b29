import { didYouMean } from '../nearest-name.ts';
import type { CelType } from './cel-type.ts';
import type { ExpressionFault } from './expression-fault.ts';

/** A type of the library in designers' words. */
export function fromTypeName(type: string): string {
  return type
    .replace(/google\.protobuf\.Timestamp/g, 'date')
    .replace(/google\.protobuf\.Duration/g, 'duration')
    .replace(/\brecord_\w+/g, 'record')
    .replace(/\bmap<[^<>]*>/g, 'record')
    .replace(/\bstring\b/g, 'text')
    .replace(/\bdouble\b/g, 'number')
    .replace(/\bint\b/g, 'integer')
    .replace(/\bbool\b/g, 'true/false')
    .replace(/\bnull(_type)?\b/g, 'null')
    .replace(/\bdyn\b/g, 'anything');
}

interface LibraryError {
  readonly code: string;
  readonly summary: string;
  readonly range?: { readonly start: number; readonly end: number };
}

function isLibraryError(error: unknown): error is LibraryError {
  return (
    error instanceof Error &&
    'code' in error &&
    'summary' in error &&
    typeof error.summary === 'string' &&
    typeof error.code === 'string'
  );
}

/** An error of the library as a problem that says what to do. */
export function explainError(
  error: unknown,
  source: string,
  slots: Readonly<Record<string, CelType>>,
): ExpressionFault {
  if (!isLibraryError(error)) {
    const message = error instanceof Error ? error.message : 'unknown fault';
    return { code: 'expression-syntax', message: `The expression can't be read: ${message}.`, offset: 0 };
  }
  const offset = error.range?.start ?? 0;
  const words = fromTypeName(error.summary);
  if (error.constructor.name === 'ParseError' || ('name' in error && error.name === 'ParseError'))
    return syntaxFault(error, words, source, offset);
  if (error.code === 'unknown_variable') return unknownName(error, source, slots, offset);
  if (error.code === 'no_such_key') {
    const field = error.summary.replace(/^No such key: /, '');
    return {
      code: 'expression-type',
      message: `There is no field \`${field}\` here.`,
      hint: 'Look at the fields of the record in the action that fills it.',
      offset,
    };
  }
  if (/null/.test(words)) {
    return {
      code: 'expression-type',
      message: `Nothing is ever null here: ${words}.`,
      hint: 'An empty slot is absent: ask `has(slots.…)` or `!has(slots.…)`.',
      offset,
    };
  }
  if (error.code === 'no_matching_overload') {
    const call = words.replace(/^found no matching overload for /, '').replace(/^'|'$/g, '');
    return { code: 'expression-type', message: `The function doesn't take these values: ${call}.`, offset };
  }
  const message = words.replace(/^no such overload: /, 'These types do not go together: ');
  return { code: 'expression-type', message: message.endsWith('.') ? message : `${message}.`, offset };
}

function syntaxFault(error: LibraryError, words: string, source: string, offset: number): ExpressionFault {
  if (/exceed|limit|max/i.test(error.code) || /exceed|maximum|too (deep|many)/i.test(error.summary)) {
    return { code: 'expression-too-large', message: `The expression is too large: ${words}.`, offset };
  }
  const at = source[offset];
  let hint: string | undefined;
  if (at === '=' || /[^=!<>]=[^=]/.test(source)) hint = 'Equal is written `==`.';
  else if (/\band\b|\bor\b|\bnot\b/.test(source)) hint = '"and", "or" and "not" are written `&&`, `||` and `!`.';
  else if (/[“”‘’]/.test(source)) hint = 'Use straight quotes: "…".';
  return {
    code: 'expression-syntax',
    message: `The expression can't be read: ${words}.`,
    offset,
    ...(hint ? { hint } : {}),
  };
}

function unknownName(
  error: LibraryError,
  source: string,
  slots: Readonly<Record<string, CelType>>,
  offset: number,
): ExpressionFault {
  const name = error.summary.replace(/^Unknown variable: /, '');
  const message = `There is no name \`${name}\` here.`;
  if (Object.hasOwn(slots, name))
    return { code: 'expression-type', message, hint: `Did you mean \`slots.${name}\`?`, offset };
  if (source.trim() === name) {
    return { code: 'expression-type', message, hint: `A literal text is quoted twice: '"${name}"'.`, offset };
  }
  const hint = didYouMean(name, ['slots', 'customer', 'identity', 'channel', 'locale', 'now', 'conversation']);
  return { code: 'expression-type', message, offset, ...(hint ? { hint } : {}) };
}
