import type { Command } from '../../dialogs/protocol/command.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Expectation, Understanding } from '../../dialogs/protocol/understanding.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import type { Log, Meters } from '../telemetry/telemetry.ts';
import type { Nlu, UnderstandingContext } from './nlu.ts';

/** A message that two engines read differently, with nothing personal in it. */
export interface Disagreement {
  /** The words, masked. */
  readonly text: string;
  readonly locale: Locale;
  /** The flow and the step whose question was open. */
  readonly at?: { readonly flow: string; readonly step: string };
  /** What was done. */
  readonly first: Answer;
  /** What the other engine would have done. */
  readonly second: Answer;
  /** ISO instant. */
  readonly now: string;
  readonly conversation?: string;
}

type Answer = Pick<Understanding, 'by' | 'confidence' | 'commands'>;

export interface ShadowOptions {
  /** Answers. */
  readonly first: Nlu;
  /** Reads the same words afterwards; nobody waits for it. */
  readonly second: Nlu;
  readonly mask: (text: string) => string;
  /** Where disagreements go. What it rejects with is told by `telemetry`. */
  readonly keep: (found: Disagreement) => Promise<void>;
  readonly telemetry: Pick<Log, 'warn'> & Meters;
}

/** So many readings may be under way; more would only wait for a service that is slow. */
const AT_ONCE = 8;
/** Types whose values say who somebody is: they are hidden wherever they stand. */
const PERSONAL: ReadonlySet<string> = new Set(['email', 'phone_number', 'postal_code', 'person_name']);

/**
 * Runs a second engine beside the first: only the first is heard, and where they differ both answers are kept. The second begins when
 * the first has answered. Answers in the customer's own words (an address, a code) are not compared and not kept.
 */
export function createShadow({ first, second, mask, keep, telemetry }: ShadowOptions): Nlu {
  let running = 0;
  const tell = (outcome: string) => telemetry.count?.('shadow_readings', { outcome });
  const compare = async (text: string, own: Understanding, expectation: Expectation, context: UnderstandingContext) => {
    running += 1;
    try {
      const other = await second.understand(text, expectation, context);
      const same = sameMeaning(own.commands, other.commands);
      if (!same) await keep(disagreement(text, own, other, expectation, context, mask));
      tell(same ? 'same' : 'different');
    } catch (fault) {
      tell('failed');
      // Its message may hold what was sent.
      telemetry.warn('shadow_failed', { kind: fault instanceof Error ? fault.name : 'unknown' });
    } finally {
      running -= 1;
    }
  };
  return {
    learned: first.learned,
    understand: async (text, expectation, context) => {
      const own = await first.understand(text, expectation, context);
      if (expectation.question?.freeText || running >= AT_ONCE) tell('left_out');
      // After what waits for this answer has gone on.
      else setImmediate(() => void compare(text, own, expectation, context));
      return own;
    },
  };
}

/** The same things to be done, whatever their order. */
function sameMeaning(one: readonly Command[], other: readonly Command[]): boolean {
  const asText = (commands: readonly Command[]) => JSON.stringify(commands.map((each) => JSON.stringify(each)).sort());
  return asText(one) === asText(other);
}

function disagreement(
  text: string,
  own: Understanding,
  other: Understanding,
  expectation: Expectation,
  { now, conversation }: UnderstandingContext,
  mask: (text: string) => string,
): Disagreement {
  const { question, locale } = expectation;
  const typeOf = (slot: string) => expectation.slots.find(({ name }) => name === slot)?.type ?? '';
  const personal = [...own.commands, ...other.commands].flatMap((command) =>
    (command.kind === 'set_slot' || command.kind === 'correct_slot') && PERSONAL.has(typeOf(command.slot))
      ? textsOf(command.value)
      : [],
  );
  const hide = (words: string) => mask(personal.reduce((left, value) => left.replaceAll(value, '[PERSONAL]'), words));
  const shown = ({ by, confidence, commands }: Understanding): Answer => ({
    ...{ by, confidence },
    commands: commands.map((command) =>
      command.kind === 'set_slot' || command.kind === 'correct_slot'
        ? { ...command, value: PERSONAL.has(typeOf(command.slot)) ? '[PERSONAL]' : hideIn(command.value, hide) }
        : command,
    ),
  });
  return {
    text: hide(text),
    locale,
    ...(question ? { at: { flow: question.flow, step: question.step } } : {}),
    first: shown(own),
    second: shown(other),
    now,
    ...(conversation === undefined ? {} : { conversation }),
  };
}

/** Longest first, so that no part of one is left. A sign or two stand in too many other words. */
function textsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return value.length >= 3 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .flatMap(textsOf)
    .sort((one, other) => other.length - one.length);
}

function hideIn(value: Json, hide: (text: string) => string): Json {
  if (typeof value === 'string') return hide(value);
  return typeof value === 'object' && value !== null ? '[VALUE]' : value;
}
