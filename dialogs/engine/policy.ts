/** The engine's own numbers, in one place. What a designer may wish to change stands in the flows instead. */
export const POLICY = {
  /** Steps that one event may run: a book with a loop that never asks ends here and not in a hang. */
  stepsPerEvent: 300,
  /** After so long without a word the customer is asked whether to go on, in milliseconds. */
  idleMs: 2 * 60 * 60 * 1000,
  /** A request left for longer than this is not resumed without asking, in milliseconds. */
  longAgoMs: 20 * 60 * 1000,
  /** How long the customer waits for a person before other ways are offered, in milliseconds. */
  agentWaitMs: 4 * 60 * 1000,
  /** How often the customer is asked which of several things is meant. */
  clarifications: 2,
  /** Options that a clarification shows, and that are spoken at once. */
  optionsAtOnce: 3,
  /** Retries of a question that names none of its own: the two texts of pattern `no-match`. */
  retries: 2,
  /** How often a failed action may be tried again. */
  faults: 2,
  /** Requests on the stack; older ones are parked. */
  requests: 5,
  frames: 16,
  deferred: 3,
  parked: 3,
  history: 60,
  /** Longest words kept, in UTF-16 units. */
  wordsKept: 500,
  valueKept: 2000,
  timesSaid: 250,
  stateBytes: 60_000,
} as const;

export const HANDOFF_TIMER = 'handoff_wait';
/** The option that leads to the next few where options are spoken. */
export const MORE_OPTIONS = '__more';
