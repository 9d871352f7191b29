import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import type { Expectation } from '../../../dialogs/protocol/understanding.ts';
import { commandsOf } from '../commands-of.ts';
import type { TrainingExamples } from '../nlu.ts';
import type { Reading } from '../reading.ts';
import type { Decided } from '../to-commands.ts';

/** What a flow must be worth for its wish to be believed, where a value has said already that it is this flow. */
const BELIEVED = 0.25;

/** Slots that the examples of one flow alone mark: an order number is at home in order-status. */
export function homesOf(examples: TrainingExamples[keyof TrainingExamples]): ReadonlyMap<string, FlowId> {
  const flows = new Map<string, Set<FlowId>>();
  for (const [flow, phrases] of Object.entries(examples)) {
    for (const { slot } of phrases.flatMap((phrase) => phrase.spans))
      flows.set(slot, (flows.get(slot) ?? new Set()).add(flow));
  }
  return new Map(
    [...flows].flatMap(([slot, [home, ...others]]) =>
      home !== undefined && others.length === 0 ? [[slot, home]] : [],
    ),
  );
}

/**
 * "AB123456 went back to you, right?": nothing runs and the words around the value were not understood, but the value tells what it is
 * about. The flow in which it is at home begins, with the wish that the words come nearest to.
 */
export function beginAtHome(
  decided: Decided,
  reading: Reading,
  expectation: Expectation,
  homes: ReadonlyMap<string, FlowId>,
): Decided {
  if (expectation.question || expectation.busy) return decided;
  const values = decided.commands.flatMap((command) =>
    command.kind === 'set_slot' || command.kind === 'correct_slot' ? [command] : [],
  );
  if (values.length === 0 || values.length < decided.commands.length) return decided;
  const home = values
    .map(({ slot }) => homes.get(slot))
    .find((flow) => flow !== undefined && expectation.flows.includes(flow));
  if (home === undefined) return decided;
  const intent = reading.clauses[0]?.intents.find(({ label, score }) => label.flow === home && score >= BELIEVED);
  const begin = (intent && commandsOf(intent.label)) ?? [{ kind: 'start_flow', flow: home } as const];
  return { commands: [...begin, ...values], confidence: decided.confidence };
}
