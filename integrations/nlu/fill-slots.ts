import type { Command } from '../../dialogs/protocol/command.ts';
import type { FlowId } from '../../dialogs/protocol/ids.ts';
import type { Expectation, FillableSlot, OpenQuestion } from '../../dialogs/protocol/understanding.ts';
import type { FoundEntity, Reading } from './reading.ts';

/** Types whose values say by themselves what they are; others fill a slot only when it is asked for. */
const TELLING = new Set([
  'order_number',
  'contract_number',
  'email',
  'postal_code',
  'phone_number',
  'person_name',
  'product',
  'date',
  'choice',
]);

/** A value on its way into a slot, with the place of its words. */
export interface Fill {
  readonly command: Extract<Command, { kind: 'set_slot' | 'correct_slot' }>;
  readonly start: number;
}

/**
 * Puts found values into slots: the open question's first, then any other slot of that type that can be told apart. A value for a
 * slot that holds one already is a correction, unless the words start something new.
 * @param started flows that the same words start
 */
export function fillSlots(reading: Reading, expectation: Expectation, started: readonly FlowId[]): readonly Fill[] {
  const fills: Fill[] = [];
  const used = new Set<FoundEntity>();
  const question = expectation.question;
  const asked = question && answerTo(question, reading.entities);
  if (question && asked) {
    const filled = expectation.slots.some((slot) => slot.name === question.slot && slot.filled);
    const kind = filled && reading.corrects ? 'correct_slot' : 'set_slot';
    fills.push({ command: { kind, slot: question.slot, value: asked.value }, start: asked.start });
    for (const entity of reading.entities) if (overlaps(entity, asked)) used.add(entity);
  }
  for (const entity of reading.entities) {
    if (used.has(entity) || entity.confidence < 0.5 || !tells(entity, question)) continue;
    const slot = slotFor(entity, reading, expectation, started, fills);
    if (!slot) continue;
    const again = slot.filled && (reading.corrects || started.length === 0);
    const kind = again ? 'correct_slot' : 'set_slot';
    fills.push({ command: { kind, slot: slot.name, value: entity.value }, start: entity.start });
    for (const other of reading.entities) if (overlaps(other, entity)) used.add(other);
  }
  return fills;
}

/** Does the value say by itself what it is, or is one of its type read out? */
function tells({ type }: FoundEntity, question: OpenQuestion | undefined): boolean {
  return TELLING.has(type) || (question?.tells ?? []).some((told) => fits(told.type, type));
}

/** The surest value of the asked type; of equals the last, since people correct themselves as they speak. */
function answerTo({ type, slot }: OpenQuestion, entities: readonly FoundEntity[]): FoundEntity | undefined {
  let best: FoundEntity | undefined;
  for (const entity of entities) {
    // The words of one slot's choices are no answer to a question for another.
    if (fits(type, entity.type) && (entity.slot ?? slot) === slot && (!best || entity.confidence >= best.confidence))
      best = entity;
  }
  return best;
}

function fits(wanted: string, found: string): boolean {
  return wanted === found || (wanted === 'number' && found === 'integer');
}

function slotFor(
  entity: FoundEntity,
  reading: Reading,
  expectation: Expectation,
  started: readonly FlowId[],
  fills: readonly Fill[],
): FillableSlot | undefined {
  const asked = expectation.question?.flow;
  const open = expectation.slots.filter(
    (slot) =>
      slot.name === (entity.slot ?? slot.name) &&
      fits(slot.type, entity.type) &&
      slot.name !== expectation.question?.slot &&
      !fills.some((fill) => fill.command.slot === slot.name) &&
      mayFill(slot, entity, asked, started, reading.corrects),
  );
  // Slots of what is started first, then of what is asked, then shared ones.
  const groups = [
    open.filter((slot) => slot.flow !== undefined && started.includes(slot.flow)),
    open.filter((slot) => slot.flow !== undefined && slot.flow === asked),
    open.filter((slot) => slot.flow === undefined),
    open,
  ];
  const group = groups.find((slots) => slots.length > 0) ?? [];
  return new Set(group.map((slot) => slot.name)).size === 1 ? group[0] : undefined;
}

function mayFill(
  slot: FillableSlot,
  entity: FoundEntity,
  asked: FlowId | undefined,
  started: readonly FlowId[],
  corrects: boolean,
): boolean {
  if (slot.flow === undefined || started.includes(slot.flow)) return true;
  // Words of a choice are common words: on their own they mean the slot only where it is put right.
  if (entity.type === 'choice') return slot.filled && corrects;
  return slot.flow === asked || slot.filled;
}

function overlaps(one: FoundEntity, other: FoundEntity): boolean {
  return one.start < other.end && other.start < one.end;
}
