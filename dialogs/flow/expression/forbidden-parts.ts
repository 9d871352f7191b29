import { didYouMean } from '../nearest-name.ts';
import { ALLOWED_FUNCTIONS, ALLOWED_MACROS } from './cel-functions.ts';
import type { CelType } from './cel-type.ts';
import { compilePattern } from './compile-pattern.ts';
import type { ExpressionFault } from './expression-fault.ts';
import type { CalledFunction, ExpressionParts } from './expression-parts.ts';

const MAX_NESTING = 2;

/** What the library would take and we don't: functions off the list, open patterns, deep walks over lists, unknown slots inside `has`. */
export function forbiddenParts(
  parts: ExpressionParts,
  slots: Readonly<Record<string, CelType>>,
): readonly ExpressionFault[] {
  const faults: ExpressionFault[] = [];
  for (const call of parts.calls) {
    const fault = forbiddenCall(call);
    if (fault) faults.push(fault);
  }
  for (const offset of parts.bareSlots) {
    faults.push({
      code: 'expression-type',
      message: '`slots` alone is no value.',
      hint: 'Name one slot: `slots.order_number`.',
      offset,
    });
  }
  if (parts.nesting > MAX_NESTING) {
    faults.push({
      code: 'expression-too-large',
      message: `Lists are walked inside each other ${parts.nesting} deep, at most ${MAX_NESTING}.`,
      offset: 0,
    });
  }
  if (parts.joinedList !== undefined) {
    faults.push({
      code: 'expression-too-large',
      message: 'A list that is walked may not be made with `+`.',
      hint: 'Walk each list on its own.',
      offset: parts.joinedList,
    });
  }
  return [...faults, ...unknownSlots(parts, slots), ...platformNames(parts)];
}

function unknownSlots(parts: ExpressionParts, slots: Readonly<Record<string, CelType>>): ExpressionFault[] {
  return parts.names.flatMap(({ path, offset }) => {
    const [root, slot] = path;
    if (root !== 'slots' || slot === undefined || Object.hasOwn(slots, slot)) return [];
    const hint = didYouMean(slot, Object.keys(slots));
    return [
      {
        code: 'unknown-slot' as const,
        message: `There is no slot \`${slot}\` here.`,
        offset,
        ...(hint ? { hint } : {}),
      },
    ];
  });
}

function platformNames(parts: ExpressionParts): ExpressionFault[] {
  const found = parts.names.find(({ path }) => path[0] === 'channel' && path[1] === 'name');
  if (!found) return [];
  return [
    {
      code: 'expression-type',
      message: 'A channel has no name in expressions.',
      hint: 'Ask what the place can do: channel.speech, screen, buttons, cards, typing, audience, purchase. For words of one channel, write a text variant with `channel`.',
      offset: found.offset,
    },
  ];
}

function forbiddenCall(call: CalledFunction): ExpressionFault | undefined {
  const { name, offset } = call;
  if (name === 'matches') {
    return {
      code: 'function-forbidden',
      message: '`matches` is not safe with words of customers.',
      hint: 'Use `fits(text, "pattern")`: the whole text has to fit.',
      offset,
    };
  }
  if (!ALLOWED_FUNCTIONS.has(name) && !ALLOWED_MACROS.has(name)) {
    const hint = didYouMean(name, [...ALLOWED_FUNCTIONS, ...ALLOWED_MACROS]);
    return {
      code: 'function-forbidden',
      message: `The function \`${name}\` may not be used here.`,
      offset,
      ...(hint ? { hint } : {}),
    };
  }
  return name === 'fits' ? openPattern(call) : undefined;
}

/** A pattern has to stand in the expression itself, so that it is compiled when dialogs are loaded and no customer can write one. */
function openPattern(call: CalledFunction): ExpressionFault | undefined {
  const pattern = call.args.at(-1);
  if (pattern?.op !== 'value' || typeof pattern.args !== 'string') {
    return { code: 'expression-type', message: 'The pattern of `fits` has to be a literal text.', offset: call.offset };
  }
  try {
    compilePattern(pattern.args);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown fault';
    return {
      code: 'expression-syntax',
      message: `The pattern can't be read: ${why}.`,
      hint: 'Patterns are RE2: no look-around and no back-references.',
      offset: pattern.start,
    };
  }
}
