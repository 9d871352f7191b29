import type { Command } from '../../../dialogs/protocol/command.ts';
import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import type { Expectation, FillableSlot } from '../../../dialogs/protocol/understanding.ts';
import type { Json } from '../../../dialogs/protocol/value.ts';
import type { FoundEntity } from '../reading.ts';
import type { ModelCommand, Moves } from './answer-schema.ts';
import { type HiddenWords, showAgain } from './hide-values.ts';

/** What a command of the model is held against. */
export interface Heard {
  readonly words: HiddenWords;
  /** Everything that our readers found in the words. */
  readonly entities: readonly FoundEntity[];
  readonly expectation: Expectation;
  readonly moves: Moves;
}

const MOST_STARTED = 2;

/**
 * The commands that stand on the customer's own words. A value has to be there: in a list that the dialog offers, or in the words, as our
 * own readers read it. Whatever else the model says is dropped.
 */
export function acceptCommands(commands: readonly ModelCommand[], heard: Heard): readonly Command[] {
  const { moves } = heard;
  const started = commands
    .flatMap((command) => (command.kind === 'start_flow' && moves.flows.includes(command.flow) ? [command.flow] : []))
    .filter((flow, index, all) => all.indexOf(flow) === index)
    .slice(0, MOST_STARTED);
  const begun = new Set<FlowId>();
  const filled = new Set<string>();
  return commands.flatMap((command): readonly Command[] => {
    switch (command.kind) {
      case 'start_flow':
        if (!started.includes(command.flow) || begun.has(command.flow)) return [];
        begun.add(command.flow);
        return [{ kind: 'start_flow', flow: command.flow }];
      case 'set_slot': {
        const fill = filled.has(command.slot) ? undefined : fillOf(command.slot, command.value, heard, started);
        if (!fill) return [];
        filled.add(command.slot);
        return [fill];
      }
      case 'clarify': {
        const flows = [...new Set(command.flows)].filter((flow) => moves.flows.includes(flow));
        return started.length === 0 && flows.length >= 2 ? [{ kind: 'clarify', flows }] : [];
      }
      case 'chitchat':
        return moves.topics.includes(command.topic) ? [{ kind: 'chitchat', topic: command.topic }] : [];
      case 'none':
        return [];
      case 'handoff':
        // The reasons that go before others in the queue are the rules' alone.
        return moves.plain.includes('handoff') ? [{ kind: 'handoff', reason: 'asked' }] : [];
      default:
        return moves.plain.includes(command.kind) ? [{ kind: command.kind }] : [];
    }
  });
}

function fillOf(
  name: string,
  said: string,
  heard: Heard,
  started: readonly FlowId[],
): Extract<Command, { kind: 'set_slot' | 'correct_slot' }> | undefined {
  const { question, running, allowed } = heard.expectation;
  const here = [...started, ...(question ? [question.flow] : []), ...(running ?? [])];
  for (const slot of heard.moves.slots) {
    if (slot.name !== name || !(slot.flow === undefined || here.includes(slot.flow))) continue;
    const value = valueFor(slot, said, heard);
    if (value === undefined) continue;
    const again = slot.filled && started.length === 0 && slot.name !== question?.slot;
    if (again && !allowed.includes('correct_slot')) continue;
    return { kind: again ? 'correct_slot' : 'set_slot', slot: name, value };
  }
  return undefined;
}

function valueFor(slot: FillableSlot, said: string, heard: Heard): Json | undefined {
  const { question } = heard.expectation;
  const asked = question?.slot === slot.name;
  if (slot.type === 'choice') {
    const offered = asked && question.options.length > 0 ? question.options.map(({ value }) => value) : undefined;
    const values = offered ?? slot.choices?.map(({ value }) => value) ?? [];
    return values.find((value) => value === said.trim());
  }
  if (slot.type === 'text') return quoted(slot, said, heard);
  const held = heard.words.hidden.get(said.trim())?.entity;
  const entity = held ?? foundIn(said, slot, heard, asked);
  if (!entity || !fits(slot.type, entity.type) || (entity.slot ?? slot.name) !== slot.name) return undefined;
  return asked || entity.confidence >= 0.5 ? entity.value : undefined;
}

/** The value that our readers found where the quoted words stand. */
function foundIn(said: string, slot: FillableSlot, { words, entities }: Heard, asked: boolean) {
  const quote = showAgain(said, words.hidden).normalize('NFKC').trim().toLowerCase();
  const start = quote === '' ? -1 : words.own.toLowerCase().indexOf(quote);
  if (start < 0) return undefined;
  const end = start + quote.length;
  return entities.find(
    (entity) =>
      entity.start < end &&
      start < entity.end &&
      fits(slot.type, entity.type) &&
      (asked || entity.confidence >= 0.5) &&
      (entity.slot ?? slot.name) === slot.name,
  );
}

/** Fewer characters say nothing. */
const SHORTEST_QUOTE = 2;

/** Words of the customer's own, letter by letter, for a slot that takes words: never one that several flows share. */
function quoted(slot: FillableSlot, said: string, { words }: Heard): string | undefined {
  const quote = showAgain(said, words.hidden).normalize('NFKC').trim();
  const start = words.own.toLowerCase().indexOf(quote.toLowerCase());
  if (slot.flow === undefined || quote.length < SHORTEST_QUOTE || start < 0) return undefined;
  return words.own.slice(start, start + quote.length);
}

function fits(wanted: string, found: string): boolean {
  return wanted === found || (wanted === 'number' && found === 'integer');
}
