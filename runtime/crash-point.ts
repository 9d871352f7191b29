/**
 * Moments between two things that must not be done twice. Tests let the process die there: an action has answered and nothing of it is
 * committed yet; a turn is committed and nothing of it is sent; a message is sent and that is not written down yet.
 */
export type CrashPoint = `after_action:${string}` | 'after_commit' | 'after_send';

/** Called at each of them. */
export type PassPoint = (point: CrashPoint) => void;
