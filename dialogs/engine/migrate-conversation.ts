import type { Flow, Migration } from '../flow/flow.ts';
import type { FlowBook } from '../flow/flow-book.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import type { Slots } from '../protocol/value.ts';
import { bareFrame } from './stack.ts';

/**
 * A running conversation on another revision of the dialogs. Each frame moves by its flow's `migrate` maps; one that cannot is kept
 * with its slots under pattern `dialogs-changed`, which tells the customer and asks how to go on.
 */
export function migrateConversation(book: FlowBook, state: ConversationState): ConversationState {
  if (state.bookRevision === book.revision) return state;
  const moved = state.stack.map((frame) => moveFrame(book, frame));
  const lost = moved.indexOf(undefined);
  const { finished: _, ...rest } = state;
  const finished = state.finished && moveFrame(book, state.finished);
  const stack = lost < 0 ? moved.filter((frame) => frame !== undefined) : stackWithout(book, state.stack, moved, lost);
  return {
    ...rest,
    bookRevision: book.revision,
    stack,
    ...(finished && state.finished ? { finished: { ...finished, outcome: state.finished.outcome } } : {}),
    deferred: state.deferred.filter(({ flow }) => book.flows[flow] !== undefined),
    parked: state.parked
      .map((frames) => frames.flatMap((frame) => moveFrame(book, frame) ?? []))
      .filter((frames) => frames.length > 0),
  };
}

/** What lies below the lost frame stays; what it had called goes with it. A lost repair frame is simply gone. */
function stackWithout(
  book: FlowBook,
  before: readonly Frame[],
  moved: readonly (Frame | undefined)[],
  lost: number,
): readonly Frame[] {
  const below = moved.slice(0, lost).filter((frame) => frame !== undefined);
  const gone = before[lost];
  if (!gone || gone.cause === 'pattern' || !book.flows['patterns/dialogs-changed']) return below;
  const pattern = bareFrame('patterns/dialogs-changed', book.flows[gone.flow] ? { flow: gone.flow } : {});
  const { first, version } = book.flows['patterns/dialogs-changed'];
  const callers = below.findLastIndex((frame) => frame.cause !== 'call');
  // A caller whose subflow is lost stands at a call that nothing will answer: it is asked about as a whole.
  const kept = gone.cause === 'call' ? below.slice(0, Math.max(0, callers)) : below;
  const flow = gone.cause === 'call' ? below[callers] : gone;
  return [
    ...kept,
    {
      ...pattern,
      step: first,
      version,
      slots: flow && book.flows[flow.flow] ? { flow: flow.flow, ...flow.slots } : {},
    },
  ];
}

/** The frame in today's flow, or undefined where flow or step is gone and no map says where to go. */
function moveFrame<F extends Frame>(book: FlowBook, frame: F): F | undefined {
  const flow = book.flows[frame.flow];
  if (!flow) return undefined;
  let moved = frame;
  for (const map of mapsFrom(flow, frame.version)) {
    const step = map.steps[moved.step] ?? moved.step;
    moved = {
      ...moved,
      step,
      waiting: step === moved.step && moved.waiting,
      slots: renamed(moved.slots, map),
      version: map.from + 1,
    };
  }
  if (moved.step !== 'END' && !flow.steps[moved.step]) return undefined;
  return { ...moved, version: flow.version };
}

function mapsFrom(flow: Flow, version: number): readonly Migration[] {
  return flow.migrate.filter(({ from }) => from >= version && from < flow.version).toSorted((a, b) => a.from - b.from);
}

function renamed(slots: Slots, { slots: names }: Migration): Slots {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([slot, value]) => {
      const name = slot in names ? names[slot] : slot;
      return name === null || name === undefined ? [] : [[name, value] as const];
    }),
  );
}
