/** Moments between two things that must not be done twice, in the order of a turn. Tests let the process die there. */
export const CRASH_POINTS = [
  'before_begin',
  'after_begin',
  'after_backend_read',
  'after_backend_write',
  'before_commit',
  'after_commit',
  'between_messages',
  'before_send',
  'after_send',
  'after_ack',
  'in_sweep',
] as const;

/** `after_action:NAME`: as after_backend_read and _write, of this action alone. */
export type CrashPoint = (typeof CRASH_POINTS)[number] | `after_action:${string}`;

/** Called at each of them. */
export type PassPoint = (point: CrashPoint) => void;
