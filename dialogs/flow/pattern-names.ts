/** Every repair flow that the engine starts by itself. */
export const PATTERN_NAMES = [
  'session-start',
  'no-match',
  'no-input',
  'invalid-value',
  'clarification',
  'correction',
  'cancel',
  'continue-interrupted',
  'repeat',
  'skip',
  'restart',
  'chitchat',
  'cannot-handle',
  'human-handoff',
  'agent-unavailable',
  'completed',
  'goodbye',
  'internal-error',
  'late-answer',
  'dialogs-changed',
] as const;
export type PatternName = (typeof PATTERN_NAMES)[number];
