import type { Command, CommandKind } from '../../dialogs/protocol/command.ts';
import type { FlowId } from '../../dialogs/protocol/ids.ts';
import type { Expectation } from '../../dialogs/protocol/understanding.ts';
import { commandsOf } from './commands-of.ts';
import { fillSlots } from './fill-slots.ts';
import type { ClauseReading, Reading, ScoredIntent } from './reading.ts';

/** From here on we act without asking. */
export const ACT = 0.6;
/** From here on we ask which of two or three things is meant; below it we say that we did not understand. */
export const ASK = 0.3;
/** What a second request in the same sentence must be worth: a wrong one costs more than a missed one. */
const ACT_ON_SECOND = 0.7;
/** Two requests this close to each other are asked about, however sure each is. */
const TOO_CLOSE = 0.08;

export interface Decided {
  readonly commands: readonly Command[];
  readonly confidence: number;
}

/**
 * What an engine read, weighed against what the dialog expects: acts when sure, asks between two or three flows when nearly sure, and
 * else says that the words were not understood. Values fill the open question first.
 */
export function toCommands(reading: Reading, expectation: Expectation): Decided {
  const wishes = wishesOf(reading, expectation);
  const started = wishes.flatMap((wish) => (wish.label.flow.startsWith('patterns/') ? [] : [wish.label.flow]));
  const fills = fillSlots(reading, expectation, started).filter((fill) => allows(expectation, fill.kind));
  const answered = fills.some((fill) => 'slot' in fill && fill.slot === expectation.question?.slot);
  // "It's AB123456, where is it?" answers the question of the flow that would be started.
  const requests = wishes.filter((wish) => !(answered && wish.label.flow === expectation.question?.flow));
  if (requests.length > 0) {
    return { commands: order(requests, fills), confidence: Math.min(...requests.map((wish) => wish.score)) };
  }
  if (fills.length > 0) return { commands: fills, confidence: 0.9 };
  return askOrGiveUp(reading, expectation);
}

/** The value of the open question comes first, then each request, then what else was said. */
function order(requests: readonly ScoredIntent[], fills: readonly Command[]): readonly Command[] {
  const commands = requests.flatMap((wish) => commandsOf(wish.label) ?? []);
  const said = new Set(commands.flatMap((command) => (command.kind === 'set_slot' ? [command.slot] : [])));
  return [...commands, ...fills.filter((fill) => !('slot' in fill && said.has(fill.slot)))];
}

/** What is surely asked for, clause by clause. A sentence is split only where its parts ask surely for different things. */
function wishesOf(reading: Reading, expectation: Expectation): readonly ScoredIntent[] {
  const [whole, ...parts] = reading.clauses;
  if (!whole) return [];
  const best = parts.map((part) => surely(part, expectation, ACT_ON_SECOND)).filter((wish) => wish !== undefined);
  const real = best.filter((wish) => !isPleasantry(wish));
  const distinct = real.filter(
    (wish, index) => real.findIndex((other) => other.label.flow === wish.label.flow) === index,
  );
  if (distinct.length >= 2) return distinct.slice(0, 3);
  const single = surely(whole, expectation, ACT);
  if (single && !(isPleasantry(single) && distinct.length === 1)) return [single];
  return distinct.length === 1 ? distinct : [];
}

function surely(clause: ClauseReading, expectation: Expectation, from: number): ScoredIntent | undefined {
  const [first, second] = permitted(clause.intents, expectation);
  if (!first || first.score < from) return undefined;
  const tied = second && second.label.flow !== first.label.flow && first.score - second.score < TOO_CLOSE;
  return tied && first.score < 0.9 ? undefined : first;
}

function askOrGiveUp(reading: Reading, expectation: Expectation): Decided {
  const whole = reading.clauses[0];
  const open = permitted(whole?.intents ?? [], expectation).filter(
    (intent) => !intent.label.flow.startsWith('patterns/'),
  );
  const flows: FlowId[] = [];
  const best = open[0]?.score ?? 0;
  for (const intent of open) {
    const near = flows.length < 2 || intent.score >= ASK / 2;
    if (near && flows.length < 3 && !flows.includes(intent.label.flow)) flows.push(intent.label.flow);
  }
  // While a question is open, half-understood words are more likely an answer that we missed.
  const needed = expectation.question ? (ASK + ACT) / 2 : ASK;
  if (best >= needed && flows.length >= 2 && allows(expectation, 'clarify')) {
    return { commands: [{ kind: 'clarify', flows }], confidence: best };
  }
  const why = reading.sensible ? 'out_of_scope' : 'not_understood';
  return { commands: [{ kind: 'cannot_handle', why }], confidence: 1 - best };
}

/** Intents that may be acted on now; of one flow only the best. */
function permitted(intents: readonly ScoredIntent[], expectation: Expectation): readonly ScoredIntent[] {
  return intents.filter((intent) => {
    const commands = commandsOf(intent.label);
    if (!commands?.every((command) => allows(expectation, command.kind))) return false;
    return intent.label.flow.startsWith('patterns/') || expectation.flows.includes(intent.label.flow);
  });
}

function isPleasantry(intent: ScoredIntent): boolean {
  return commandsOf(intent.label)?.[0]?.kind === 'chitchat';
}

export function allows(expectation: Expectation, kind: CommandKind): boolean {
  return expectation.allowed.includes(kind);
}
