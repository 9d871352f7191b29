import type { Expectation } from '../../../dialogs/protocol/understanding.ts';
import type { FoundEntity } from '../reading.ts';

/** The customer's words as they may leave this process, and what stands for what in them. */
export interface HiddenWords {
  /** As they are here. Square brackets are round ones, so that nobody can write a token by hand. */
  readonly own: string;
  /** As the model reads them: `where is [ORDER_NUMBER_A]?`. */
  readonly shown: string;
  /** Token → the words that it stands for, with the value where one of our readers has read it. */
  readonly hidden: ReadonlyMap<string, { readonly text: string; readonly entity?: FoundEntity }>;
}

/** Values that never leave, and those that a model would only write in another way. */
const NEVER_SHOWN: ReadonlySet<string> = new Set([
  'order_number',
  'contract_number',
  'email',
  'postal_code',
  'phone_number',
  'person_name',
  'date',
  'datetime',
]);
const SHOWN_UNLESS_ASKED: ReadonlySet<string> = new Set(['number', 'integer', 'money']);
const PERSONAL = ['email', 'postal_code', 'phone_number', 'person_name', 'order_number', 'contract_number'];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The same expectation, with everything personal looked for, whether or not the dialog could use it now. */
export function lookingForPersonal(expectation: Expectation): Expectation {
  const looked = PERSONAL.map((type) => ({ name: type, type, filled: false }));
  return { ...expectation, slots: [...expectation.slots, ...looked] };
}

/**
 * Puts a token in the place of every value that our readers found and of everything that `mask` hides (as `[WORD]`). What stood there
 * stays here.
 * @param clean the words in which `entities` have their places
 */
export function hideValues(
  clean: string,
  entities: readonly FoundEntity[],
  asked: string | undefined,
  mask: (text: string) => string,
): HiddenWords {
  const own = clean.replaceAll('[', '(').replaceAll(']', ')');
  const hidden = new Map<string, { readonly text: string; readonly entity?: FoundEntity }>();
  const token = (type: string): string => {
    const letter = LETTERS[hidden.size % LETTERS.length] ?? 'Z';
    return `[${type.toUpperCase()}_${letter.repeat(1 + Math.floor(hidden.size / LETTERS.length))}]`;
  };
  let withTokens = '';
  let from = 0;
  for (const entity of entities.toSorted((one, other) => one.start - other.start)) {
    const { type, start, end } = entity;
    if (start < from || !(NEVER_SHOWN.has(type) || (SHOWN_UNLESS_ASKED.has(type) && type === asked))) continue;
    const name = token(type);
    hidden.set(name, { text: own.slice(start, end), entity });
    withTokens += own.slice(from, start) + name;
    from = end;
  }
  withTokens += own.slice(from);
  return { own, shown: nameMasked(withTokens, mask(withTokens), hidden, token), hidden };
}

/** What `mask` has hidden gets tokens of its own, and its words are kept where they can be told. */
function nameMasked(
  before: string,
  masked: string,
  hidden: Map<string, { readonly text: string }>,
  token: (type: string) => string,
): string {
  const isNew = (part: string) => /^\[[A-Z_]+\]$/.test(part) && !hidden.has(part);
  const parts = masked.split(/(\[[A-Z_]+\])/).reduce<string[]>((joined, part) => {
    const last = joined.at(-1);
    if (last === undefined || isNew(part) || isNew(last)) joined.push(part);
    else joined[joined.length - 1] = last + part;
    return joined;
  }, []);
  let at = 0;
  return parts
    .map((part, index) => {
      if (!isNew(part)) {
        at += part.length;
        return part;
      }
      const next = parts[index + 1] ?? '';
      const end = next === '' ? before.length : before.indexOf(next, at + 1);
      const name = token(part.slice(1, -1));
      hidden.set(name, { text: end < 0 ? '' : showAgain(before.slice(at, end), hidden) });
      at = end < 0 ? at : end;
      return name;
    })
    .join('');
}

/** The words with what the tokens stand for. */
export function showAgain(text: string, hidden: HiddenWords['hidden']): string {
  return text.replace(/\[[A-Z_]+\]/g, (name) => hidden.get(name)?.text ?? name);
}
